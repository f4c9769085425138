import { defineClient } from "../define-client.js";

export default defineClient({
  name: "kafkajs",
  docs: "https://kafka.js.org/docs/configuration#ssl",
  verified: "kafkajs 2.2.4 and 1.16.0",
  modules: ["kafkajs"],
  tlsOptions: [
    { construct: "Kafka", at: [[0, "ssl"]], side: "client" },
    { construct: "Kafka", at: [[0]], side: "client", forwards: [] },
  ],
  plaintext: [
    {
      construct: "Kafka",
      at: [[0, "ssl"]],
      values: [false],
      hosts: [[0, "brokers", "*"]],
      effect: "none",
      remedy: "Set `ssl` to `true`.",
      isDefault: true,
    },
  ],
});
