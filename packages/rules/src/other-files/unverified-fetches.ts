import type { Edit } from "../finding.js";
import type { UnverifiedFetch } from "../setting.js";
import { machineOf } from "../source/sites/machines.js";
import type { CommandLine, CommandWord } from "./command-line.js";

/** What tells a program to verify nothing: words from `first` up to `last`, or a letter of one word. */
interface Told {
  readonly first: number;
  readonly last: number;
  /** What takes it out, where that is not these words. */
  readonly letter?: readonly [start: number, end: number];
  readonly isStored?: boolean;
}

type Reader = (words: readonly CommandWord[], from: number) => readonly Told[];

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["curl", toldToCurl],
  ["wget", flagged(/^--no-check-certificates?$/)],
  ["wget2", flagged(/^--no-check-certificates?$/)],
  ["git", toldToGit],
  ...["invoke-webrequest", "invoke-restmethod", "iwr", "irm"].map(
    (name) => [name, flagged(/^-SkipCertificateCheck(?::\$true)?$/i)] as const,
  ),
]);

/** What may stand in front of the program that is run. */
const before =
  /^(?:sudo|env|exec|time|xargs|nohup|command|nice|retry|timeout|busybox|-\S*|\d+[smh]?|\w+=.*|[({!]|\$\w+|=)$/;

/** What tells `curl`, `wget`, `git` or PowerShell to fetch something from another machine without verifying it. */
export function unverifiedFetches(line: CommandLine): readonly UnverifiedFetch[] {
  const { words, guard } = line;
  const at = words.findIndex(({ value }) => !before.test(value.text));
  const name = at === -1 ? "" : words[at]!.value.text.replace(/^.*[\\/]/, "").replace(/\.exe$/i, "");
  const told = readers.get(name.toLowerCase())?.(words, at + 1) ?? [];
  if (told.length === 0 || staysHere(words.slice(at + 1))) return [];
  return told.map(({ first, last, letter, isStored = false }) => ({
    kind: "fetch",
    program: name,
    told: letter ? `-${words[first]!.value.text.slice(...letter)}` : textOf(words.slice(first, last + 1)),
    range: [words[first]!.range[0], words[last]!.range[1]],
    removal: letter
      ? withoutLetter(words[first]!, letter)
      : line.remove(isStored ? 0 : first, isStored ? words.length : last + 1),
    certainty: "proven",
    guard,
    isStored,
  }));
}

function textOf(words: readonly CommandWord[]): string {
  return words.map(({ value }) => value.text).join(" ");
}

/** Whether everything is fetched from the same machine, as checks of a service's health do. */
function staysHere(words: readonly CommandWord[]): boolean {
  const addresses = words.flatMap(({ value: { text } }) =>
    /^(?:https?:\/\/|localhost\b|127\.)/i.test(text) ? [machineOf(text)] : [],
  );
  return addresses.length > 0 && addresses.every((machine) => machine === "own");
}

function withoutLetter({ value }: CommandWord, [start, end]: readonly [number, number]): readonly Edit[] | undefined {
  return value.isVerbatim ? [{ range: value.rangeOf(start, end), text: "" }] : undefined;
}

function flagged(flag: RegExp): Reader {
  return (words, from) =>
    words.flatMap(({ value }, index) =>
      index >= from && flag.test(value.text) ? [{ first: index, last: index }] : [],
    );
}

const long = /^--(?:proxy-|doh-)?insecure$/;
/** Short options of curl that take a value: the rest of the word, or the next one. */
const withValue = new Set("AbcCdDeEFhHKmoPQrtTuUwxXyYz");

function toldToCurl(words: readonly CommandWord[], from: number): readonly Told[] {
  const told: Told[] = [];
  for (let index = from; index < words.length; index++) {
    const { text } = words[index]!.value;
    if (long.test(text)) told.push({ first: index, last: index });
    if (!/^-[^-]/.test(text)) continue;
    const letters = [...text].slice(1);
    const valued = letters.findIndex((letter) => withValue.has(letter));
    const own = valued === -1 ? letters : letters.slice(0, valued);
    const insecure = own.indexOf("k");
    if (insecure !== -1)
      told.push({
        first: index,
        last: index,
        ...(letters.length > 1 && { letter: [insecure + 1, insecure + 2] as const }),
      });
    // its value is the next word
    if (valued === letters.length - 1) index++;
  }
  return told;
}

const verification = /^http\.(?:\S+\.)?sslverify(?<value>=.*)?$/i;
const off = /^(?:false|no|off|0|)$/i;

function toldToGit(words: readonly CommandWord[], from: number): readonly Told[] {
  return words.flatMap(({ value: { text } }, index): readonly Told[] => {
    const match = index < from ? undefined : verification.exec(text);
    if (!match) return [];
    const { value } = match.groups!;
    const previous = words[index - 1]!.value.text;
    if (value !== undefined && off.test(value.slice(1)) && (previous === "-c" || previous === "--config"))
      return [{ first: index - 1, last: index }];
    const next = words[index + 1]?.value.text;
    const isStored = value === undefined && next !== undefined && off.test(next) && isConfig(words, from);
    return isStored ? [{ first: index, last: index + 1, isStored }] : [];
  });
}

function isConfig(words: readonly CommandWord[], from: number): boolean {
  return words.slice(from).find(({ value }) => !value.text.startsWith("-"))?.value.text === "config";
}
