import { defineClient, type OptionsAt } from "../define-client.js";
import { mysql2Options } from "./mysql2.js";
import { disabledSslMode, pgParameters, pgShorthands, withoutSsl } from "./pg.js";
import { credentialsDetails, sqlServerWords, unencrypted, unreadWhenStrict } from "./tedious.js";

/** The options are the last of up to four arguments. */
const under = (...path: string[]): readonly OptionsAt[] =>
  [0, 1, 2, 3].map((index) => [index, "dialectOptions", ...path]);

const dialect = [0, 1, 2, 3].map((index): OptionsAt => [index, "dialect"]);

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
    { construct: ["", "Sequelize"], at: under("ssl"), side: "client", shorthands: pgShorthands },
    { construct: ["", "Sequelize"], at: under("ssl"), where: { at: dialect, values: ["mysql"] }, ...mysql2Options },
    {
      construct: ["", "Sequelize"],
      at: under("options"),
      side: "client",
      vocabulary: sqlServerWords,
      forwards: [],
      unread: unreadWhenStrict(under("options", "encrypt")),
    },
    {
      construct: ["", "Sequelize"],
      at: under("options"),
      side: "client",
      where: { at: dialect, values: ["mssql"] },
      vocabulary: sqlServerWords,
      forwards: [],
      insecureDefaults: [{ option: "rejectUnauthorized", remedy: ["trustServerCertificate", false] }],
    },
    { construct: ["", "Sequelize"], at: under("options", "cryptoCredentialsDetails"), ...credentialsDetails },
  ],
  connectionStrings: [
    { construct: ["", "Sequelize"], at: [[0]], form: "url", parameters: pgParameters, replaces: "ssl" },
  ],
  plaintext: [
    {
      construct: ["", "Sequelize"],
      at: under("options", "encrypt"),
      hosts: [0, 1, 2, 3].map((index): OptionsAt => [index, "host"]),
      ...unencrypted,
    },
    {
      construct: ["", "Sequelize"],
      at: under("ssl"),
      hosts: [[0], ...[0, 1, 2, 3].map((index): OptionsAt => [index, "host"])],
      ...withoutSsl,
    },
    { construct: ["", "Sequelize"], at: [[0]], ...disabledSslMode },
  ],
});
