import { type CipherListError, expandCipherList } from "../../cipher-list/expand.js";
import { expandNodeCiphers, type NodeCiphersError } from "../../cipher-list/node-ciphers.js";
import type { SuiteB } from "../../cipher-list/syntax.js";
import type { CipherSuite } from "../../parameters/cipher-suites.js";
import type { Runtime } from "../../runtimes/runtimes.js";
import type { Throws } from "../negotiation.js";
import { permitSuites } from "../openssl/permit-suites.js";
import { invalidValueCode, print, throws } from "./throws.js";

/** What `ciphers` enables, before protocol versions and signature algorithms filter it. */
export interface CipherLists {
  /** In the order of a ClientHello, before the security level filters them. */
  readonly suites: readonly CipherSuite[];
  /** Of these, each once, the suites that pass the security level and need no pre-shared key or SRP, which these options do not set up. */
  readonly permittedSuites: readonly CipherSuite[];
  readonly securityLevel: number;
  readonly suiteB: SuiteB | undefined;
  /** `ciphers` names nothing for TLS 1.2, so Node raises the floor to TLS 1.3. */
  readonly raisesToTls13: boolean;
  /** `ciphers` names nothing for TLS 1.3, so this release lowers the ceiling to TLS 1.2. */
  readonly lowersToTls12: boolean;
}

const isForTls13 = ({ minVersion }: CipherSuite) => minVersion === "TLSv1.3";

/** Node 12.0 to 12.2 let empty parts through to OpenSSL, and stumbled over its own error for an empty `tls.DEFAULT_CIPHERS`. */
function emptyListCode(ciphers: string, runtime: Runtime): string | undefined {
  if (runtime.traits.has("dropsEmptyCipherParts")) return invalidValueCode(runtime);
  return ciphers === "" ? undefined : "ERR_SSL_NO_CIPHER_MATCH";
}

function failureOf({ error, code }: NodeCiphersError, ciphers: string, runtime: Runtime): Throws {
  if (error === "invalid value")
    return throws(emptyListCode(ciphers, runtime), ["ciphers"], "`ciphers` names no suite.");
  return throws(code, ["ciphers"], `OpenSSL answers "${error}" to \`ciphers\`.`);
}

function readSplitList(ciphers: string, runtime: Runtime): CipherLists | Throws {
  const { traits, openssl, defaultSecurityLevel } = runtime;
  const expansion = expandNodeCiphers(ciphers, {
    openssl,
    sendsExclusionsToCiphersuites: traits.has("sendsExclusionsToCiphersuites"),
  });
  if (expansion.error) return failureOf(expansion, ciphers, runtime);
  const { suites, split, securityLevel = defaultSecurityLevel, suiteB } = expansion;
  const lowersToTls12 = split.ciphersuites === "" && !traits.has("keepsTls13Suites");
  const kept = lowersToTls12 ? suites.filter((suite) => !isForTls13(suite)) : suites;
  const permittedSuites = permitSuites(kept, securityLevel, runtime);
  return {
    suites: kept,
    permittedSuites,
    securityLevel,
    suiteB,
    raisesToTls13: split.cipherList === "",
    lowersToTls12,
  };
}

/** What is left of a list that fails without throwing: a list that selects nothing is empty, one that cannot be read leaves OpenSSL's own default. */
function remainsOf({ error }: CipherListError, { openssl }: Pick<Runtime, "openssl">): readonly CipherSuite[] {
  const initial = error === "invalid command" ? expandCipherList("DEFAULT", openssl) : undefined;
  return initial && !initial.error ? initial.suites : [];
}

/** Before Node 12 the whole string goes to OpenSSL; before Node 11 a failure does not throw. */
function readWholeList(ciphers: string, runtime: Runtime): CipherLists | Throws {
  const { traits, openssl, defaultSecurityLevel } = runtime;
  const expansion = expandCipherList(ciphers, openssl);
  if (expansion.error && traits.has("rejectsCipherLists"))
    return throws(undefined, ["ciphers"], `OpenSSL answers "${expansion.error}" to \`ciphers\`.`);
  const { securityLevel = defaultSecurityLevel } = expansion;
  const { suites, suiteB } = expansion.error ? { suites: remainsOf(expansion, runtime), suiteB: undefined } : expansion;
  return {
    suites,
    permittedSuites: permitSuites(suites, securityLevel, runtime),
    securityLevel,
    suiteB,
    raisesToTls13: false,
    lowersToTls12: false,
  };
}

function isDefaulted(ciphers: unknown, { traits }: Runtime): boolean {
  return traits.has("validatesContextOptions") ? ciphers === "" || ciphers == null : !ciphers;
}

const cacheLimit = 1000;
const caches = new WeakMap<Runtime, Map<string, CipherLists | Throws>>();

// Programs and rules ask for the same few lists again and again; the bound only keeps a long-lived process from growing.
function readCached(ciphers: string, runtime: Runtime): CipherLists | Throws {
  const cache = caches.get(runtime) ?? new Map<string, CipherLists | Throws>();
  const lists =
    cache.get(ciphers) ??
    (runtime.traits.has("hasTls13") ? readSplitList(ciphers, runtime) : readWholeList(ciphers, runtime));
  if (cache.size >= cacheLimit) cache.clear();
  caches.set(runtime, cache.set(ciphers, lists));
  return lists;
}

/** What the `ciphers` option of a context, or `tls.DEFAULT_CIPHERS` in its place, enables or throws. */
export function cipherLists(ciphers: unknown, defaultCiphers: unknown, runtime: Runtime): CipherLists | Throws {
  const value = isDefaulted(ciphers, runtime) ? defaultCiphers : ciphers;
  if (typeof value !== "string")
    return throws("ERR_INVALID_ARG_TYPE", ["ciphers"], `\`ciphers\` must be a string, not ${print(value)}.`);
  return readCached(value, runtime);
}
