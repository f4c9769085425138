import { defineClient } from "../define-client.js";
import { pgParameters, pgRefuses, pgShorthands } from "./pg.js";

export default defineClient({
  name: "db0",
  docs: "https://db0.unjs.io/connectors/postgresql",
  verified: "db0 0.4.2 and 0.3.4",
  notes: ["The options are handed to node-postgres, a `url` in place of them."],
  modules: ["db0/connectors/postgresql"],
  tlsOptions: [{ call: "", at: [[0, "ssl"]], side: "client", shorthands: pgShorthands }],
  connectionStrings: [{ call: "", at: [[0, "url"]], form: "url", parameters: pgParameters, refuses: pgRefuses }],
});
