import { defineClient, inText, opposite, type OptionsAt, type Where } from "../define-client.js";

/** Shared by everything that hands its options to tedious. */
export const sqlServerWords = {
  trustServerCertificate: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
} as const;

const contextOptions = [
  "minVersion",
  "maxVersion",
  "secureOptions",
  "ciphers",
  "honorCipherOrder",
  "ecdhCurve",
  "sigalgs",
  "dhparam",
] as const;

/**
 * What of `cryptoCredentialsDetails` counts: it is handed to `tls.createSecureContext`, which knows no verification. Below TDS 8.0 the client adds a
 * `maxVersion`, beside which Node takes no `secureProtocol`. Beside one of the `others` it is another driver that is asked.
 */
export function credentialsDetails(
  at: readonly OptionsAt[],
  encrypt: readonly OptionsAt[],
  ...others: readonly Where[]
) {
  const strict = { at: encrypt, values: ["strict"] };
  return [
    {
      at,
      side: "client",
      except: [strict, ...others],
      refuses: {
        error: "ERR_TLS_PROTOCOL_VERSION_CONFLICT",
        only: ["secureProtocol"],
        why: "sets `maxVersion` itself",
      },
      forwards: contextOptions,
    },
    { at, side: "client", where: strict, except: others, forwards: ["secureProtocol", ...contextOptions] },
  ] as const;
}

/** With TDS 8.0 the certificate is verified whatever is said of it. */
export function unreadWhenStrict(at: readonly OptionsAt[]) {
  return { why: 'with `encrypt: "strict"` the certificate is always verified', where: { at, values: ["strict"] } };
}

const { trustServerCertificate } = inText(sqlServerWords);

/** What mssql reads for a switch: its parser takes any other text for `true`. */
const adoSwitch = {
  ...trustServerCertificate!,
  values: [
    ["true", false],
    ["yes", false],
    ["1", false],
    ["false", true],
    ["no", true],
    ["0", true],
  ],
} as const;

/** In a connection string of JDBC form. */
export const sqlServerParameters = { trustServerCertificate: trustServerCertificate! };

/** In a connection string of ADO.NET form; names there have any case, and the one with blanks is not read. */
export const adoParameters = { TrustServerCertificate: adoSwitch };

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
  verified: "tedious 20.3.9 and 19.2.2",
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
    ...credentialsDetails([[0, "options", "cryptoCredentialsDetails"]], [[0, "options", "encrypt"]]).map((row) => ({
      construct: "Connection",
      ...row,
    })),
  ],
  plaintext: [{ construct: "Connection", at: [[0, "options", "encrypt"]], hosts: [[0, "server"]], ...unencrypted }],
});
