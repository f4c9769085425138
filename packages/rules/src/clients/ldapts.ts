import { defineClient } from "../define-client.js";

export default defineClient({
  name: "ldapts",
  docs: "https://github.com/ldapts/ldapts",
  verified: "ldapts 9.2.0 and 8.2.0",
  modules: ["ldapts"],
  tlsOptions: [
    { construct: "Client", at: [[0, "tlsOptions"]], side: "client" },
    { call: "Client().startTLS", at: [[0]], side: "client" },
  ],
});
