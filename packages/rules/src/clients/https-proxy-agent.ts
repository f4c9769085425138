import { defineClient } from "../define-client.js";

export default defineClient({
  name: "https-proxy-agent",
  docs: "https://www.npmjs.com/package/https-proxy-agent",
  verified: "https-proxy-agent 9.1.0, 8.0.0 and 5.0.1",
  notes: [
    "The options are for the connection to a proxy that is reached by https; those for the target come with the request.",
  ],
  modules: ["https-proxy-agent"],
  tlsOptions: [
    { construct: ["", "HttpsProxyAgent"], at: [[0], [1]], side: "client", target: { at: [[0]] } },
    { call: "", at: [[0]], side: "client", target: { at: [[0]] } },
  ],
});
