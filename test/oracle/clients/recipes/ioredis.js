const code = `await new Promise((done, fail) => new $NAME(ARGS).on("ready", done).on("error", fail));`;

export default {
  client: "ioredis",
  url: "rediss://service.example.com:6380",
  calls: [
    {
      names: ["new Redis"],
      places: [[0, "sentinelTLS"]],
      args: [
        {
          sentinels: [{ host: "service.example.com", port: 26380 }],
          name: "one",
          enableTLSForSentinelMode: true,
          sentinelTLS: {},
          sentinelRetryStrategy: null,
        },
      ],
      code,
    },
    {
      names: ["new Redis", "new "],
      places: [[0], [0, "tls"]],
      args: [{ host: "service.example.com", port: 6380, tls: {} }],
      code,
    },
    { names: ["new Redis"], args: ["rediss://service.example.com:6380", {}], code },
    { names: ["new Redis"], args: [6380, "service.example.com", { tls: {} }], code },
    {
      names: ["new Cluster"],
      args: [[{ host: "service.example.com", port: 6380 }], { redisOptions: { tls: {} } }],
      code,
    },
  ],
};
