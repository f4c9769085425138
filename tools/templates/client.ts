import { defineClient } from "../define-client.js";

export default defineClient({
  name: "__name__",
  docs: "https://www.npmjs.com/package/__name__",
  verified: "not yet: __name__ __version__",
  modules: ["__name__"],
  tlsOptions: [{ call: "connect", at: [[0]], side: "client" }],
});
