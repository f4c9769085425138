import { defineClient } from "../define-client.js";
import {
  adoParameters,
  credentialsDetails,
  sqlServerWords,
  unencrypted,
  unencryptedText,
  unreadWhenStrict,
} from "./tedious.js";

const at = [[0], [0, "options"]] as const;

const encrypt = [
  [0, "encrypt"],
  [0, "options", "encrypt"],
] as const;

const unread = unreadWhenStrict(encrypt);

/** Any other text switches TLS on. */
const unencryptedAdo = { ...unencryptedText, parameters: { Encrypt: ["false", "no", "0"] } } as const;

const hosts = [[0, "server"]] as const;

export default defineClient({
  name: "mssql",
  docs: "https://tediousjs.github.io/node-mssql/",
  verified: "mssql 12.7.14 and 11.0.2",
  modules: ["mssql"],
  trust: ["cryptoCredentialsDetails.ca"],
  tlsOptions: [
    { construct: "ConnectionPool", at, side: "client", vocabulary: sqlServerWords, forwards: [], unread },
    { call: "connect", at, side: "client", vocabulary: sqlServerWords, forwards: [], unread },
    ...credentialsDetails([[0, "options", "cryptoCredentialsDetails"]], encrypt).flatMap((row) => [
      { construct: "ConnectionPool", ...row },
      { call: "connect", ...row },
    ]),
  ],
  connectionStrings: [
    {
      construct: "ConnectionPool",
      at: [[0]],
      form: "pairs",
      trust: "process",
      parameters: adoParameters,
      looksLike: /^\s*(server|data source|addr|address|network address)\s*=/i,
    },
    {
      call: ["connect", "ConnectionPool.parseConnectionString"],
      at: [[0]],
      form: "pairs",
      trust: "process",
      parameters: adoParameters,
    },
  ],
  plaintext: [
    { call: "connect", at: encrypt, hosts, ...unencrypted },
    { construct: "ConnectionPool", at: encrypt, hosts, ...unencrypted },
    { call: "connect", at: [[0]], ...unencryptedAdo },
    { construct: "ConnectionPool", at: [[0]], ...unencryptedAdo },
  ],
});
