export default {
  client: "influx",
  calls: [
    {
      names: ["new InfluxDB"],
      args: [{ database: "app", hosts: [{ host: "service.example.com", port: 443, protocol: "https", options: {} }] }],
      code: "await new $NAME(ARGS).getDatabaseNames();",
    },
    {
      names: ["new InfluxDB"],
      args: [{ database: "app", host: "service.example.com", port: 443, protocol: "https", options: {} }],
      code: "await new $NAME(ARGS).getDatabaseNames();",
    },
  ],
};
