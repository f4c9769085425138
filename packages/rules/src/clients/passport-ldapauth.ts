import { defineClient } from "../define-client.js";

export default defineClient({
  name: "passport-ldapauth",
  docs: "https://www.npmjs.com/package/passport-ldapauth",
  verified: "passport-ldapauth 3.0.1, ldapauth-fork 5.0.5",
  modules: ["passport-ldapauth", "ldapauth-fork"],
  tlsOptions: [
    { construct: ["", "Strategy"], at: [[0, "server", "tlsOptions"]], side: "client" },
    { construct: "", at: [[0, "tlsOptions"]], side: "client" },
  ],
});
