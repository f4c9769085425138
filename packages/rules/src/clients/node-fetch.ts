import { defineClient } from "../define-client.js";

export default defineClient({
  name: "node-fetch",
  docs: "https://www.npmjs.com/package/node-fetch",
  verified: "node-fetch 3.3.2 and 2.7.0",
  notes: ["TLS options go into an `https.Agent` at `agent`; written directly into the options they have no effect."],
  modules: ["node-fetch"],
  tlsOptions: [{ call: "", at: [[1]], side: "client", forwards: [] }],
});
