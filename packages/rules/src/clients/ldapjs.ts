import { defineClient } from "../define-client.js";

export default defineClient({
  name: "ldapjs",
  docs: "http://ldapjs.org/client.html",
  verified: "ldapjs 3.0.7 and 2.3.3",
  modules: ["ldapjs"],
  tlsOptions: [
    { call: "createClient", at: [[0, "tlsOptions"]], side: "client" },
    { call: "createClient().starttls", at: [[0]], side: "client" },
    { call: "createClient", at: [[0]], side: "client", forwards: [] },
  ],
});
