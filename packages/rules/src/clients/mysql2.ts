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

/** Before the third major there is no way to have the host name compared. */
const before3 = { majors: "<3", notIn: ">=3" } as const;
const since3 = { majors: ">=3" } as const;

const oldOptions = {
  ...before3,
  side: "client",
  forwards: ["rejectUnauthorized", "ciphers", "minVersion"],
  refusesInstead: mysql2Options.refusesInstead,
  insecureDefaults: [{ option: "checkServerIdentity" }],
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

const oldStrings = {
  ...before3,
  form: "json",
  parameters: inText({ rejectUnauthorized: { option: "rejectUnauthorized" } }),
  insecureDefaults: oldOptions.insecureDefaults,
} as const;

export default defineClient({
  name: "mysql2",
  docs: "https://sidorares.github.io/node-mysql2/docs/documentation/ssl",
  verified: "mysql2 3.24.6 and 2.3.3",
  modules: ["mysql2", "mysql2/promise"],
  tlsOptions: [
    ...[{ ...mysql2Options, ...since3 }, oldOptions].flatMap((options) => [
      { call: ["createConnection", "createPool", "createConnectionPromise"], at: [[0, "ssl"] as const], ...options },
      {
        call: "createPoolCluster().add",
        at: [[0, "ssl"] as const, [1, "ssl"] as const],
        ...options,
      },
    ]),
    { call: ["createConnection", "createPool", "createConnectionPromise"], at: [[0]], side: "client", forwards: [] },
  ],
  connectionStrings: [
    ...[{ ...mysql2Strings, ...since3 }, oldStrings].flatMap((strings) => [
      { call: ["createConnection", "createPool"], at: [[0] as const], ...strings },
      {
        call: ["createConnection", "createPool"],
        at: [[0, "uri"] as const],
        ...strings,
        yieldsTo: [0, "ssl"] as const,
      },
    ]),
    { call: ["createConnection", "createPool"], at: [[0]], ...mysql2Switches },
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
