import { defineClient } from "../define-client.js";

export default defineClient({
  name: "@prisma/adapter-mariadb",
  docs: "https://www.prisma.io/docs/orm/overview/databases/mysql",
  verified: "@prisma/adapter-mariadb 7.10.0 and 6.19.3",
  notes: ["The first argument is handed to mariadb."],
  modules: ["@prisma/adapter-mariadb"],
  tlsOptions: [{ construct: "PrismaMariaDb", at: [[0, "ssl"]], side: "client" }],
});
