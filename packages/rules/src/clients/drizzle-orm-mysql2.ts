import { defineClient } from "../define-client.js";
import { mysql2Options, mysql2Strings } from "./mysql2.js";

export default defineClient({
  name: "drizzle-orm/mysql2",
  docs: "https://orm.drizzle.team/docs/get-started-mysql",
  verified: "drizzle-orm 0.45.4",
  notes: ["`connection` is handed to mysql2."],
  modules: ["drizzle-orm/mysql2"],
  tlsOptions: [{ call: "drizzle", at: [[0, "connection", "ssl"]], ...mysql2Options }],
  connectionStrings: [
    { call: "drizzle", at: [[0], [0, "connection"]], ...mysql2Strings },
    { call: "drizzle", at: [[0, "connection", "uri"]], ...mysql2Strings, yieldsTo: [0, "connection", "ssl"] },
  ],
});
