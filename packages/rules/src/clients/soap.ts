import { defineClient } from "../define-client.js";

export default defineClient({
  name: "soap",
  docs: "https://github.com/vpulim/node-soap#client-security",
  verified: "soap 1.13.0",
  notes: [
    "Requests are made by axios: TLS options in `wsdl_options` have no effect, an `httpsAgent` there has.",
    "`strictSSL` in the defaults of a security object has no effect.",
  ],
  modules: ["soap"],
  tlsOptions: [
    { construct: "ClientSSLSecurity", at: [[2], [3]], side: "client" },
    { construct: "ClientSSLSecurityPFX", at: [[1], [2]], side: "client" },
    { call: ["createClient", "createClientAsync"], at: [[1, "wsdl_options"]], side: "client", forwards: [] },
  ],
});
