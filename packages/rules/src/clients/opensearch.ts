import { defineClient } from "../define-client.js";

export default defineClient({
  name: "@opensearch-project/opensearch",
  docs: "https://docs.opensearch.org/latest/clients/javascript/index/",
  verified: "@opensearch-project/opensearch 3.9.0 and 2.13.0",
  notes: [
    "With `cloud`, the client sets `secureProtocol` to `TLSv1_2_method` itself, so that a `minVersion` beside it throws.",
  ],
  modules: ["@opensearch-project/opensearch"],
  tlsOptions: [
    {
      construct: "Client",
      at: [
        [0, "ssl"],
        [0, "node", "ssl"],
        [0, "nodes", "*", "ssl"],
      ],
      side: "client",
    },
    // the name that Elasticsearch's client has for it since its major 8
    { construct: "Client", at: [[0], [0, "tls"]], side: "client", forwards: [] },
  ],
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
