export default {
  client: "influx",
  since: { major: "5", why: "of 2016, with other words", differs: 18 },
  calls: [
    {
      names: ["new InfluxDB"],
      places: [[0, "hosts", "*", "options"]],
      args: [{ database: "app", hosts: [{ host: "service.example.com", port: 443, protocol: "https", options: {} }] }],
      code: "await new $NAME(ARGS).getDatabaseNames();",
    },
    {
      names: ["new InfluxDB"],
      places: [[0, "options"]],
      args: [{ database: "app", host: "service.example.com", port: 443, protocol: "https", options: {} }],
      code: "await new $NAME(ARGS).getDatabaseNames();",
    },
  ],
};
