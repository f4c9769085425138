export default {
  client: "@elastic/elasticsearch",
  oldest: 7,
  url: "https://service.example.com",
  calls: [
    {
      names: ["new Client"],
      places: [
        [0, "tls"],
        [0, "ssl"],
        [0, "node"],
      ],
      args: [{ node: "https://service.example.com", maxRetries: 0, requestTimeout: 2000 }],
      code: "await new $NAME(ARGS).ping();",
    },
    {
      names: ["new Client"],
      places: [
        [0, "nodes"],
        [0, "nodes", "*"],
      ],
      args: [{ nodes: ["https://service.example.com"], maxRetries: 0, requestTimeout: 2000 }],
      code: "await new $NAME(ARGS).ping();",
    },
  ],
};
