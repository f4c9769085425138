import { defineClient } from "../define-client.js";

export default defineClient({
  name: "@clickhouse/client",
  docs: "https://clickhouse.com/docs/integrations/javascript",
  verified: "@clickhouse/client 1.23.1",
  notes: ["`tls` takes certificates only; every other TLS option goes into an `https.Agent` at `http_agent`."],
  modules: ["@clickhouse/client"],
  trust: ["tls.ca_cert"],
  tlsOptions: [{ call: "createClient", at: [[0, "tls"]], side: "client", forwards: [] }],
});
