import { defineClient } from "../define-client.js";

export default defineClient({
  name: "cassandra-driver",
  docs: "https://docs.datastax.com/en/developer/nodejs-driver/latest/features/tls/",
  verified: "cassandra-driver 4.10.0 and 3.6.0",
  notes: [
    "With `sslOptions`, the driver's own default for `rejectUnauthorized` is `false`; with `cloud` it is `true`.",
  ],
  modules: ["cassandra-driver"],
  tlsOptions: [
    {
      construct: "Client",
      at: [[0, "sslOptions"]],
      side: "client",
      insecureDefaults: [{ option: "rejectUnauthorized", remedy: ["rejectUnauthorized", true], unlessBeside: "cloud" }],
    },
  ],
});
