import { defineClient } from "../define-client.js";

export default defineClient({
  name: "@opensearch-project/opensearch",
  docs: "https://docs.opensearch.org/latest/clients/javascript/index/",
  verified: "@opensearch-project/opensearch 3.9.0",
  notes: [
    "With `cloud`, the client sets `secureProtocol` to `TLSv1_2_method` itself, so that a `minVersion` beside it throws.",
  ],
  modules: ["@opensearch-project/opensearch"],
  tlsOptions: [{ construct: "Client", at: [[0, "ssl"]], side: "client" }],
  plaintext: [
    {
      construct: "Client",
      at: [
        [0, "node"],
        [0, "nodes", "*"],
        [0, "nodes"],
      ],
      scheme: "http",
      effect: "none",
      remedy: "Use `https://`.",
    },
  ],
});
