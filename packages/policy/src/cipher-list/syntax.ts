import { type CipherSelector, intersect } from "./selectors.js";
import { type CipherVocabulary, foldCase, hasStandardNames } from "./vocabulary.js";

/** A word of an item, with its offsets in the list. */
export interface CipherListWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type CipherListOperator = "" | "!" | "-" | "+" | "@";

/** One rule of a cipher list: what stands between separators, cut further where OpenSSL starts a new rule. */
export interface CipherListItem {
  /** "" adds, `!` deletes for good, `-` removes, `+` moves to the end, `@` is a command. */
  readonly operator: CipherListOperator;
  /** The words joined by `+`; for `DEFAULT` and Suite B, which OpenSSL tests as prefixes, that one word. */
  readonly words: readonly CipherListWord[];
  /** The item as written, with the operator and any text OpenSSL skips. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** False where OpenSSL does not know a word, or the words exclude each other: it then ignores the item silently. */
  readonly isKnown: boolean;
}

/** A cipher list read as one OpenSSL line reads it. */
export interface ParsedCipherList {
  readonly items: readonly CipherListItem[];
  /** Where OpenSSL stops with "invalid command", as an offset in the list; undefined for a well-formed list. */
  readonly errorAt: number | undefined;
}

/** The prefixes OpenSSL tests before it reads rules; a Suite B prefix replaces the whole list. */
export type CipherListPrefix = "DEFAULT" | SuiteB;

/** The restriction that a list beginning with `SUITEB...` puts on the whole context. */
export type SuiteB = "SUITEB128ONLY" | "SUITEB128C2" | "SUITEB128" | "SUITEB192";

/**
 * The list that OpenSSL takes for this one on a context that was told Suite B before: a restriction takes the place of every later list
 * but one of its own kind, and that it was `SUITEB128C2` is not kept (`check_suiteb_cipher_list`).
 */
export function listUnderSuiteB(list: string, suiteB: SuiteB | undefined): string {
  if (!suiteB || prefixes.some((prefix) => prefix !== "DEFAULT" && list.startsWith(prefix))) return list;
  return suiteB === "SUITEB128C2" ? "SUITEB128" : suiteB;
}

/** An item with what it selects: undefined for commands, prefixes and items OpenSSL ignores. */
export interface ResolvedItem extends CipherListItem {
  readonly selector: CipherSelector | undefined;
}

export interface ResolvedCipherList extends ParsedCipherList {
  readonly items: readonly ResolvedItem[];
  readonly prefix: CipherListPrefix | undefined;
}

const separators = ": ;,";

// The longer names first: OpenSSL tests them in this order.
const prefixes: readonly CipherListPrefix[] = ["SUITEB128ONLY", "SUITEB128C2", "SUITEB128", "SUITEB192", "DEFAULT"];

/** What the parser has read up to `offset`. */
interface ReadItem {
  readonly item: ResolvedItem;
  readonly errorAt: number | undefined;
}

const isSeparator = (character: string | undefined) => character !== undefined && separators.includes(character);

function skipSeparators(list: string, offset: number): number {
  let end = offset;
  while (isSeparator(list[end])) end++;
  return end;
}

function skipToSeparator(list: string, offset: number): number {
  let end = offset;
  while (end < list.length && !isSeparator(list[end])) end++;
  return end;
}

function readWord(list: string, start: number, { line }: CipherVocabulary): CipherListWord {
  const characters = hasStandardNames(line) ? /[\w.=-]*/y : /[A-Za-z0-9.=-]*/y;
  characters.lastIndex = start;
  const [text] = characters.exec(list)!;
  return { text, start, end: start + text.length };
}

/** A command may be followed by anything up to the separator; OpenSSL drops it. */
function readCommand(list: string, start: number, vocabulary: CipherVocabulary): ReadItem {
  const word = readWord(list, start + 1, vocabulary);
  const end = skipToSeparator(list, word.end);
  const isKnown = /^(?:STRENGTH|SECLEVEL=[0-5])$/.test(vocabulary.line === "4.0" ? word.text.toUpperCase() : word.text);
  const item: ResolvedItem = {
    operator: "@",
    words: [word],
    text: list.slice(start, end),
    start,
    end,
    isKnown,
    selector: undefined,
  };
  return { item, errorAt: isKnown ? undefined : word.start };
}

/** The words of an item up to where OpenSSL stops reading them, and what they select together. */
interface ReadWords {
  readonly words: readonly CipherListWord[];
  readonly selector: CipherSelector | undefined;
  readonly end: number;
  readonly errorAt: number | undefined;
}

function readWords(list: string, start: number, vocabulary: CipherVocabulary, before?: ReadWords): ReadWords {
  const word = readWord(list, start, vocabulary);
  if (word.text === "") return { words: before?.words ?? [], selector: before?.selector, end: start, errorAt: start };
  const own = vocabulary.words.get(foldCase(word.text, vocabulary.line));
  const selector = own && before?.selector ? intersect(before.selector, own) : own;
  const read: ReadWords = { words: [...(before?.words ?? []), word], selector, end: word.end, errorAt: undefined };
  return selector && list[word.end] === "+" ? readWords(list, word.end + 1, vocabulary, read) : read;
}

function readSelection(
  list: string,
  start: number,
  operator: Exclude<CipherListOperator, "@">,
  vocabulary: CipherVocabulary,
): ReadItem {
  const { words, selector, end: read, errorAt } = readWords(list, start + operator.length, vocabulary);
  const end = selector ? read : skipToSeparator(list, read);
  return {
    item: { operator, words, text: list.slice(start, end), start, end, isKnown: selector !== undefined, selector },
    errorAt,
  };
}

function readItem(list: string, start: number, vocabulary: CipherVocabulary): ReadItem {
  const first = list[start]!;
  if (first === "@") return readCommand(list, start, vocabulary);
  return readSelection(list, start, first === "!" || first === "-" || first === "+" ? first : "", vocabulary);
}

/** The item for a word that OpenSSL tests as a prefix of the whole list. */
function prefixItem(list: string, text: string, end: number): ResolvedItem {
  return {
    operator: "",
    words: [{ text, start: 0, end: text.length }],
    text: list.slice(0, end),
    start: 0,
    end,
    isKnown: true,
    selector: undefined,
  };
}

function startsWith(list: string, prefix: string, { line }: CipherVocabulary): boolean {
  return foldCase(list.slice(0, prefix.length), line) === foldCase(prefix, line);
}

function readItems(
  list: string,
  start: number,
  vocabulary: CipherVocabulary,
): { items: ResolvedItem[]; errorAt: number | undefined } {
  const items: ResolvedItem[] = [];
  let errorAt: number | undefined;
  for (let offset = skipSeparators(list, start); offset < list.length;) {
    const read = readItem(list, offset, vocabulary);
    items.push(read.item);
    errorAt ??= read.errorAt;
    if (read.errorAt !== undefined && read.item.operator !== "@") break;
    offset = skipSeparators(list, read.item.end);
  }
  return { items, errorAt };
}

/** Reads a list as OpenSSL does, as far as OpenSSL reads it. */
export function resolveCipherList(list: string, vocabulary: CipherVocabulary): ResolvedCipherList {
  const prefix = prefixes.find((candidate) => startsWith(list, candidate, vocabulary));
  if (!prefix) return { ...readItems(list, 0, vocabulary), prefix };
  if (prefix !== "DEFAULT") return { items: [prefixItem(list, prefix, list.length)], errorAt: undefined, prefix };
  const { items, errorAt } = readItems(list, prefix.length, vocabulary);
  return { items: [prefixItem(list, prefix, prefix.length), ...items], errorAt, prefix };
}

/** Writes items as a list that every OpenSSL line reads item by item; an empty list is the empty string, which matches nothing. */
export function printCipherList(items: readonly Pick<CipherListItem, "text">[]): string {
  return items.map(({ text }) => text).join(":");
}
