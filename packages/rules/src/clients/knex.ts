import { defineClient, inText, type OptionsAt } from "../define-client.js";
import { mysqlOptions, mysqlParameters, mysqlRefuses, mysqlSwitches } from "./mysql.js";
import { mysql2Options, mysql2Strings, mysql2Switches } from "./mysql2.js";
import { disabledSslMode, pgParameters, pgRefuses, pgShorthands, withoutSsl } from "./pg.js";
import { credentialsDetails, sqlServerWords, unencrypted, unreadWhenStrict } from "./tedious.js";

const call = ["", "knex"];

const driver = (...names: string[]) => ({ at: [[0, "client"]] as const, values: names });

const postgres = ["pg", "postgres", "postgresql", "pgnative", "cockroachdb", "redshift"];
const mysql = ["mysql", "mysql2"];
const sqlServer = ["mssql"];

/** The connection, or what a function in its place returns. */
const under = (...path: string[]): readonly OptionsAt[] => [
  [0, "connection", ...path],
  [0, "connection", "()", ...path],
];

/** A string that a function returns is the driver's own. */
const returned: OptionsAt = [0, "connection", "()"];

export default defineClient({
  name: "knex",
  docs: "https://knexjs.org/guide/#configuration-options",
  verified: "knex 3.3.0 and 2.5.1",
  notes: [
    "`connection` is handed to the driver of the dialect. For SQL Server only `connection.options` is: `connection.trustServerCertificate` has no effect.",
  ],
  modules: ["knex"],
  tlsOptions: [
    { call, at: under(), side: "client", forwards: [] },
    { call, at: under("ssl"), side: "client", except: driver(...mysql, ...sqlServer), shorthands: pgShorthands },
    { call, at: under("ssl"), where: driver("mysql2"), ...mysql2Options },
    { call, at: under("ssl"), where: driver("mysql"), ...mysqlOptions },
    {
      call,
      at: under("options"),
      side: "client",
      except: driver(...postgres, ...mysql),
      vocabulary: sqlServerWords,
      forwards: [],
      unread: unreadWhenStrict(under("options", "encrypt")),
    },
    ...credentialsDetails(
      under("options", "cryptoCredentialsDetails"),
      under("options", "encrypt"),
      driver(...postgres, ...mysql),
    ).map((row) => ({ call, ...row })),
  ],
  connectionStrings: [
    {
      call,
      at: [[0], [0, "connection"], returned, ...under("connectionString")],
      form: "url",
      except: driver(...mysql, ...sqlServer),
      parameters: pgParameters,
      refuses: pgRefuses,
      replaces: "ssl",
    },
    { call, at: [[0, "connection"], returned], where: driver("mysql2"), ...mysql2Strings },
    { call, at: [[0, "connection"], returned], where: driver("mysql2"), ...mysql2Switches },
    {
      call,
      at: [[0], [0, "connection"], returned],
      form: "json",
      except: driver("mysql2", ...postgres, ...sqlServer),
      parameters: mysqlParameters,
      insecureDefaults: mysqlOptions.insecureDefaults,
    },
    {
      call,
      at: [[0, "connection"], returned],
      form: "url",
      where: driver("mysql"),
      parameters: mysqlSwitches,
      refuses: mysqlRefuses,
    },
    {
      call,
      at: [[0], [0, "connection"]],
      form: "json",
      except: driver(...postgres, ...mysql),
      parameters: inText(sqlServerWords),
    },
  ],
  plaintext: [
    {
      call,
      at: under("ssl"),
      hosts: [...under("host"), ...under("connectionString")],
      except: driver(...sqlServer),
      ...withoutSsl,
    },
    {
      call,
      at: under("options", "encrypt"),
      hosts: [...under("server"), ...under("host")],
      except: driver(...postgres, ...mysql),
      ...unencrypted,
    },
    {
      call,
      at: [[0, "connection"], returned, ...under("connectionString")],
      except: driver(...mysql, ...sqlServer),
      ...disabledSslMode,
    },
  ],
});
