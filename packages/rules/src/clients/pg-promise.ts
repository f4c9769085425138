import { defineClient } from "../define-client.js";
import { disabledSslMode, pgParameters, pgRefuses, pgShorthands, withoutSsl } from "./pg.js";

export default defineClient({
  name: "pg-promise",
  docs: "https://github.com/vitaly-t/pg-promise/wiki/Connection-Syntax",
  verified: "pg-promise 12.7.1 and 11.15.0",
  modules: ["pg-promise"],
  tlsOptions: [
    { call: "()", at: [[0, "ssl"]], side: "client", shorthands: pgShorthands },
    { call: "()", at: [[0]], side: "client", forwards: [] },
  ],
  connectionStrings: [
    {
      call: "()",
      at: [[0], [0, "connectionString"]],
      form: "url",
      trust: ["sslrootcert"],
      parameters: pgParameters,
      refuses: pgRefuses,
      replaces: "ssl",
    },
  ],
  plaintext: [
    {
      call: "()",
      at: [[0, "ssl"]],
      hosts: [
        [0, "host"],
        [0, "connectionString"],
      ],
      ...withoutSsl,
    },
    { call: "()", at: [[0], [0, "connectionString"]], ...disabledSslMode },
  ],
});
