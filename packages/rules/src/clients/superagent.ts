import { defineClient } from "../define-client.js";

export default defineClient({
  name: "superagent",
  docs: "https://ladjs.github.io/superagent/docs/index.html#tls-options",
  verified: "superagent 10.4.2 and 9.0.2",
  modules: ["superagent"],
  tlsOptions: [{ call: "agent", at: [[0]], side: "client", forwards: ["rejectUnauthorized"] }],
  switches: [
    { method: "disableTLSCerts", option: "rejectUnauthorized", value: false },
    {
      method: "trustLocalhost",
      unless: [false],
      option: "rejectUnauthorized",
      value: false,
      isLoopback: true,
    },
  ],
});
