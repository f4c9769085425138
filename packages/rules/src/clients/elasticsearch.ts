import { defineClient } from "../define-client.js";

const target = {
  at: [
    [0, "node"],
    [0, "nodes"],
  ],
} as const;

export default defineClient({
  name: "@elastic/elasticsearch",
  docs: "https://www.elastic.co/docs/reference/elasticsearch/clients/javascript/connecting",
  verified: "@elastic/elasticsearch 9.5.1, 8.19.2 (`tls`) and 7.17.14 (`ssl`)",
  notes: [
    "With `cloud`, the client sets `secureProtocol` to `TLSv1_2_method` itself, so that a `minVersion` beside it throws.",
  ],
  modules: ["@elastic/elasticsearch"],
  tlsOptions: [
    { construct: "Client", at: [[0, "tls"]], side: "client", target, majors: ">=8" },
    { construct: "Client", at: [[0, "ssl"]], side: "client", target, majors: "<8" },
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
