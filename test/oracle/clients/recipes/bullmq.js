const connection = { host: "service.example.com", port: 6380, tls: {} };

export default {
  client: "bullmq",
  with: ["ioredis@5"],
  calls: [
    {
      names: ["new Queue", "new QueueEvents"],
      args: ["work", { connection }],
      code: "await new $NAME(ARGS).waitUntilReady();",
    },
    { names: ["new FlowProducer"], args: [{ connection }], code: "await new $NAME(ARGS).waitUntilReady();" },
  ],
};
