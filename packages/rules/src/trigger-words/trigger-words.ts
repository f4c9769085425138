import { clients } from "../clients/index.js";
import type { Client, ConnectionString, Plaintext, Sink, Switch, Word } from "../define-client.js";
import { optionNames } from "../option-names.js";
import { processTriggerWords } from "../other-files/trigger-words.js";
import { wordsOfHandMadeTls } from "../rules/shared/tls-stacks.js";
import { environmentNames } from "../source/sites/environment.js";
import { textBytes } from "./text-bytes.js";
import { createWordFinder, shortestWord } from "./word-finder.js";
import { wordsBesideOptions } from "./words-of-rules.js";

/** A name, and the values with which it makes a finding, where they are known. */
interface Trigger {
  readonly name: string;
  readonly weak: readonly string[];
}

const trigger = (name: string, weak: readonly string[] = []): Trigger => ({ name, weak });

function triggersOf({ tlsOptions, settings = [], switches = [], connectionStrings = [] }: Client): readonly Trigger[] {
  return [
    ...[...tlsOptions, ...settings].flatMap(triggersOfVocabulary),
    ...tlsOptions.flatMap(triggersOfHolders),
    ...switches.flatMap(triggersOfSwitch),
    ...connectionStrings.flatMap(triggersOfString),
  ];
}

function weakValues({ values = [] }: Pick<Word, "values">): readonly string[] {
  return values.filter(([, node]) => node === false || node === "accepts-all").map(([native]) => String(native));
}

function triggersOfVocabulary({ vocabulary = {} }: Pick<Sink, "vocabulary">): readonly Trigger[] {
  return Object.entries(vocabulary).map(([name, word]) => trigger(name, weakValues(word)));
}

/** What may stand in the place of an object, or what an object leaves to an insecure default. */
function triggersOfHolders(sink: Sink): readonly Trigger[] {
  const { shorthands, insecureDefaults } = sink;
  if (!("at" in sink) || !(shorthands ?? insecureDefaults)) return [];
  const { where } = insecureDefaults?.some((each) => each.unsaid) ? sink : {};
  return [
    ...sink.at.flatMap((at) => {
      const names = at.length > 1 ? [String(at.at(-1))] : ["call" in sink ? sink.call : sink.construct].flat();
      return names.map((name) => trigger(name, weakValues({ values: shorthands ?? [] })));
    }),
    ...(where && "schemes" in where
      ? where.schemes.map((scheme) => trigger(`${scheme}://`))
      : (where?.at ?? []).map((at) => trigger(String(at.at(-1))))),
  ];
}

function triggersOfSwitch({ method, argument }: Switch): readonly Trigger[] {
  return (argument === undefined ? [method].flat() : [argument]).map((name) => trigger(name));
}

function triggersOfString({ form, parameters, refuses = {} }: ConnectionString): readonly Trigger[] {
  const refused = Object.keys(refuses).map((name) => trigger(name));
  const read = Object.entries(parameters).flatMap(([name, word]) => {
    if (form === "pairs") return [trigger(name), trigger(name.toLowerCase())];
    return form === "scheme"
      ? weakValues(word).map((value) => trigger(`+${value}://`))
      : [trigger(name, weakValues(word))];
  });
  return [...read, ...refused];
}

/** A short word of everyday code (`secure`, `ssl`) says nothing by itself. */
function isUnusual(word: string): boolean {
  return !/^[a-z]{0,9}$/.test(word);
}

/** Words that have a file parsed wherever they stand; undefined where none stands for the trigger. */
function unusualWords({ name, weak }: Trigger): readonly string[] | undefined {
  if (isUnusual(name)) return [name];
  return weak.length > 0 && weak.every(isUnusual) ? weak : undefined;
}

const unusualOfOptions = [
  ...optionNames,
  ...wordsBesideOptions,
  ...clients.flatMap((client) => triggersOf(client).flatMap((each) => unusualWords(each) ?? [])),
];
const unusual = [...unusualOfOptions, ...environmentNames, ...processTriggerWords, ...wordsOfHandMadeTls];

/** How `secure: false` is written: of a proxy where there is a target, of a cookie elsewhere. */
const insecureProxies = ["secure: false", "secure:false", "secure:!1", `secure": false`, `secure': false`];

/** By module in quotes, or by another beginning, the everyday words that make a finding where that stands. */
const everyday = new Map([
  ...clients
    .flatMap((client) =>
      client.modules.flatMap((module) => quoted(module).map((text) => [text, everydayWords(client)] as const)),
    )
    .filter(([, words]) => words.length > 0),
  ...insecureProxies.map((text) => [text, ["target"]] as const),
]);

/** Of a short name, what stands before it in `from "…"` and `require("…")` is a part. */
function quoted(module: string): readonly string[] {
  const literals = [`"${module}"`, `'${module}'`];
  return literals.flatMap((literal) => {
    if (literal.length >= shortestWord) return [literal];
    const before = literal.length + 1 < shortestWord ? ["from ", "equire(", "mport(", "from"] : [" ", "(", "m"];
    return before.map((text) => text + literal);
  });
}

function everydayWords(client: Client): readonly string[] {
  const words = triggersOf(client).flatMap((each) => (unusualWords(each) ? [] : [each.name]));
  return [...words, ...(client.plaintext ?? []).flatMap(wordsOfPlaintext)];
}

/** Whatever their shape, these say something only beside the client's module. */
function wordsOfPlaintext(of: Plaintext): readonly string[] {
  if (of.scheme !== undefined) return [`${of.scheme}://`];
  if (of.parameters) return Object.keys(of.parameters).flatMap((name) => [name, name.toLowerCase()]);
  const names = of.at?.map((at) => at.at(-1)) ?? ["call" in of ? of.call : of.construct].flat();
  return names.map((name) => String(name).split(".").at(-1)!);
}

/** Words one of which is in every file that has a finding: names and values of everyday code are not among them, but the modules they belong to, in quotes. */
export const triggerWords: readonly string[] = [...new Set([...unusual, ...everyday.keys()])].sort();

/** Whether a text is worth parsing at all: everyday words are, where their module is named. */
export const hasTriggerWord = finderOf(triggerWords);

/** Whether a text may say anything of the options of a connection; one that only starts processes, say, does not. */
export const hasWordOfOptions = finderOf([...unusualOfOptions, ...everyday.keys()]);

/** Whether a text names a module whose options have everyday names, and says one of these. */
const hasEverydayWord = finderOf([...everyday.keys()]);

function finderOf(words: readonly string[]): (text: string) => boolean {
  const find = createWordFinder([...new Set(words)]);
  return (text) => {
    const { bytes, length } = textBytes(text);
    return find(bytes, length, (found) => everyday.get(found)?.some((word) => text.includes(word)) ?? true);
  };
}

/** What may hold an option of a client by its name, or options as a whole. */
const nameTriggers = [
  ...optionNames.map((name) => trigger(name)),
  ...clients.flatMap(({ tlsOptions, settings = [] }) => [
    ...[...tlsOptions, ...settings].flatMap(triggersOfVocabulary),
    ...tlsOptions.flatMap(triggersOfProperty),
  ]),
];
const unusualNames: ReadonlySet<string> = new Set(namesOf(nameTriggers.filter(({ name }) => isUnusual(name))));
const allNames: ReadonlySet<string> = new Set(namesOf(nameTriggers));
const everydayTriggers = nameTriggers.filter(({ name }) => !isUnusual(name));

/** The property whose value as a whole is the options. */
function triggersOfProperty(sink: Sink): readonly Trigger[] {
  const { shorthands, insecureDefaults } = sink;
  if (!("at" in sink) || !(shorthands ?? insecureDefaults)) return [];
  const names = sink.at.flatMap(([, ...path]) => path.slice(-1));
  return names.map((name) => trigger(name, weakValues({ values: shorthands ?? [] })));
}

/** The names under which a text may write options of any client: those of everyday code where it names such a client, or a weak value. */
export function optionNamesFor(text: string): ReadonlySet<string> {
  if (hasEverydayWord(text)) return allNames;
  const said = everydayTriggers.filter(({ weak }) => weak.some((value) => isUnusual(value) && text.includes(value)));
  return said.length > 0 ? new Set([...unusualNames, ...namesOf(said)]) : unusualNames;
}

function namesOf(triggers: readonly Trigger[]): readonly string[] {
  return triggers.map(({ name }) => name);
}
