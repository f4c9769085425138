import { defineClient } from "../define-client.js";

export default defineClient({
  name: "drizzle-kit",
  docs: "https://orm.drizzle.team/docs/drizzle-config-file#dbcredentials",
  verified: "drizzle-kit 0.31.11",
  notes: ["`ssl` goes to the driver that is installed: what it makes of `'require'` differs between them."],
  modules: ["drizzle-kit"],
  tlsOptions: [{ call: "defineConfig", at: [[0, "dbCredentials", "ssl"]], side: "client" }],
});
