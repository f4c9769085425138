/** In programs: how a command is written that may have `-k` among its words. */
const ofCurl = [
  "curl -k",
  "curl -s",
  "curl -f",
  "curl -L",
  "curl --",
  "'curl',",
  '"curl",',
  "curl -S",
  "curl -X",
  "curl ${",
];

/** Words of which one stands in every command or environment of a process that may make a finding. */
export const processTriggerWords: readonly string[] = [
  "NODE_TLS_REJECT_UNAUTHORIZED",
  "NODE_OPTIONS",
  "PGSSLMODE",
  "node-options",
  "strict-ssl",
  "strict_ssl",
  "strictSsl",
  "enableStrictSsl",
  "no-check-certificate",
  "sslVerify",
  "GIT_SSL_NO_VERIFY",
  "PYTHONHTTPSVERIFY",
  "SkipCertificateCheck",
  ...ofCurl,
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
  "curl",
  '"secure"',
  "sslmode=",
  "sslaccept",
  "tlsInsecure",
  "tlsAllowInvalid",
  "TrustServerCertificate",
  "Trust Server Certificate",
  "verifyServerCertificate",
  "ssl_cert_reqs",
  "rejectUnauthorized",
  "tls_verify=",
  "sslValidate=",
  "server_dn_match=",
  "?ssl=",
  "&ssl=",
  "+ssc://",
  "MinProtocol",
  "MaxProtocol",
  "CipherString",
  "Groups =",
  "Groups=",
  "Curves =",
  "Curves=",
  "SignatureAlgorithms",
  "UnsafeLegacy",
  "AllowNoDHEKEX",
  "EncryptThenMac",
  "-TLSv1.3",
];

const anyOf = (words: readonly string[]) =>
  new RegExp(words.map((word) => word.replaceAll(/[.+$?]/g, "\\$&")).join("|"), "i");
const anyWord = anyOf(otherFileTriggerWords);
const anyProcessWord = anyOf(processTriggerWords);

/** Whether a program may hand something to a process that decides how that does TLS. */
export function hasProcessTriggerWord(text: string): boolean {
  return anyProcessWord.test(text);
}

/** Whether a file of one of these kinds is worth reading. */
export function hasOtherFileTriggerWord(text: string): boolean {
  return anyWord.test(text);
}
