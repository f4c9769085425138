import { defineClient, type OptionsAt } from "../define-client.js";
import { mysql2Options } from "./mysql2.js";
import { disabledSslMode, pgParameters, pgRefuses, pgShorthands, withoutSsl } from "./pg.js";
import { credentialsDetails, sqlServerWords, unencrypted, unreadWhenStrict } from "./tedious.js";

/** The options are the last of up to four arguments. */
const under = (...path: string[]): readonly OptionsAt[] =>
  [0, 1, 2, 3].map((index) => [index, "dialectOptions", ...path]);

const construct = ["", "Sequelize"];

const dialects = (...values: string[]) => ({ at: [0, 1, 2, 3].map((index): OptionsAt => [index, "dialect"]), values });

/** Those whose drivers have words of their own under `ssl`. */
const others = ["mysql", "mariadb"];

/** It trusts any server unless it is told not to. */
const sqlServer = {
  construct,
  at: under("options"),
  side: "client",
  vocabulary: sqlServerWords,
  forwards: [],
  insecureDefaults: [{ option: "rejectUnauthorized", remedy: ["trustServerCertificate", false], unsaid: true }],
} as const;

export default defineClient({
  name: "sequelize",
  docs: "https://sequelize.org/docs/v6/other-topics/dialect-specific-things/",
  verified: "sequelize 6.37.8",
  notes: [
    "`dialectOptions` is handed to the driver of the dialect.",
    "For SQL Server the default is `trustServerCertificate: true`, the opposite of the driver's own: set it to `false` in `dialectOptions.options`.",
  ],
  modules: ["sequelize", "sequelize-typescript"],
  tlsOptions: [
    { construct, at: under("ssl"), side: "client", except: dialects(...others), shorthands: pgShorthands },
    { construct, at: under("ssl"), side: "client", where: dialects("mariadb") },
    { construct, at: under("ssl"), where: dialects("mysql"), ...mysql2Options },
    {
      construct,
      at: under("options"),
      side: "client",
      vocabulary: sqlServerWords,
      forwards: [],
      unread: unreadWhenStrict(under("options", "encrypt")),
    },
    { ...sqlServer, where: dialects("mssql") },
    { ...sqlServer, where: { at: [[0]], schemes: ["mssql"] }, except: dialects("mssql") },
    ...credentialsDetails(under("options", "cryptoCredentialsDetails"), under("options", "encrypt")).map((row) => ({
      construct,
      ...row,
    })),
  ],
  connectionStrings: [
    { construct, at: [[0]], form: "url", parameters: pgParameters, refuses: pgRefuses, replaces: "ssl" },
  ],
  plaintext: [
    {
      construct,
      at: under("options", "encrypt"),
      hosts: [0, 1, 2, 3].map((index): OptionsAt => [index, "host"]),
      ...unencrypted,
    },
    {
      construct,
      at: under("ssl"),
      hosts: [[0], ...[0, 1, 2, 3].map((index): OptionsAt => [index, "host"])],
      ...withoutSsl,
    },
    { construct, at: [[0]], ...disabledSslMode },
  ],
});
