export default {
  client: "amqplib",
  url: "amqps://service.example.com",
  calls: [
    { names: ["connect"], args: ["amqps://service.example.com", {}], code: "await $NAME(ARGS);" },
    {
      names: ["connect"],
      args: [{ protocol: "amqps", hostname: "service.example.com" }, {}],
      code: "await $NAME(ARGS);",
    },
    {
      names: ["connect"],
      module: "amqplib/callback_api",
      args: ["amqps://service.example.com", {}],
      code: "await new Promise((done, fail) => $NAME(ARGS, (error) => (error ? fail(error) : done())));",
    },
  ],
};
