import { defineClient } from "../define-client.js";

/** What may stand for the whole `ssl` object, in everything that hands it to postgres. */
export const postgresModes = [
  ["require", false],
  ["allow", false],
  ["prefer", false],
  ["verify-full", true],
] as const;

export const postgresParameters = {
  sslmode: { option: "rejectUnauthorized", values: postgresModes },
  ssl: { option: "rejectUnauthorized", values: postgresModes },
} as const;

export default defineClient({
  name: "postgres",
  docs: "https://github.com/porsager/postgres#ssl",
  verified: "postgres 3.4.9",
  notes: [
    "`ssl: 'require'`, `'allow'` and `'prefer'` encrypt without verifying anything; `'verify-full'` and `true` verify.",
  ],
  modules: ["postgres"],
  tlsOptions: [
    {
      call: "",
      at: [
        [0, "ssl"],
        [1, "ssl"],
      ],
      side: "client",
      shorthands: postgresModes,
    },
  ],
  connectionStrings: [
    {
      call: "",
      at: [[0]],
      form: "url",
      parameters: postgresParameters,
      yieldsTo: [1, "ssl"],
    },
  ],
});
