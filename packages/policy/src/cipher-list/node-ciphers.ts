import { type CipherSuite, findCipherSuite } from "../parameters/cipher-suites.js";
import { isStrongEnough } from "../parameters/security-level.js";
import type { OpenSslLine } from "../runtimes/openssl-line.js";
import { type CipherListExpansion, expandCipherList } from "./expand.js";
import { strengthBits } from "./selectors.js";
import type { CipherListItem } from "./syntax.js";

/** What a Node release does with `ciphers`, as far as releases differ. */
export interface CipherReader {
  readonly openssl: OpenSslLine;
  /** Parts that begin with `!TLS_` go to the TLS 1.3 list too, where they are unknown names. */
  readonly sendsExclusionsToCiphersuites: boolean;
}

/** The two lists Node makes of `ciphers`. */
export interface SplitCiphers {
  /** For `SSL_CTX_set_ciphersuites`; empty where Node leaves the default TLS 1.3 suites alone. */
  readonly ciphersuites: string;
  /** For `SSL_CTX_set_cipher_list`; empty where only TLS 1.3 suites are named. */
  readonly cipherList: string;
}

/** Splits `ciphers` on `:` as Node does. Both lists empty is ERR_INVALID_ARG_VALUE. */
export function splitNodeCiphers(
  ciphers: string,
  { sendsExclusionsToCiphersuites }: Pick<CipherReader, "sendsExclusionsToCiphersuites">,
): SplitCiphers {
  const isTls13 = (part: string) =>
    part.startsWith("TLS_") || (sendsExclusionsToCiphersuites && part.startsWith("!TLS_"));
  const parts = ciphers.split(":").filter((part) => part !== "");
  return {
    ciphersuites: parts.filter(isTls13).join(":"),
    cipherList: parts.filter((part) => !isTls13(part)).join(":"),
  };
}

/** What OpenSSL offers in TLS 1.3 unless told otherwise. */
export const defaultCiphersuites = [
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  "TLS_AES_128_GCM_SHA256",
].map((name) => findCipherSuite(name)!);

// In OpenSSL's tables, so no error, but nothing it can offer: signalling values, and in 3.x ciphers whose provider is not loaded (measured on Node 16, 20 and 24).
const signalling = /^TLS_(?:FALLBACK|EMPTY_RENEGOTIATION_INFO)_SCSV$/;
const notLoaded = /^TLS_(?:(?:RSA|DHE_RSA|DHE_DSS|DH_anon)_WITH_SEED|RSA_WITH_IDEA)_CBC_SHA$/;

const isNeverOffered = (name: string, openssl: OpenSslLine) =>
  signalling.test(name) || (openssl !== "1.1.1" && notLoaded.test(name));

export interface CiphersuitesExpansion {
  readonly error?: undefined;
  /** In preference order. OpenSSL accepts the IANA name of a TLS 1.2 suite here too; such a suite then precedes those of the cipher list. */
  readonly suites: readonly CipherSuite[];
  /** Names OpenSSL does not know and 3.x skips. */
  readonly ignored: readonly string[];
}

export interface CiphersuitesError {
  readonly error: "no cipher match";
  readonly ignored: readonly string[];
}

/** What `SSL_CTX_set_ciphersuites` makes of a list of IANA names: 1.1.1 fails on the first unknown one, later lines only when none is known. */
export function expandCiphersuites(list: string, openssl: OpenSslLine): CiphersuitesExpansion | CiphersuitesError {
  const names = list.split(":").map((name) => name.trim());
  const isSupported = (suite: CipherSuite | undefined) => suite !== undefined && suite.opensslLines.includes(openssl);
  const suiteNamed = (name: string) => (name.startsWith("TLS_") ? findCipherSuite(name) : undefined);
  const ignored = names.filter((name) => !isSupported(suiteNamed(name)) && !isNeverOffered(name, openssl));
  if (openssl === "1.1.1" ? ignored.length > 0 : ignored.length === names.length)
    return { error: "no cipher match", ignored };
  return { suites: names.map(suiteNamed).filter(isSupported) as CipherSuite[], ignored };
}

/** What one `ciphers` value enables, before protocol versions, security level and callbacks filter it. */
export interface NodeCiphersExpansion {
  readonly error?: undefined;
  /** The order of the ClientHello: the TLS 1.3 list, then the cipher list. A suite named in both stands twice. */
  readonly suites: readonly CipherSuite[];
  readonly split: SplitCiphers;
  readonly securityLevel: number | undefined;
  readonly suiteB: CipherListExpansion["suiteB"];
  /** Items of the cipher list without effect. */
  readonly ignored: readonly CipherListItem[];
  /** Names in the TLS 1.3 list without effect. */
  readonly ignoredCiphersuites: readonly string[];
}

export interface NodeCiphersError {
  readonly error: "no cipher match" | "invalid command" | "invalid value";
  /** What `createSecureContext` throws. */
  readonly code: "ERR_SSL_NO_CIPHER_MATCH" | "ERR_SSL_INVALID_COMMAND" | "ERR_INVALID_ARG_VALUE";
}

const noMatch: NodeCiphersError = { error: "no cipher match", code: "ERR_SSL_NO_CIPHER_MATCH" };
const invalidCommand: NodeCiphersError = { error: "invalid command", code: "ERR_SSL_INVALID_COMMAND" };
const invalidValue: NodeCiphersError = { error: "invalid value", code: "ERR_INVALID_ARG_VALUE" };

const noList = { suites: [], securityLevel: undefined, suiteB: undefined, ignored: [] } as const;

/**
 * OpenSSL counts every TLS 1.2 suite set so far, so that one named in the TLS 1.3 list excuses a cipher list that matches nothing; a signalling value
 * counts as one.
 */
function expandBeside(
  ciphersuites: readonly CipherSuite[],
  { ciphersuites: names, cipherList }: SplitCiphers,
  openssl: OpenSslLine,
): Omit<CipherListExpansion, "error"> | NodeCiphersError {
  if (cipherList === "") return noList;
  const list = expandCipherList(cipherList, openssl);
  if (!list.error) return list;
  if (list.error === "invalid command") return invalidCommand;
  const isSignalled = names.split(":").some((name) => signalling.test(name.trim()));
  return isSignalled || ciphersuites.some(({ maxVersion }) => maxVersion !== "TLSv1.3")
    ? { ...noList, ignored: list.ignored, securityLevel: list.securityLevel }
    : noMatch;
}

/** What `tls.createSecureContext({ ciphers })` of one Node release enables or throws, for a non-empty string. */
export function expandNodeCiphers(ciphers: string, reader: CipherReader): NodeCiphersExpansion | NodeCiphersError {
  const split = splitNodeCiphers(ciphers, reader);
  if (split.ciphersuites === "" && split.cipherList === "") return invalidValue;
  const ciphersuites =
    split.ciphersuites === ""
      ? { suites: defaultCiphersuites, ignored: [] }
      : expandCiphersuites(split.ciphersuites, reader.openssl);
  if ("error" in ciphersuites && ciphersuites.error) return noMatch;
  const list = expandBeside(ciphersuites.suites, split, reader.openssl);
  if ("code" in list) return list;
  return {
    ...list,
    suites: [...ciphersuites.suites, ...list.suites],
    split,
    ignoredCiphersuites: ciphersuites.ignored,
  };
}

/** Whether OpenSSL's default security callback (`ssl_security_default_callback`) lets a suite through at a level from 0 to 5. */
export function isSuiteAllowedAtLevel(suite: CipherSuite, level: number, openssl: OpenSslLine): boolean {
  if (level <= 0) return true;
  if (!isStrongEnough(strengthBits(suite, openssl), level)) return false;
  if (suite.authentication === "anon" || suite.mac === "MD5") return false;
  if (level >= 2 && suite.encryption.startsWith("RC4")) return false;
  if (level >= 4 && suite.mac === "SHA1") return false;
  return level < 3 || ["any", "DHE", "ECDHE"].includes(suite.keyExchange);
}
