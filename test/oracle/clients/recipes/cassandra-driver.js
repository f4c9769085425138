export default {
  client: "cassandra-driver",
  calls: [
    {
      names: ["new Client"],
      args: [{ contactPoints: ["service.example.com"], localDataCenter: "one", sslOptions: {} }],
      code: "await new $NAME(ARGS).connect();",
    },
  ],
};
