import { defineClient } from "../define-client.js";

export default defineClient({
  name: "amqplib",
  docs: "https://amqp-node.github.io/amqplib/ssl.html",
  verified: "amqplib 2.3.1 and 1.2.0",
  modules: ["amqplib", "amqplib/callback_api"],
  tlsOptions: [
    { call: "connect", at: [[1]], side: "client", target: { at: [[0]] } },
    { call: "connect", at: [[0], [1, "tls"], [1, "clientProperties"]], side: "client", forwards: [] },
  ],
  plaintext: [
    { call: "connect", at: [[0]], scheme: "amqp", effect: "none", remedy: "Use `amqps://`." },
    {
      call: "connect",
      at: [[0, "protocol"]],
      values: ["amqp"],
      hosts: [[0, "hostname"]],
      effect: "none",
      remedy: "Use `amqps`.",
    },
  ],
});
