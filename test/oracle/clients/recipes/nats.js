export default {
  client: "nats",
  since: { major: "2", why: "of 2019; a name to verify has to be said", differs: 4 },
  package: "nats",
  module: "nats",
  protocol: "nats",
  calls: [
    {
      names: ["connect"],
      args: [{ servers: "service.example.com:4222", reconnect: false, timeout: 2000, tls: {} }],
      code: "await $NAME(ARGS);",
    },
  ],
};
