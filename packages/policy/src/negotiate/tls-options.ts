/** The options of `tls` that decide what a connection offers and accepts, under Node's own names. */
export const TLS_OPTION_NAMES = [
  "minVersion",
  "maxVersion",
  "secureProtocol",
  "secureOptions",
  "ciphers",
  "honorCipherOrder",
  "ecdhCurve",
  "sigalgs",
  "dhparam",
  "minDHSize",
  "rejectUnauthorized",
  "requestCert",
  "checkServerIdentity",
] as const;

export type TlsOptionName = (typeof TLS_OPTION_NAMES)[number];
