export default {
  client: "nats",
  package: "@nats-io/transport-node",
  module: "@nats-io/transport-node",
  protocol: "nats",
  calls: [
    {
      names: ["connect"],
      args: [{ servers: "service.example.com:4222", reconnect: false, timeout: 2000, tls: {} }],
      code: "await $NAME(ARGS);",
    },
  ],
};
