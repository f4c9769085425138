import { defineClient } from "../define-client.js";

const target = { at: [[0]] } as const;

/** HTTP/2 came with it. */
const http2 = "1.13";

/** In the configuration at this argument. */
const ignoresAgents = (index: number) => ({
  majors: `>=${http2}`,
  why: "over HTTP/2 axios asks no agent: it takes `http2Options`",
  where: { at: [[index, "httpVersion"]] as const, values: [2] },
});

/** They are read where HTTP/2 is asked for, or may be. */
function http2Options(call: readonly string[], index: number) {
  const asked = { at: [[index, "httpVersion"]] as const, values: [2, undefined] };
  const row = { call, at: [[index, "http2Options"]] as const, side: "client" } as const;
  return [
    { ...row, majors: `>=${http2}`, where: asked },
    {
      ...row,
      majors: `>=${http2}`,
      except: asked,
      unread: { why: "axios reads `http2Options` beside `httpVersion: 2` alone" },
    },
    { ...row, majors: `<${http2}`, unread: { why: `axios has no HTTP/2 before ${http2}` } },
  ];
}

export default defineClient({
  name: "axios",
  docs: "https://axios-http.com/docs/req_config",
  verified: "axios 1.21.1 and 0.35.0",
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
    ...http2Options(["", "request"], 0),
    ...http2Options(["", "get", "delete", "head", "options"], 1),
    ...http2Options(["post", "put", "patch"], 2),
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
