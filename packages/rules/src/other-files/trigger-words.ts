/** Words of which one stands in every command or environment of a process that may make a finding. */
export const processTriggerWords: readonly string[] = [
  "NODE_TLS_REJECT_UNAUTHORIZED",
  "NODE_OPTIONS",
  "PGSSLMODE",
  "node-options",
  "strict-ssl",
  "strict_ssl",
  "strictSsl",
  "tls-min-v",
  "tls-max-v",
  "tls_min_v",
  "tls_max_v",
  "tls-cipher-list",
  "tls_cipher_list",
  "openssl-legacy-provider",
  "openssl_legacy_provider",
];

/** Words of which one stands in every file of these kinds that may make a finding; in any case. */
export const otherFileTriggerWords: readonly string[] = [
  ...processTriggerWords,
  "sslmode=",
  "sslaccept",
  "tlsInsecure",
  "tlsAllowInvalid",
  "TrustServerCertificate",
  "Trust Server Certificate",
  "verifyServerCertificate",
  "ssl_cert_reqs",
  "+ssc://",
  "MinProtocol",
  "MaxProtocol",
  "CipherString",
  "UnsafeLegacy",
  "AllowNoDHEKEX",
  "EncryptThenMac",
  "-TLSv1.3",
];

const anyWord = new RegExp(otherFileTriggerWords.map((word) => word.replaceAll(/[.+]/g, "\\$&")).join("|"), "i");

/** Whether a file of one of these kinds is worth reading. */
export function hasOtherFileTriggerWord(text: string): boolean {
  return anyWord.test(text);
}
