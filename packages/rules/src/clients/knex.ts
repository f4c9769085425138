import { defineClient, inText, type OptionsAt } from "../define-client.js";
import { mysqlOptions, mysqlParameters } from "./mysql.js";
import { mysql2Options } from "./mysql2.js";
import { disabledSslMode, pgParameters, pgShorthands, withoutSsl } from "./pg.js";
import { credentialsDetails, sqlServerWords, unencrypted, unreadWhenStrict } from "./tedious.js";

const call = ["", "knex"];

const driver = (name: string) => ({ at: [[0, "client"]] as const, values: [name] });

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
    { call, at: under("ssl"), where: driver("mysql2"), ...mysql2Options },
    { call, at: under("ssl"), where: driver("mysql"), ...mysqlOptions },
    {
      call,
      at: under("options"),
      side: "client",
      vocabulary: sqlServerWords,
      forwards: [],
      unread: unreadWhenStrict(under("options", "encrypt")),
    },
    { call, at: under("options", "cryptoCredentialsDetails"), ...credentialsDetails },
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
