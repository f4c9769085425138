import { defineClient } from "../define-client.js";

const target = { at: [[0]] } as const;

export default defineClient({
  name: "axios",
  docs: "https://axios-http.com/docs/req_config",
  verified: "axios 1.21.1",
  notes: [
    "TLS options go into an `https.Agent` at `httpsAgent`; written directly into the request's configuration they have no effect.",
  ],
  modules: ["axios"],
  instances: ["create()"],
  tlsOptions: [
    { call: "create", at: [[0]], side: "client", forwards: [] },
    { call: ["", "request"], at: [[0]], side: "client", forwards: [], target: { at: [[0]], beside: ["url"] } },
    { call: ["", "get", "delete", "head", "options"], at: [[1]], side: "client", forwards: [], target },
    {
      call: ["post", "put", "patch", "postForm", "putForm", "patchForm"],
      at: [[2]],
      side: "client",
      forwards: [],
      target,
    },
  ],
  settings: [{ object: "defaults.httpsAgent.options", side: "client" }],
  installers: ["defaults.httpsAgent"],
});
