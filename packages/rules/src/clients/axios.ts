import { defineClient } from "../define-client.js";

const target = { at: [[0]] } as const;

/** In the configuration at this argument. */
const ignoresAgents = (index: number) => ({
  why: "over HTTP/2 axios asks no agent: it takes `http2Options`",
  where: { at: [[index, "httpVersion"]] as const, values: [2] },
});

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
    {
      call: ["", "request"],
      at: [[0]],
      side: "client",
      forwards: [],
      target: { at: [[0]], beside: ["url"] },
      ignoresAgents: ignoresAgents(0),
    },
    {
      call: ["", "get", "delete", "head", "options"],
      at: [[1]],
      side: "client",
      forwards: [],
      target,
      ignoresAgents: ignoresAgents(1),
    },
    { call: ["", "request"], at: [[0, "http2Options"]], side: "client" },
    { call: ["", "get", "delete", "head", "options"], at: [[1, "http2Options"]], side: "client" },
    { call: ["post", "put", "patch"], at: [[2, "http2Options"]], side: "client" },
    {
      call: ["post", "put", "patch", "postForm", "putForm", "patchForm"],
      at: [[2]],
      side: "client",
      forwards: [],
      target,
      ignoresAgents: ignoresAgents(2),
    },
  ],
  settings: [{ object: "defaults.httpsAgent.options", side: "client" }],
  installers: ["defaults.httpsAgent"],
});
