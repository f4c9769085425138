import { defineClient } from "../define-client.js";

/** What may stand for the whole `ssl` object, in everything that hands it to node-postgres. */
export const pgShorthands = [
  ["no-verify", false],
  [true, true],
] as const;

/** pg-connection-string takes the modes for what libpq makes of them; then it knows no `no-verify`. */
const asInLibpq = "uselibpqcompat=true";

export const pgParameters = {
  sslmode: {
    option: "rejectUnauthorized",
    values: [
      ["no-verify", false],
      ["verify-full", true],
    ],
    beside: [
      {
        all: [asInLibpq, "sslrootcert="],
        option: "checkServerIdentity",
        values: [
          ["require", "accepts-all"],
          ["verify-ca", "accepts-all"],
          ["verify-full", "default"],
        ],
      },
      {
        all: [asInLibpq],
        values: [
          ["prefer", false],
          ["require", false],
          ["verify-full", true],
        ],
      },
    ],
    changing: { values: ["prefer", "require", "verify-ca"], from: "pg 9" },
  },
  ssl: {
    option: "rejectUnauthorized",
    values: [
      ["no-verify", false],
      ["true", true],
    ],
  },
} as const;

/** A text that is no switch is taken for an object of options, and asked for its `key`; the parameters that make an object of it come first. */
export const pgRefuses = {
  ssl: {
    error: "a TypeError",
    why: "takes the text for an object of options. Say `sslmode=disable` to have no TLS, and `sslmode=verify-full` to have it",
    unless: ["true", "1", "0", "no-verify"],
    unlessBeside: ["sslmode=", "sslcert=", "sslkey=", "sslrootcert="],
  },
} as const;

/** Shared by everything that hands `ssl` to node-postgres, which speaks no TLS unless it is told to. */
export const withoutSsl = {
  effect: "none",
  remedy: "Set `ssl` to `true`, or to options with `ca`.",
  values: [false],
  isDefault: true,
} as const;

/** In a connection string; node-postgres takes `prefer` for `verify-full`, and never falls back. */
export const disabledSslMode = {
  effect: "none",
  remedy: "Use `sslmode=verify-full`.",
  form: "url",
  // of `ssl`, `0` alone is read as a switch: `false` is a text, with which TLS is asked for
  parameters: { sslmode: ["disable"], ssl: ["0"] },
} as const;

export default defineClient({
  name: "pg",
  docs: "https://node-postgres.com/features/ssl",
  verified: "pg 8.23.1, pg-connection-string 2.14.1",
  notes: [
    "`sslmode=require` verifies the certificate, unlike in libpq, unless `uselibpqcompat=true` stands beside it. From pg 9 on it will mean what it means in libpq; `sslmode=verify-full` goes on verifying.",
    "Of the environment pg reads `PGSSLMODE`, and not `PGSSLROOTCERT`.",
  ],
  modules: ["pg", "pg-pool", "pg-connection-string"],
  tlsOptions: [
    { construct: ["", "Client", "Pool"], at: [[0, "ssl"]], side: "client", shorthands: pgShorthands },
    { construct: ["", "Client", "Pool"], at: [[0]], side: "client", forwards: [] },
  ],
  connectionStrings: [
    {
      construct: ["", "Client", "Pool"],
      at: [[0], [0, "connectionString"]],
      form: "url",
      trust: ["sslrootcert"],
      parameters: pgParameters,
      refuses: pgRefuses,
      replaces: "ssl",
      looksLike: /^postgres(ql)?:\/\//,
    },
    {
      call: ["", "parse", "parseIntoClientConfig"],
      at: [[0]],
      form: "url",
      trust: ["sslrootcert"],
      parameters: pgParameters,
    },
  ],
  plaintext: [
    {
      construct: ["", "Client", "Pool"],
      at: [[0, "ssl"]],
      hosts: [
        [0, "host"],
        [0, "connectionString"],
      ],
      ...withoutSsl,
    },
    { construct: ["", "Client", "Pool"], at: [[0], [0, "connectionString"]], ...disabledSslMode },
  ],
});
