import { defineClient } from "../define-client.js";

export default defineClient({
  name: "nats",
  docs: "https://github.com/nats-io/nats.node#tls",
  verified: "nats 2.29.3, @nats-io/transport-node 3.4.0",
  modules: ["nats", "@nats-io/transport-node"],
  trust: ["caFile", "ca"],
  tlsOptions: [
    { call: "connect", at: [[0, "tls"]], side: "client" },
    { call: "connect", at: [[0]], side: "client", forwards: [] },
  ],
});
