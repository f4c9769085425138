import { defineClient, inText, type OptionsAt } from "../define-client.js";
import { mysqlParameters } from "./mysql.js";
import { disabledSslMode, pgParameters, pgShorthands, withoutSsl } from "./pg.js";
import { sqlServerWords, unencrypted } from "./tedious.js";

const call = ["", "knex"];

/** The connection, or what a function in its place returns. */
const under = (...path: string[]): readonly OptionsAt[] => [
  [0, "connection", ...path],
  [0, "connection", "()", ...path],
];

export default defineClient({
  name: "knex",
  docs: "https://knexjs.org/guide/#configuration-options",
  verified: "knex 3.3.0",
  notes: [
    "`connection` is handed to the driver of the dialect. For SQL Server only `connection.options` is: `connection.trustServerCertificate` has no effect.",
  ],
  modules: ["knex"],
  tlsOptions: [
    { call, at: under(), side: "client", forwards: [] },
    { call, at: under("ssl"), side: "client", shorthands: pgShorthands },
    { call, at: under("options"), side: "client", vocabulary: sqlServerWords, forwards: [] },
    { call, at: under("options", "cryptoCredentialsDetails"), side: "client" },
  ],
  connectionStrings: [
    {
      call,
      at: [[0], ...under(), ...under("connectionString")],
      form: "url",
      parameters: pgParameters,
      replaces: "ssl",
    },
    { call, at: [[0], ...under()], form: "json", parameters: { ...mysqlParameters, ...inText(sqlServerWords) } },
  ],
  plaintext: [
    { call, at: under("ssl"), hosts: [...under("host"), ...under("connectionString")], ...withoutSsl },
    { call, at: under("options", "encrypt"), hosts: [...under("server"), ...under("host")], ...unencrypted },
    { call, at: [...under(), ...under("connectionString")], ...disabledSslMode },
  ],
});
