import { acceptsAllWhenFalse, defineClient, inText } from "../define-client.js";

const profiles = {
  error: "a TypeError",
  why: "takes an object, or the name of a profile that it has",
} as const;

/** Shared by everything that hands its options to mysql2. */
export const mysql2Options = {
  side: "client",
  vocabulary: { verifyIdentity: { option: "checkServerIdentity", values: acceptsAllWhenFalse } },
  forwards: ["rejectUnauthorized", "ciphers", "minVersion", "maxVersion"],
  refusesInstead: { ...profiles, values: [true, "no-verify"] },
  insecureDefaults: [{ option: "checkServerIdentity", remedy: ["verifyIdentity", true] }],
} as const;

/** What stands in the JSON of a connection string. */
export const mysql2Strings = {
  form: "json",
  parameters: inText({
    rejectUnauthorized: { option: "rejectUnauthorized" },
    verifyIdentity: { option: "checkServerIdentity", values: acceptsAllWhenFalse },
  }),
  insecureDefaults: mysql2Options.insecureDefaults,
} as const;

/** What stands in a connection string in the place of that JSON. */
export const mysql2Switches = {
  form: "url",
  parameters: {},
  refuses: { ssl: { ...profiles, values: ["true", "no-verify"] } },
} as const;

export default defineClient({
  name: "mysql2",
  docs: "https://sidorares.github.io/node-mysql2/docs/documentation/ssl",
  verified: "mysql2 3.24.6",
  modules: ["mysql2", "mysql2/promise"],
  tlsOptions: [
    { call: ["createConnection", "createPool", "createConnectionPromise"], at: [[0, "ssl"]], ...mysql2Options },
    {
      call: "createPoolCluster().add",
      at: [
        [0, "ssl"],
        [1, "ssl"],
      ],
      ...mysql2Options,
    },
    { call: ["createConnection", "createPool", "createConnectionPromise"], at: [[0]], side: "client", forwards: [] },
  ],
  connectionStrings: [
    { call: ["createConnection", "createPool"], at: [[0]], ...mysql2Strings },
    { call: ["createConnection", "createPool"], at: [[0]], ...mysql2Switches },
    {
      call: ["createConnection", "createPool"],
      at: [[0, "uri"]],
      ...mysql2Strings,
      yieldsTo: [0, "ssl"],
    },
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
      remedy: "Use `ssl: { verifyIdentity: true }`.",
      isDefault: true,
    },
  ],
});
