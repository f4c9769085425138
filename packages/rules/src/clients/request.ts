import { defineClient } from "../define-client.js";

const requests = ["get", "post", "put", "patch", "head", "del", "delete", "options"];

const target = { at: [[0], [0, "url"], [0, "uri"], [1, "url"], [1, "uri"]] } as const;

export default defineClient({
  name: "request",
  docs: "https://github.com/request/request#tlsssl-protocol",
  verified: "request 2.88.2",
  notes: [
    "What stands at the top level goes to `https.request` with everything else, what stands in `agentOptions` to the agent.",
  ],
  modules: ["request", "request-promise", "request-promise-native"],
  instances: ["defaults()"],
  tlsOptions: [
    {
      call: ["", ...requests, "defaults"],
      at: [[0], [1]],
      side: "client",
      vocabulary: { strictSSL: { option: "rejectUnauthorized", unmistakable: true } },
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
