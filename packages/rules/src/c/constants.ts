import { SECURE_OPTIONS } from "tls-policy";

/** Versions as on the wire (`prov_ssl.h`, `ssl.h`). */
const versions: Readonly<Record<string, number>> = {
  SSL2_VERSION: 0x0002,
  SSL3_VERSION: 0x0300,
  TLS1_VERSION: 0x0301,
  TLS1_1_VERSION: 0x0302,
  TLS1_2_VERSION: 0x0303,
  TLS1_3_VERSION: 0x0304,
  TLS_ANY_VERSION: 0,
  DTLS1_VERSION: 0xfeff,
  DTLS1_2_VERSION: 0xfefd,
  DTLS_ANY_VERSION: 0x1ffff,
};

/** Bits whose values differ from line to line, or that are none any more, weigh nothing here. */
const idleOptions = ["SSL_OP_ALL", "SSL_OP_NO_SSLv2", "SSL_OP_SINGLE_DH_USE", "SSL_OP_SINGLE_ECDH_USE"];

const verifyModes: Readonly<Record<string, number>> = {
  SSL_VERIFY_NONE: 0,
  SSL_VERIFY_PEER: 1,
  SSL_VERIFY_FAIL_IF_NO_PEER_CERT: 2,
  SSL_VERIFY_CLIENT_ONCE: 4,
  SSL_VERIFY_POST_HANDSHAKE: 8,
};

/** X509_check_host(3). */
const hostFlags: Readonly<Record<string, number>> = {
  X509_CHECK_FLAG_ALWAYS_CHECK_SUBJECT: 0x1,
  X509_CHECK_FLAG_NO_WILDCARDS: 0x2,
  X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS: 0x4,
  X509_CHECK_FLAG_MULTI_LABEL_WILDCARDS: 0x8,
  X509_CHECK_FLAG_SINGLE_LABEL_SUBDOMAINS: 0x10,
  X509_CHECK_FLAG_NEVER_CHECK_SUBJECT: 0x20,
};

/** Integer constants of OpenSSL's headers by name. */
export const opensslConstants: ReadonlyMap<string, number> = new Map([
  ...Object.entries({ ...versions, ...verifyModes, ...hostFlags }),
  ...idleOptions.map((name) => [name, 0] as const),
  ...SECURE_OPTIONS.map(({ name, bit }) => [name, bit] as const),
]);
