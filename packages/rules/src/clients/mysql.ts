import { defineClient, inText } from "../define-client.js";

export const mysqlParameters = inText({ rejectUnauthorized: { option: "rejectUnauthorized" } });

const options = {
  side: "client",
  forwards: ["rejectUnauthorized", "ciphers"],
  insecureDefaults: [{ option: "checkServerIdentity" }],
} as const;

export default defineClient({
  name: "mysql",
  docs: "https://www.npmjs.com/package/mysql#ssl-options",
  verified: "mysql 2.18.1",
  notes: ["The host name is never compared with the certificate. mysql2 does it with `verifyIdentity: true`."],
  modules: ["mysql"],
  tlsOptions: [
    { call: ["createConnection", "createPool"], at: [[0, "ssl"]], ...options },
    {
      call: "createPoolCluster().add",
      at: [
        [0, "ssl"],
        [1, "ssl"],
      ],
      ...options,
    },
    { call: ["createConnection", "createPool"], at: [[0]], side: "client", forwards: [] },
  ],
  connectionStrings: [
    {
      call: ["createConnection", "createPool"],
      at: [[0]],
      form: "json",
      parameters: mysqlParameters,
      looksLike: /^mysql:\/\//,
    },
  ],
});
