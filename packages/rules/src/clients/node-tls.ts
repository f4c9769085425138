import { defineClient } from "../define-client.js";

/** Why the options of a context for one server name come to nothing (measured on Node 20: versions, suites, levels, groups and signature algorithms). */
export const sniContext =
  "OpenSSL takes the certificate alone from a context for one server name, and everything else from the server's own options";

export default defineClient({
  name: "node-tls",
  docs: "https://nodejs.org/api/tls.html",
  modules: ["tls"],
  tlsOptions: [
    { call: "connect", at: [[0], [1], [2]], side: "client" },
    { call: "createServer", at: [[0]], side: "server" },
    { construct: "Server", at: [[0]], side: "server" },
    { call: "Server", at: [[0]], side: "server" },
    { call: "createServer().setSecureContext", at: [[0]], side: "server" },
    { call: "createServer().addContext", at: [[1]], side: "server", unread: { why: sniContext } },
    { call: "Server().setSecureContext", at: [[0]], side: "server" },
    { call: "Server().addContext", at: [[1]], side: "server", unread: { why: sniContext } },
    { call: "createSecureContext", at: [[0]], side: "unknown" },
    { call: "SecureContext", at: [[0]], side: "unknown" },
    { call: "createSecureContext().context.setCiphers", sets: "ciphers", side: "unknown" },
    { call: "createSecureContext().context.setOptions", sets: "secureOptions", side: "unknown" },
    { construct: "TLSSocket", at: [[1]], side: "unknown", unverified: true },
  ],
  settings: [
    {
      object: "",
      side: "unknown",
      vocabularyOnly: true,
      vocabulary: {
        DEFAULT_MIN_VERSION: { option: "minVersion" },
        DEFAULT_MAX_VERSION: { option: "maxVersion" },
        DEFAULT_CIPHERS: { option: "ciphers" },
        DEFAULT_ECDH_CURVE: { option: "ecdhCurve" },
        checkServerIdentity: { option: "checkServerIdentity" },
      },
    },
  ],
});
