import { defineClient } from "../define-client.js";
import { librdkafkaWords } from "./node-rdkafka.js";

export default defineClient({
  name: "@confluentinc/kafka-javascript",
  docs: "https://docs.confluent.io/kafka-clients/javascript/current/overview.html",
  verified: "@confluentinc/kafka-javascript 1.10.1",
  modules: ["@confluentinc/kafka-javascript"],
  trust: ["ssl.ca.location"],
  tlsOptions: [
    {
      construct: ["KafkaJS.Kafka", "Producer", "HighLevelProducer", "KafkaConsumer"],
      at: [[0]],
      side: "client",
      vocabulary: librdkafkaWords,
      forwards: [],
    },
    {
      call: ["KafkaJS.Kafka().producer", "KafkaJS.Kafka().consumer", "KafkaJS.Kafka().admin"],
      at: [[0]],
      side: "client",
      vocabulary: librdkafkaWords,
      forwards: [],
    },
    { call: "AdminClient.create", at: [[0]], side: "client", vocabulary: librdkafkaWords, forwards: [] },
  ],
});
