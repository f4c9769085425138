import { defineClient } from "../define-client.js";

export default defineClient({
  name: "imap",
  docs: "https://www.npmjs.com/package/imap",
  verified: "imap 0.8.19",
  modules: ["imap"],
  tlsOptions: [{ construct: "", at: [[0, "tlsOptions"]], side: "client" }],
});
