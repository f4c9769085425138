import { defineClient } from "../define-client.js";
import { disabledSslMode, pgParameters, pgRefuses, pgShorthands, withoutSsl } from "./pg.js";

export default defineClient({
  name: "prisma",
  docs: "https://www.prisma.io/docs/orm/overview/databases/postgresql",
  verified: "@prisma/adapter-pg 7.10.1, prisma 7.10.1",
  modules: ["@prisma/adapter-pg", "@prisma/client"],
  tlsOptions: [{ construct: "PrismaPg", at: [[0, "ssl"]], side: "client", shorthands: pgShorthands }],
  connectionStrings: [
    {
      construct: "PrismaPg",
      at: [[0], [0, "connectionString"]],
      form: "url",
      parameters: pgParameters,
      refuses: pgRefuses,
      replaces: "ssl",
    },
    {
      construct: "PrismaClient",
      at: [
        [0, "datasourceUrl"],
        [0, "datasources", "*", "url"],
      ],
      form: "url",
      parameters: {
        sslaccept: {
          option: "rejectUnauthorized",
          values: [
            ["accept_invalid_certs", false],
            ["strict", true],
          ],
        },
      },
      looksLike: /^(postgres(ql)?|mysql|sqlserver|cockroachdb):\/\//,
    },
  ],
  plaintext: [
    {
      construct: "PrismaPg",
      at: [[0, "ssl"]],
      hosts: [
        [0, "host"],
        [0, "connectionString"],
      ],
      ...withoutSsl,
    },
    { construct: "PrismaPg", at: [[0], [0, "connectionString"]], ...disabledSslMode },
    {
      construct: "PrismaClient",
      at: [
        [0, "datasourceUrl"],
        [0, "datasources", "*", "url"],
      ],
      effect: "none",
      remedy: "Use `sslmode=require` with `sslaccept=strict`.",
      form: "url",
      parameters: { sslmode: ["disable"] },
    },
    {
      construct: "PrismaClient",
      at: [
        [0, "datasourceUrl"],
        [0, "datasources", "*", "url"],
      ],
      effect: "fallback",
      remedy: "Use `sslmode=require` with `sslaccept=strict`.",
      form: "url",
      parameters: { sslmode: ["prefer"] },
    },
  ],
});
