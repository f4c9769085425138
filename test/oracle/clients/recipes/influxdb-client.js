export default {
  client: "@influxdata/influxdb-client",
  calls: [
    {
      names: ["new InfluxDB"],
      args: [{ url: "https://service.example.com", token: "secret", transportOptions: {} }],
      code: `await new $NAME(ARGS).getQueryApi("org").collectRows("buckets()");`,
    },
  ],
};
