import { defineClient } from "../define-client.js";

const requests = ["get", "post", "put", "patch", "head", "del", "delete", "options"];

const forwards = ["rejectUnauthorized", "ciphers", "secureProtocol", "secureOptions"] as const;

const target = { at: [[0], [0, "url"], [0, "uri"], [1, "url"], [1, "uri"]] } as const;

export default defineClient({
  name: "request",
  docs: "https://github.com/request/request#tlsssl-protocol",
  verified: "request 2.88.2",
  notes: ["Only the options of `agentOptions` know `minVersion`; at the top level it has no effect."],
  modules: ["request", "request-promise", "request-promise-native"],
  instances: ["defaults()"],
  tlsOptions: [
    {
      call: ["", ...requests, "defaults"],
      at: [[0], [1]],
      side: "client",
      vocabulary: { strictSSL: { option: "rejectUnauthorized", unmistakable: true } },
      forwards,
      target,
    },
    {
      call: ["", ...requests, "defaults"],
      at: [
        [0, "agentOptions"],
        [1, "agentOptions"],
      ],
      side: "client",
      target,
    },
  ],
});
