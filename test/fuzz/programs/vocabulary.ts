import type { OptionName } from "tls-rules";

/** Values as a program writes them, the plainest of each option first. */
export const literalsOf: Readonly<Record<OptionName, readonly [string, ...string[]]>> = {
  minVersion: ['"TLSv1"', '"TLSv1.1"', '"TLSv1.2"', '"TLSv1.3"', '"TLSv1.0"', '"SSLv3"', '"tlsv1.2"', "undefined"],
  maxVersion: ['"TLSv1.2"', '"TLSv1.1"', '"TLSv1.3"', '"TLSv1"', '"SSLv3"', "undefined"],
  secureProtocol: [
    '"TLSv1_method"',
    '"TLS_method"',
    '"SSLv23_method"',
    '"TLSv1_2_method"',
    '"SSLv3_method"',
    '"TLSv1_1_client_method"',
    '"TLSv1_3_method"',
    "undefined",
  ],
  secureOptions: [
    "4",
    "constants.SSL_OP_NO_TLSv1_2",
    "constants.SSL_OP_NO_SSLv3 | constants.SSL_OP_NO_TLSv1",
    "constants.SSL_OP_LEGACY_SERVER_CONNECT",
    "constants.SSL_OP_ALL",
    "constants.SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION | constants.SSL_OP_NO_SSLv2",
    "0",
  ],
  ciphers: [
    '"ALL"',
    '"DEFAULT"',
    '"RC4-SHA"',
    '"AES128-SHA:!MD5"',
    '"DEFAULT@SECLEVEL=0"',
    '"ECDHE-RSA-AES128-GCM-SHA256"',
    '"ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA"',
    '"HIGH:!aNULL:@SECLEVEL=1"',
    '"NULL"',
    '"TLS_AES_128_GCM_SHA256:DES-CBC3-SHA"',
    '["ECDHE-ECDSA-AES128-GCM-SHA256", "AES128-SHA"].join(":")',
    "undefined",
  ],
  honorCipherOrder: ["false", "true", "undefined"],
  ecdhCurve: ['"auto"', '"P-256"', '"secp192r1"', '"P-256:secp192r1"', '"prime256v1"', '"X25519:P-256"'],
  sigalgs: [
    '"RSA+SHA1"',
    '"rsa_pkcs1_sha1"',
    '"RSA+SHA1:ecdsa_secp256r1_sha256"',
    '"rsa_pss_rsae_sha256:RSA+SHA1"',
    '"nope"',
  ],
  dhparam: ['"auto"', "undefined"],
  minDHSize: ["512", "1024", "2048"],
  rejectUnauthorized: ["false", "true", "undefined", "0", "null", '"false"'],
  requestCert: ["true", "false"],
  checkServerIdentity: ["() => undefined", "() => {}", "() => true", "null", "tls.checkServerIdentity"],
};

export const otherProperties = [
  'host: "db.example.com"',
  "port: 443",
  "key, cert",
  "ca",
  'servername: "a.example.com"',
];

export const processWrites = [
  'process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"',
  "process.env.NODE_TLS_REJECT_UNAUTHORIZED = 0",
  'tls.DEFAULT_MIN_VERSION = "TLSv1"',
  'tls.DEFAULT_MAX_VERSION = "TLSv1.2"',
  'tls.DEFAULT_CIPHERS = "ALL"',
  "https.globalAgent.options.rejectUnauthorized = false",
  'https.globalAgent.options.secureProtocol = "TLSv1_method"',
];
