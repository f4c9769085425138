import type { SuiteB } from "../cipher-list-syntax.js";
import type { Group } from "../groups.js";
import { findGroup } from "../groups.js";
import type { Throws } from "../negotiation.js";
import type { OpenSslLine } from "../openssl-line.js";
import { OPENSSL_LINES } from "../openssl-line.js";
import type { ProcessDefaults } from "../process-settings.js";
import type { ProtocolVersion } from "../protocol-versions.js";
import type { Runtime } from "../runtimes.js";
import { isStrongEnough } from "../security-level.js";
import { print, throws } from "./throws.js";

/** What `SSL_CTX_set1_groups_list` makes of `ecdhCurve`. */
export interface GroupList {
  /** In preference order. */
  readonly groups: readonly Group[];
  /** The groups a client sends a TLS 1.3 key share for; undefined for "the first usable one". */
  readonly keyShares: readonly Group[] | undefined;
}

/** The OpenSSL lines that read groups by the rules of 3.0 and older. */
const hasPlainLists = (line: OpenSslLine) => line === "1.1.1" || line === "3.0";

/** Names between colons, each known and named once. */
function parsePlainList(list: string, line: OpenSslLine): GroupList | undefined {
  const groups = list.split(":").map((name) => findGroup(name.trim(), line));
  const isValid = groups.every((group) => group !== undefined) && new Set(groups).size === groups.length;
  return isValid ? { groups: groups as Group[], keyShares: undefined } : undefined;
}

const OPENSSL35_DEFAULT = "*X25519MLKEM768/*X25519:P-256/X448:P-384:P-521/ffdhe2048:ffdhe3072";
const PSEUDO_LISTS: ReadonlyMap<string, string> = new Map([
  ["default", OPENSSL35_DEFAULT],
  ["default_suite_b", "P-256:P-384"],
]);
const ELEMENT = /^([-*?]*)(.+)$/s;
const MAX_KEY_SHARES = 4;

/** What the elements of a list have added so far. */
interface Draft {
  groups: readonly Group[];
  keyShares: readonly Group[];
}

const without = (list: readonly Group[], group: Group) => list.filter((other) => other !== group);

function applyGroup(draft: Draft, group: Group, prefixes: string): void {
  if (prefixes.includes("-")) {
    draft.groups = without(draft.groups, group);
    draft.keyShares = without(draft.keyShares, group);
  } else if (!draft.groups.includes(group)) {
    draft.groups = [...draft.groups, group];
    if (prefixes.includes("*")) draft.keyShares = [...draft.keyShares, group];
  }
}

/** `-` removes, `*` asks for a key share, `?` tolerates an unknown name; false for a syntax error or an unknown name. */
function readElement(draft: Draft, element: string, line: OpenSslLine): boolean {
  const [, prefixes = "", name = ""] = ELEMENT.exec(element) ?? [];
  if (name === "" || new Set(prefixes).size !== prefixes.length) return false;
  const pseudoList = PSEUDO_LISTS.get(name.toLowerCase());
  if (pseudoList !== undefined) return prefixes === "" && readElements(draft, pseudoList, line);
  const group = findGroup(name, line);
  if (group) applyGroup(draft, group, prefixes);
  return group !== undefined || prefixes.includes("?");
}

function readElements(draft: Draft, list: string, line: OpenSslLine): boolean {
  return list.split(/[/:]/).every((element) => readElement(draft, element.trim(), line));
}

/** From OpenSSL 3.5 on: tuples between slashes, prefixes, pseudo lists; an empty list is accepted. */
function parseTupleList(list: string, line: OpenSslLine): GroupList | undefined {
  const draft: Draft = { groups: [], keyShares: [] };
  const isValid = list.trim() === "" || readElements(draft, list, line);
  if (!isValid || draft.keyShares.length > MAX_KEY_SHARES) return undefined;
  return { groups: draft.groups, keyShares: draft.keyShares.length > 0 ? draft.keyShares : undefined };
}

/** Reads `ecdhCurve` as one OpenSSL line does; undefined where setting it fails. */
function parseGroupList(list: string, line: OpenSslLine): GroupList | undefined {
  return hasPlainLists(line) ? parsePlainList(list, line) : parseTupleList(list, line);
}

// Measured from the ClientHello of Node 12 to 26.
const DEFAULTS: Readonly<Record<OpenSslLine, string>> = {
  "1.1.1": "X25519:P-256:X448:P-521:P-384",
  "3.0": "X25519:P-256:X448:P-521:P-384:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192",
  "3.5": OPENSSL35_DEFAULT,
  "4.0": OPENSSL35_DEFAULT,
};

const defaults = new Map(OPENSSL_LINES.map((line) => [line, parseGroupList(DEFAULTS[line], line)!]));

/** `ecdhCurve` with its default in place; old releases pass no falsy value on. */
function completeCurve(ecdhCurve: unknown, { ecdhCurve: initial }: ProcessDefaults, { traits }: Runtime): unknown {
  if (ecdhCurve === undefined) return traits.has("completesEmptyCurve") ? initial || "auto" : initial;
  return traits.has("validatesContextOptions") ? ecdhCurve : ecdhCurve || "auto";
}

/** The groups of `ecdhCurve`, or of `tls.DEFAULT_ECDH_CURVE` in its place. */
export function groupList(ecdhCurve: unknown, processDefaults: ProcessDefaults, runtime: Runtime): GroupList | Throws {
  const { traits, openssl } = runtime;
  const value = completeCurve(ecdhCurve, processDefaults, runtime);
  if (typeof value !== "string")
    return throws("ERR_INVALID_ARG_TYPE", ["ecdhCurve"], `\`ecdhCurve\` must be a string, not ${print(value)}.`);
  if (value === "auto") return defaults.get(openssl)!;
  const code = traits.has("validatesContextOptions") ? "ERR_CRYPTO_OPERATION_FAILED" : undefined;
  return (
    parseGroupList(value, openssl) ??
    throws(code, ["ecdhCurve"], `OpenSSL ${openssl} does not accept \`ecdhCurve\` ${print(value)}.`)
  );
}

const SUITE_B_GROUPS: Readonly<Record<SuiteB, string>> = {
  SUITEB128ONLY: "P-256",
  SUITEB128C2: "P-256:P-384",
  SUITEB128: "P-256:P-384",
  SUITEB192: "P-384",
};

/** The groups that a cipher list beginning with `SUITEB` allows, whatever `ecdhCurve` says. */
export function suiteBGroupList(suiteB: SuiteB, line: OpenSslLine): GroupList {
  return parseGroupList(SUITE_B_GROUPS[suiteB], line)!;
}

/** Whether a line negotiates the group in that version at that security level; 1.1.1 does not mind the version. */
export function isGroupUsable(
  { securityBits, versions }: Group,
  version: ProtocolVersion,
  level: number,
  line: OpenSslLine,
): boolean {
  if (!isStrongEnough(securityBits, level)) return false;
  return line === "1.1.1" || versions === "any" || (versions === "TLSv1.3") === (version === "TLSv1.3");
}
