import { defineClient } from "../define-client.js";

/** What goes into the options of a request of axios, which knows none of Node's. */
const withoutAgent = {
  side: "client",
  vocabulary: { strictSSL: { option: "rejectUnauthorized" } },
  unread: { why: "requests are made by axios, which takes TLS options in an `httpsAgent`" },
} as const;

export default defineClient({
  name: "soap",
  docs: "https://github.com/vpulim/node-soap#client-security",
  verified: "soap 1.13.0 and 0.45.0",
  notes: [
    "Requests are made by axios: TLS options in `wsdl_options` have no effect, an `httpsAgent` there has.",
    "`strictSSL` in the defaults of a security object has no effect.",
  ],
  modules: ["soap"],
  tlsOptions: [
    { construct: "ClientSSLSecurity", at: [[2], [3]], side: "client" },
    { construct: "ClientSSLSecurityPFX", at: [[1], [2]], side: "client" },
    { call: ["createClient", "createClientAsync"], at: [[1], [1, "wsdl_options"]], side: "client", forwards: [] },
    { construct: ["BasicAuthSecurity", "WSSecurity"], at: [[2]], ...withoutAgent },
    { construct: "BearerSecurity", at: [[1]], ...withoutAgent },
    { construct: "NTLMSecurity", at: [[0]], ...withoutAgent },
  ],
});
