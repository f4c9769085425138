import type { Client, ConnectionString, Sink, Switch, Word } from "../define-client.js";

/** A name, and the values with which it makes a finding, where they are known. */
export interface Trigger {
  readonly name: string;
  readonly weak: readonly string[];
}

export const trigger = (name: string, weak: readonly string[] = []): Trigger => ({ name, weak });

export function triggersOf({
  tlsOptions,
  settings = [],
  switches = [],
  connectionStrings = [],
}: Client): readonly Trigger[] {
  return [
    ...[...tlsOptions, ...settings].flatMap(triggersOfVocabulary),
    ...tlsOptions.flatMap(triggersOfHolders),
    ...switches.flatMap(triggersOfSwitch),
    ...connectionStrings.flatMap(triggersOfString),
  ];
}

export function weakValues({ values = [] }: Pick<Word, "values">): readonly string[] {
  return values.filter(([, node]) => node === false || node === "accepts-all").map(([native]) => String(native));
}

export function triggersOfVocabulary({ vocabulary = {} }: Pick<Sink, "vocabulary">): readonly Trigger[] {
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
export function isUnusual(word: string): boolean {
  return !/^[a-z]{0,9}$/.test(word);
}

/** Words that have a file parsed wherever they stand; undefined where none stands for the trigger. */
export function unusualWords({ name, weak }: Trigger): readonly string[] | undefined {
  if (isUnusual(name)) return [name];
  return weak.length > 0 && weak.every(isUnusual) ? weak : undefined;
}
