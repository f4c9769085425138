import { defineClient } from "../define-client.js";

/** Shared by everything that hands its proxy options to http-proxy. */
export const proxyWords = { secure: { option: "rejectUnauthorized" } } as const;

export const proxyTarget = { beside: ["target"] } as const;

const servers = ["createProxyServer", "createServer", "createProxy"];

export default defineClient({
  name: "http-proxy",
  docs: "https://www.npmjs.com/package/http-proxy",
  verified: "http-proxy 1.18.1",
  notes: [
    "`secure` becomes `rejectUnauthorized` of the request to the target, so that only the literal `false` switches the verification off.",
  ],
  modules: ["http-proxy"],
  tlsOptions: [
    { call: servers, at: [[0]], side: "client", vocabulary: proxyWords, target: proxyTarget, forwards: [] },
    { construct: "", at: [[0]], side: "client", vocabulary: proxyWords, target: proxyTarget, forwards: [] },
    {
      call: servers.flatMap((name) => [`${name}().web`, `${name}().ws`]),
      at: [[2], [3]],
      side: "client",
      vocabulary: proxyWords,
      target: proxyTarget,
      forwards: [],
    },
    { call: servers, at: [[0, "target"]], side: "client", forwards: ["ciphers", "secureProtocol"] },
    { call: servers, at: [[0, "ssl"]], side: "server" },
  ],
});
