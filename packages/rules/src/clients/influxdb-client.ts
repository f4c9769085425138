import { defineClient } from "../define-client.js";

export default defineClient({
  name: "@influxdata/influxdb-client",
  docs: "https://influxdata.github.io/influxdb-client-js/",
  verified: "@influxdata/influxdb-client 1.35.0",
  modules: ["@influxdata/influxdb-client"],
  tlsOptions: [{ construct: "InfluxDB", at: [[0], [0, "transportOptions"]], side: "client" }],
});
