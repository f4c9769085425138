import { defineClient, inText } from "../define-client.js";

export const mysqlParameters = inText({ rejectUnauthorized: { option: "rejectUnauthorized" } });

/** The text of a parameter is read as JSON: for `true` see the shorthand. */
export const mysqlSwitches = { ssl: { option: "rejectUnauthorized", values: [["true", false]] } } as const;

const profiles = {
  error: "a TypeError",
  why: "takes an object, or the name of a profile that it has",
} as const;

/** What of the texts in that place is none of that. */
export const mysqlRefuses = { ssl: { ...profiles, values: ["no-verify"] } } as const;

/** Shared by everything that hands its options to mysql. */
export const mysqlOptions = {
  side: "client",
  // `true` has no room for the `rejectUnauthorized` that the client sets by default
  shorthands: [[true, false]],
  refusesInstead: { ...profiles, values: ["no-verify"] },
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
    { call: ["createConnection", "createPool"], at: [[0, "ssl"]], ...mysqlOptions },
    {
      call: "createPoolCluster().add",
      at: [
        [0, "ssl"],
        [1, "ssl"],
      ],
      ...mysqlOptions,
    },
    { call: ["createConnection", "createPool"], at: [[0]], side: "client", forwards: [] },
  ],
  connectionStrings: [
    {
      call: ["createConnection", "createPool"],
      at: [[0]],
      form: "json",
      parameters: mysqlParameters,
      insecureDefaults: mysqlOptions.insecureDefaults,
      looksLike: /^mysql:\/\//,
    },
    {
      call: ["createConnection", "createPool"],
      at: [[0]],
      form: "url",
      parameters: mysqlSwitches,
      refuses: mysqlRefuses,
    },
  ],
});
