import { defineClient } from "../define-client.js";
import { mysql2Options, mysql2Strings } from "./mysql2.js";

export default defineClient({
  name: "db0/connectors/mysql2",
  docs: "https://db0.unjs.io/connectors/mysql",
  verified: "db0 0.4.2 and 0.3.4",
  notes: ["The options are handed to mysql2."],
  modules: ["db0/connectors/mysql2"],
  tlsOptions: [{ call: "", at: [[0, "ssl"]], ...mysql2Options }],
  connectionStrings: [{ call: "", at: [[0, "uri"]], ...mysql2Strings, yieldsTo: [0, "ssl"] }],
});
