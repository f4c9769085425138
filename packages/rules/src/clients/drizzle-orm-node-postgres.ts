import { defineClient } from "../define-client.js";
import { disabledSslMode, pgParameters, pgRefuses, pgShorthands, withoutSsl } from "./pg.js";

export default defineClient({
  name: "drizzle-orm/node-postgres",
  docs: "https://orm.drizzle.team/docs/get-started-postgresql",
  verified: "drizzle-orm 0.45.4",
  notes: ["`connection` is handed to node-postgres."],
  modules: ["drizzle-orm/node-postgres"],
  tlsOptions: [{ call: "drizzle", at: [[0, "connection", "ssl"]], side: "client", shorthands: pgShorthands }],
  connectionStrings: [
    {
      call: "drizzle",
      at: [[0], [0, "connection"], [0, "connection", "connectionString"]],
      form: "url",
      parameters: pgParameters,
      refuses: pgRefuses,
      replaces: "ssl",
    },
  ],
  plaintext: [
    {
      call: "drizzle",
      at: [[0, "connection", "ssl"]],
      hosts: [
        [0, "connection", "host"],
        [0, "connection", "connectionString"],
      ],
      ...withoutSsl,
    },
    { call: "drizzle", at: [[0], [0, "connection"], [0, "connection", "connectionString"]], ...disabledSslMode },
  ],
});
