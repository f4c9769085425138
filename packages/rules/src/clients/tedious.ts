import { defineClient, inText, opposite, type OptionsAt } from "../define-client.js";

/** Shared by everything that hands its options to tedious. */
export const sqlServerWords = {
  trustServerCertificate: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
} as const;

/** What of `cryptoCredentialsDetails` counts: it is handed to `tls.createSecureContext`, which knows no verification. */
export const credentialsDetails = {
  side: "client",
  refuses: {
    error: "ERR_TLS_PROTOCOL_VERSION_CONFLICT",
    only: ["secureProtocol"],
    why: "sets `maxVersion` itself",
  },
  forwards: [
    "minVersion",
    "maxVersion",
    "secureOptions",
    "ciphers",
    "honorCipherOrder",
    "ecdhCurve",
    "sigalgs",
    "dhparam",
  ],
} as const;

/** With TDS 8.0 the certificate is verified whatever is said of it. */
export function unreadWhenStrict(at: readonly OptionsAt[]) {
  return { why: 'with `encrypt: "strict"` the certificate is always verified', where: { at, values: ["strict"] } };
}

const { trustServerCertificate } = inText(sqlServerWords);

/** In a connection string of JDBC form. */
export const sqlServerParameters = { trustServerCertificate: trustServerCertificate! };

/** In a connection string of ADO.NET form; names there have any case, and the one with blanks is not read. */
export const adoParameters = { TrustServerCertificate: trustServerCertificate! };

/** Shared by everything that hands its options to tedious, which encrypts unless it is told not to. */
export const unencrypted = { effect: "none", remedy: "Set `encrypt` to `true`.", values: [false] } as const;

/** The same in a connection string. */
export const unencryptedText = {
  effect: "none",
  remedy: "Say `Encrypt=true`.",
  form: "pairs",
  parameters: { Encrypt: ["false", "no", "optional", "disable", "disabled"] },
} as const;

export default defineClient({
  name: "tedious",
  docs: "https://tediousjs.github.io/tedious/api-connection.html",
  verified: "tedious 19.2.2",
  notes: ["Without `encrypt: 'strict'`, connections are capped at TLS 1.2 by the client itself."],
  modules: ["tedious"],
  trust: ["cryptoCredentialsDetails.ca"],
  tlsOptions: [
    {
      construct: "Connection",
      at: [[0, "options"]],
      side: "client",
      vocabulary: sqlServerWords,
      forwards: [],
      unread: unreadWhenStrict([[0, "options", "encrypt"]]),
    },
    { construct: "Connection", at: [[0, "options", "cryptoCredentialsDetails"]], ...credentialsDetails },
  ],
  plaintext: [{ construct: "Connection", at: [[0, "options", "encrypt"]], hosts: [[0, "server"]], ...unencrypted }],
});
