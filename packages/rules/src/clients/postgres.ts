import { defineClient } from "../define-client.js";

const modes = [
  ["require", false],
  ["allow", false],
  ["prefer", false],
  ["verify-full", true],
] as const;

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
      shorthands: modes,
    },
  ],
  connectionStrings: [
    {
      call: "",
      at: [[0]],
      form: "url",
      parameters: {
        sslmode: { option: "rejectUnauthorized", values: modes },
        ssl: { option: "rejectUnauthorized", values: modes },
      },
      yieldsTo: [1, "ssl"],
    },
  ],
});
