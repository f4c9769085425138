import { defineClient } from "../define-client.js";
import { postgresModes, postgresParameters } from "./postgres.js";

export default defineClient({
  name: "drizzle-orm/postgres-js",
  docs: "https://orm.drizzle.team/docs/get-started-postgresql",
  verified: "drizzle-orm 0.45.4",
  notes: ["`connection` is handed to postgres."],
  modules: ["drizzle-orm/postgres-js"],
  tlsOptions: [{ call: "drizzle", at: [[0, "connection", "ssl"]], side: "client", shorthands: postgresModes }],
  connectionStrings: [
    {
      call: "drizzle",
      at: [[0], [0, "connection"], [0, "connection", "url"]],
      form: "url",
      parameters: postgresParameters,
      yieldsTo: [0, "connection", "ssl"],
    },
  ],
});
