import { defineClient } from "../define-client.js";

export default defineClient({
  name: "mariadb",
  docs: "https://mariadb.com/docs/connectors/mariadb-connector-nodejs/connector-nodejs-promise-api",
  verified: "mariadb 3.5.4 and 2.5.6",
  modules: ["mariadb", "mariadb/callback"],
  tlsOptions: [
    { call: ["createConnection", "createPool"], at: [[0, "ssl"]], side: "client" },
    {
      call: "createPoolCluster().add",
      at: [
        [0, "ssl"],
        [1, "ssl"],
      ],
      side: "client",
    },
    { call: ["createConnection", "createPool"], at: [[0]], side: "client", forwards: [] },
  ],
  plaintext: [
    {
      call: ["createConnection", "createPool"],
      at: [[0, "ssl"]],
      values: [false],
      hosts: [
        [0, "host"],
        [0, "uri"],
      ],
      effect: "none",
      remedy: "Use `ssl: true`.",
      isDefault: true,
    },
  ],
});
