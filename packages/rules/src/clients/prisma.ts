import { defineClient } from "../define-client.js";
import { pgParameters, pgShorthands } from "./pg.js";

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
});
