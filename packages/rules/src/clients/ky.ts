import { defineClient } from "../define-client.js";

export default defineClient({
  name: "ky",
  docs: "https://www.npmjs.com/package/ky",
  verified: "ky 2.1.0 and 1.14.3",
  notes: [
    "TLS options go into an undici dispatcher at `dispatcher`; written directly into the options they have no effect.",
  ],
  modules: ["ky"],
  trust: "process",
  instances: ["create()", "extend()"],
  tlsOptions: [
    { call: ["", "get", "post", "put", "patch", "head", "delete"], at: [[1]], side: "client", forwards: [] },
    { call: ["create", "extend"], at: [[0]], side: "client", forwards: [] },
    { call: ["", "get", "post", "put", "patch", "head", "delete"], at: [[1, "agent"]], side: "client", forwards: [] },
    { call: ["create", "extend"], at: [[0, "agent"]], side: "client", forwards: [] },
  ],
});
