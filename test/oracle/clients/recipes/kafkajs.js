export default {
  client: "kafkajs",
  calls: [
    {
      names: ["new Kafka"],
      args: [{ brokers: ["service.example.com:9093"], ssl: true, logLevel: 0, retry: { retries: 0 } }],
      code: "await new $NAME(ARGS).admin().connect();",
    },
  ],
};
