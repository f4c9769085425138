import { defineClient } from "../define-client.js";

export default defineClient({
  name: "gaxios",
  docs: "https://www.npmjs.com/package/gaxios",
  verified: "gaxios 8.3.3 and 7.3.1",
  notes: [
    "TLS options go into an `https.Agent` at `agent`; written directly into the request's options they have no effect.",
  ],
  modules: ["gaxios"],
  tlsOptions: [
    { call: ["request", "instance.request", "Gaxios().request"], at: [[0]], side: "client", forwards: [] },
    { construct: "Gaxios", at: [[0]], side: "client", forwards: [] },
  ],
});
