import { defineClient, inText, opposite } from "../define-client.js";

/** Shared by everything that hands its options to tedious. */
export const sqlServerWords = {
  trustServerCertificate: { option: "rejectUnauthorized", values: opposite, unmistakable: true },
} as const;

const { trustServerCertificate } = inText(sqlServerWords);

/** In a connection string of JDBC form. */
export const sqlServerParameters = { trustServerCertificate: trustServerCertificate! };

/** In a connection string of ADO.NET form; names there have any case. */
export const adoParameters = {
  TrustServerCertificate: trustServerCertificate!,
  "Trust Server Certificate": trustServerCertificate!,
};

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
    { construct: "Connection", at: [[0, "options"]], side: "client", vocabulary: sqlServerWords, forwards: [] },
    { construct: "Connection", at: [[0, "options", "cryptoCredentialsDetails"]], side: "client" },
  ],
  plaintext: [{ construct: "Connection", at: [[0, "options", "encrypt"]], hosts: [[0, "server"]], ...unencrypted }],
});
