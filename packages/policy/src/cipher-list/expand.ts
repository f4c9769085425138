import type { CipherSuite } from "../parameters/cipher-suites.js";
import type { OpenSslLine } from "../runtimes/openssl-line.js";
import { applyRule, type CipherRanking, sortByStrength } from "./ranking.js";
import { matches } from "./selectors.js";
import {
  type CipherListItem,
  type ParsedCipherList,
  resolveCipherList,
  type ResolvedCipherList,
  type ResolvedItem,
  type SuiteB,
} from "./syntax.js";
import { type CipherVocabulary, cipherVocabulary, type OpenSslBuild } from "./vocabulary.js";

/** What `SSL_CTX_set_cipher_list` makes of a list. */
export interface CipherListExpansion {
  readonly error?: undefined;
  /** Suites for TLS 1.2 and older in preference order, before security level, protocol and callback filters. */
  readonly suites: readonly CipherSuite[];
  /** The level the last `@SECLEVEL` sets, undefined where the list leaves the default. */
  readonly securityLevel: number | undefined;
  readonly suiteB: SuiteB | undefined;
  /** Items without effect because OpenSSL does not know a word in them. */
  readonly ignored: readonly CipherListItem[];
}

/** The list makes `SSL_CTX_set_cipher_list` fail with this reason string; Node's codes are ERR_SSL_NO_CIPHER_MATCH and ERR_SSL_INVALID_COMMAND. */
export interface CipherListError {
  readonly error: "no cipher match" | "invalid command";
  /** For an invalid command: the offset of what OpenSSL cannot read. */
  readonly errorAt: number | undefined;
  /** OpenSSL keeps the level a failed list sets. */
  readonly securityLevel: number | undefined;
  readonly ignored: readonly CipherListItem[];
}

const opensslDefault = "ALL:!COMPLEMENTOFDEFAULT:!eNULL";

const suiteBLists: Readonly<Record<SuiteB, string>> = {
  SUITEB128ONLY: "ECDHE-ECDSA-AES128-GCM-SHA256",
  SUITEB128C2: "ECDHE-ECDSA-AES256-GCM-SHA384",
  SUITEB128: "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384",
  SUITEB192: "ECDHE-ECDSA-AES256-GCM-SHA384",
};

const operations = { "": "add", "-": "remove", "!": "delete", "+": "move-to-end" } as const;

const isStrengthSort = ({ operator, words }: CipherListItem) =>
  operator === "@" && words[0]?.text.toUpperCase() === "STRENGTH";

function applyItem(ranking: CipherRanking, item: ResolvedItem): CipherRanking {
  const { operator, selector } = item;
  if (isStrengthSort(item)) return sortByStrength(ranking);
  if (operator === "@" || !selector) return ranking;
  return applyRule(ranking, operations[operator], (entry) => matches(selector, entry));
}

function rank({ prefix, items }: ResolvedCipherList, vocabulary: CipherVocabulary): CipherRanking {
  if (prefix && prefix !== "DEFAULT") return rank(resolveCipherList(suiteBLists[prefix], vocabulary), vocabulary);
  const start = prefix
    ? rank(resolveCipherList(opensslDefault, vocabulary), vocabulary)
    : { order: vocabulary.initialOrder, active: new Set<never>() };
  return items.reduce(applyItem, start);
}

function securityLevelOf(items: readonly CipherListItem[]): number | undefined {
  const level = items
    .findLast((item) => item.operator === "@" && item.isKnown && !isStrengthSort(item))
    ?.words[0]?.text.at(-1);
  return level === undefined ? undefined : Number(level);
}

function expand(list: string, vocabulary: CipherVocabulary): CipherListExpansion | CipherListError {
  const parsed = resolveCipherList(list, vocabulary);
  const ignored = parsed.items.filter(({ isKnown }) => !isKnown);
  const securityLevel = securityLevelOf(parsed.items);
  if (parsed.errorAt !== undefined)
    return { error: "invalid command", errorAt: parsed.errorAt, securityLevel, ignored };
  const { order, active } = rank(parsed, vocabulary);
  const suites = order.filter((entry) => active.has(entry)).map(({ suite }) => suite);
  if (suites.length === 0) return { error: "no cipher match", errorAt: undefined, securityLevel, ignored };
  const suiteB = parsed.prefix === "DEFAULT" ? undefined : parsed.prefix;
  return { suites, securityLevel, suiteB, ignored };
}

// Programs and rules ask for the same few lists again and again; the bound only keeps a long-lived process from growing.
const cacheLimit = 1000;
const cache = new Map<string, CipherListExpansion | CipherListError>();

/**
 * Evaluates an OpenSSL cipher list as `SSL_CTX_set_cipher_list` of that line does: same suites, same order, same error.
 * Held to what `openssl ciphers` of 1.1.1w, 3.0.19, 3.5.9, 3.6.5 and 4.0.3 printed for 440 lists.
 * @param openssl a line, for the build Node bundles, or another build of it.
 */
export function expandCipherList(
  list: string,
  openssl: OpenSslLine | OpenSslBuild,
): CipherListExpansion | CipherListError {
  const vocabulary = cipherVocabulary(openssl);
  const key = `${vocabulary.id}\n${list}`;
  const known = cache.get(key);
  if (known) return known;
  const result = expand(list, vocabulary);
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(key, result);
  return result;
}

/** Reads a cipher list into its items with their offsets, so that one of them can be changed where it stands. */
export function parseCipherList(list: string, openssl: OpenSslLine | OpenSslBuild): ParsedCipherList {
  return resolveCipherList(list, cipherVocabulary(openssl));
}
