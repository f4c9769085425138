import { defineClient } from "../define-client.js";

/** Shared by the clients that configure librdkafka. */
export const librdkafkaWords = {
  "enable.ssl.certificate.verification": {
    option: "rejectUnauthorized",
    values: [
      [false, false],
      ["false", false],
      [true, true],
    ],
    unmistakable: true,
  },
  "ssl.endpoint.identification.algorithm": {
    option: "checkServerIdentity",
    values: [
      ["none", "accepts-all"],
      ["https", "default"],
    ],
    unmistakable: true,
  },
} as const;

export default defineClient({
  name: "node-rdkafka",
  docs: "https://github.com/confluentinc/librdkafka/blob/master/CONFIGURATION.md",
  verified: "node-rdkafka 3.6.1",
  modules: ["node-rdkafka"],
  trust: ["ssl.ca.location"],
  tlsOptions: [
    {
      construct: ["Producer", "HighLevelProducer", "KafkaConsumer"],
      at: [[0]],
      side: "client",
      vocabulary: librdkafkaWords,
      forwards: [],
    },
    {
      call: [
        "Producer",
        "KafkaConsumer",
        "createReadStream",
        "createWriteStream",
        "Producer.createWriteStream",
        "KafkaConsumer.createReadStream",
        "AdminClient.create",
      ],
      at: [[0]],
      side: "client",
      vocabulary: librdkafkaWords,
      forwards: [],
    },
  ],
});
