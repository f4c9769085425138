import { CIPHER_SUITES } from "../parameters/cipher-suites.js";
import type { OpenSslLine } from "../runtimes/openssl-line.js";
import { arrange } from "./ranking.js";
import { type CipherEntry, type CipherSelector, keywordSelectors, suiteSelector, toEntry } from "./selectors.js";

/** Which OpenSSL reads a list: the line, and the ciphers left out when it was built. */
export interface OpenSslBuild {
  readonly line: OpenSslLine;
  /** IANA words of encryption algorithms that the build lacks: Debian's 1.1.1 has no `IDEA-128-CBC`, Node's has. */
  readonly withoutEncryption: readonly string[];
}

/** The words one OpenSSL build knows, and the order in which it prefers its suites before the first rule. */
export interface CipherVocabulary {
  readonly id: string;
  readonly line: OpenSslLine;
  readonly initialOrder: readonly CipherEntry[];
  readonly words: ReadonlyMap<string, CipherSelector>;
}

/** From 3.2 on OpenSSL reads IANA names in cipher lists, and so underscores. */
export function hasStandardNames(line: OpenSslLine): boolean {
  return line === "3.5" || line === "4.0";
}

/** OpenSSL 4.0 compares words without regard to case, older lines exactly. */
export function foldCase(word: string, line: OpenSslLine): string {
  return line === "4.0" ? word.toLowerCase() : word;
}

/** By falling code point: the order from which OpenSSL arranges its suites. */
function entriesOf({ line, withoutEncryption }: OpenSslBuild): readonly CipherEntry[] {
  const isBuilt = ({ opensslLines, maxVersion, encryption }: (typeof CIPHER_SUITES)[number]) =>
    opensslLines.includes(line) && maxVersion !== "TLSv1.3" && !withoutEncryption.includes(encryption);
  return CIPHER_SUITES.filter(isBuilt)
    .map((suite) => toEntry(suite, line))
    .reverse();
}

function namesOf({ suite }: CipherEntry, line: OpenSslLine): readonly string[] {
  return hasStandardNames(line) ? [suite.opensslName!, suite.ianaName] : [suite.opensslName!];
}

/** Suite names last, because OpenSSL looks them up before its keywords. */
function wordsOf(entries: readonly CipherEntry[], line: OpenSslLine): ReadonlyMap<string, CipherSelector> {
  const suites = entries.flatMap((entry) => namesOf(entry, line).map((name) => [name, suiteSelector(entry)] as const));
  return new Map([...keywordSelectors(line), ...suites].map(([name, selector]) => [foldCase(name, line), selector]));
}

const vocabularies = new Map<string, CipherVocabulary>();

function createVocabulary(id: string, build: OpenSslBuild): CipherVocabulary {
  const entries = entriesOf(build);
  return { id, line: build.line, initialOrder: arrange(entries), words: wordsOf(entries, build.line) };
}

export function cipherVocabulary(openssl: OpenSslLine | OpenSslBuild): CipherVocabulary {
  const build = typeof openssl === "string" ? { line: openssl, withoutEncryption: [] } : openssl;
  const id = [build.line, ...build.withoutEncryption].join(" ");
  const vocabulary = vocabularies.get(id) ?? createVocabulary(id, build);
  vocabularies.set(id, vocabulary);
  return vocabulary;
}
