import { defineClient } from "../define-client.js";
import { sqlServerParameters, sqlServerWords, unencrypted, unencryptedText } from "./tedious.js";

export default defineClient({
  name: "@prisma/adapter-mssql",
  docs: "https://www.prisma.io/docs/orm/overview/databases/sql-server",
  verified: "@prisma/adapter-mssql 7.10.0 and 6.19.3",
  notes: ["The first argument is handed to mssql."],
  modules: ["@prisma/adapter-mssql"],
  trust: ["cryptoCredentialsDetails.ca"],
  tlsOptions: [
    { construct: "PrismaMssql", at: [[0], [0, "options"]], side: "client", vocabulary: sqlServerWords, forwards: [] },
  ],
  connectionStrings: [{ construct: "PrismaMssql", at: [[0]], form: "pairs", parameters: sqlServerParameters }],
  plaintext: [
    {
      construct: "PrismaMssql",
      at: [
        [0, "encrypt"],
        [0, "options", "encrypt"],
      ],
      hosts: [[0, "server"]],
      ...unencrypted,
    },
    { construct: "PrismaMssql", at: [[0]], ...unencryptedText },
  ],
});
