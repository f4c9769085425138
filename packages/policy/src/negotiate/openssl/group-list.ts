import type { SuiteB } from "../../cipher-list/syntax.js";
import { findGroup, type Group } from "../../parameters/groups.js";
import type { ProtocolVersion } from "../../parameters/protocol-versions.js";
import { isStrongEnough } from "../../parameters/security-level.js";
import { OPENSSL_LINES, type OpenSslLine } from "../../runtimes/openssl-line.js";

/** What `SSL_CTX_set1_groups_list` makes of a list. */
export interface GroupList {
  /** In preference order. */
  readonly groups: readonly Group[];
  /** The groups a client sends a TLS 1.3 key share for; undefined for "the first usable one". */
  readonly keyShares: readonly Group[] | undefined;
  /** What a server takes in TLS 1.3, where that differs. */
  readonly ofTls13Server?: readonly Group[];
}

/** The OpenSSL lines that read groups by the rules of 3.0 and older. */
const hasPlainLists = (line: OpenSslLine) => line === "1.1.1" || line === "3.0";

/** Names between colons, each known and named once. */
function parsePlainList(list: string, line: OpenSslLine): GroupList | undefined {
  const groups = list.split(":").map((name) => findGroup(name.trim(), line));
  const isValid = groups.every((group) => group !== undefined) && new Set(groups).size === groups.length;
  return isValid ? { groups: groups as Group[], keyShares: undefined } : undefined;
}

const openssl35Default = "*X25519MLKEM768/*X25519:P-256/X448:P-384:P-521/ffdhe2048:ffdhe3072";
const pseudoLists: ReadonlyMap<string, string> = new Map([
  ["default", openssl35Default],
  ["default_suite_b", "P-256:P-384"],
]);
const elementPattern = /^([-*?]*)([^-*?].*)$/s;
const maxKeyShares = 4;

/** `GROUP_NAME_BUFFER_LENGTH`: a longer name fails even where an unknown one is tolerated. */
const longestName = 63;

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
  const [, prefixes = "", name = ""] = elementPattern.exec(element) ?? [];
  if (name === "" || name.length > longestName || new Set(prefixes).size !== prefixes.length) return false;
  const pseudoList = pseudoLists.get(name.toLowerCase());
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
  if (!isValid || draft.keyShares.length > maxKeyShares) return undefined;
  const isFirst = draft.keyShares.length === 0 && draft.groups.length > 0;
  return { groups: draft.groups, keyShares: isFirst ? undefined : draft.keyShares };
}

/** Reads a list of groups as one OpenSSL line does; undefined where setting it fails. */
export function parseGroupList(list: string, line: OpenSslLine): GroupList | undefined {
  return hasPlainLists(line) ? parsePlainList(list, line) : parseTupleList(list, line);
}

// Measured from the ClientHello of Node 12 to 26.
const defaultLists: Readonly<Record<OpenSslLine, string>> = {
  "1.1.1": "X25519:P-256:X448:P-521:P-384",
  "3.0": "X25519:P-256:X448:P-521:P-384:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192",
  "3.5": openssl35Default,
  "4.0": openssl35Default,
};

const defaults = new Map(OPENSSL_LINES.map((line) => [line, parseGroupList(defaultLists[line], line)!]));

/** The groups of a context that names none, in order. */
export function defaultGroupList(line: OpenSslLine): GroupList {
  return defaults.get(line)!;
}

const suiteBGroups: Readonly<Record<SuiteB, string>> = {
  SUITEB128ONLY: "P-256",
  SUITEB128C2: "P-256:P-384",
  SUITEB128: "P-256:P-384",
  SUITEB192: "P-384",
};

/** OpenSSL keeps the groups of all kinds of Suite B in one array, and knows each kind by where it begins there and how long it is. */
const suiteBArray = suiteBGroups.SUITEB128;

/**
 * The groups that a cipher list beginning with `SUITEB` allows, whatever `ecdhCurve` says; which of them a key share is sent for that says all the same.
 * From OpenSSL 3.5 on a server of TLS 1.3 also counts by that list how many it takes from the array (`tls_parse_ctos_key_share`), which may be less than
 * the kind has, or more.
 */
export function suiteBGroupList(suiteB: SuiteB, own: GroupList, line: OpenSslLine): GroupList {
  const { groups } = parseGroupList(suiteBGroups[suiteB], line)!;
  if (hasPlainLists(line)) return { groups, keyShares: own.keyShares };
  const array = parseGroupList(suiteBArray, line)!.groups;
  const from = array.indexOf(groups[0]!);
  return { groups, keyShares: own.keyShares, ofTls13Server: array.slice(from, from + own.groups.length) };
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
