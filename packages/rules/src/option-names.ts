/** The TLS options that are read, under Node's own names. */
export const optionNames = [
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

export type OptionName = (typeof optionNames)[number];

export function isOptionName(name: string): name is OptionName {
  return (optionNames as readonly string[]).includes(name);
}
