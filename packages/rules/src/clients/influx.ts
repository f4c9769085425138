import { defineClient } from "../define-client.js";

export default defineClient({
  name: "influx",
  docs: "https://node-influx.github.io/",
  verified: "influx 5.12.0",
  modules: ["influx"],
  tlsOptions: [
    {
      construct: "InfluxDB",
      at: [
        [0, "options"],
        [0, "hosts", "*", "options"],
      ],
      side: "client",
    },
  ],
});
