import { defineClient } from "../define-client.js";

export default defineClient({
  name: "agentkeepalive",
  docs: "https://www.npmjs.com/package/agentkeepalive",
  verified: "agentkeepalive 4.6.0 and 3.5.3",
  modules: ["agentkeepalive"],
  tlsOptions: [{ construct: "HttpsAgent", at: [[0]], side: "client" }],
  settings: [{ object: "HttpsAgent().options", side: "client", scope: "connection" }],
});
