import { defineClient, inText } from "../define-client.js";
import { pgParameters, pgShorthands } from "./pg.js";
import { sqlServerWords } from "./tedious.js";

export default defineClient({
  name: "knex",
  docs: "https://knexjs.org/guide/#configuration-options",
  verified: "knex 3.3.0",
  notes: ["`connection` is handed to the driver of the dialect. For SQL Server only `connection.options` is: `connection.trustServerCertificate` has no effect."],
  modules: ["knex"],
  tlsOptions: [
    { call: ["", "knex"], at: [[0, "connection", "ssl"]], side: "client", shorthands: pgShorthands },
    { call: ["", "knex"], at: [[0, "connection", "options"]], side: "client", vocabulary: sqlServerWords, forwards: [] },
    { call: ["", "knex"], at: [[0, "connection", "options", "cryptoCredentialsDetails"]], side: "client" },
  ],
  connectionStrings: [
    { call: ["", "knex"], at: [[0, "connection"], [0, "connection", "connectionString"], [0]], form: "url", parameters: pgParameters, replaces: "ssl" },
    { call: ["", "knex"], at: [[0, "connection"], [0]], form: "json", parameters: inText({ rejectUnauthorized: { option: "rejectUnauthorized" }, ...sqlServerWords }) },
  ],
});
