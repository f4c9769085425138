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

const ssl = [
  [0, "ssl"],
  [1, "ssl"],
] as const;

const hosts = [[0], [0, "host"], [1, "host"]] as const;

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
  plaintext: [
    { call: "", at: ssl, values: ["prefer"], hosts, effect: "fallback", remedy: "Use `verify-full`." },
    { call: "", at: ssl, values: [false], hosts, effect: "none", remedy: "Use `verify-full`.", isDefault: true },
    {
      call: "",
      at: [[0]],
      form: "url",
      parameters: { sslmode: ["prefer"], ssl: ["prefer"] },
      effect: "fallback",
      remedy: "Use `sslmode=verify-full`.",
    },
    {
      call: "",
      at: [[0]],
      form: "url",
      parameters: { sslmode: ["disable"], ssl: ["false"] },
      effect: "none",
      remedy: "Use `sslmode=verify-full`.",
    },
  ],
});
