import { clients } from "../clients/index.js";
import type { Sink } from "../define-client.js";
import { optionNames } from "../option-names.js";
import { everydayBeginnings, finderOf } from "./everyday-words.js";
import { isUnusual, type Trigger, trigger, triggersOfVocabulary, weakValues } from "./triggers.js";

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

/** Whether a text names a module whose options have everyday names, and says one of these. */
const hasEverydayWord = finderOf(everydayBeginnings);

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
