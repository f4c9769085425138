import { clients } from "./clients/index.js";
import type { Client, ConnectionString, Sink, Vocabulary, Word } from "./define-client.js";
import { optionNames } from "./option-names.js";

const environmentNames = ["NODE_TLS_REJECT_UNAUTHORIZED", "NODE_OPTIONS"];

/** Words each of which may make a finding wherever it stands: Node's option names, environment variables, what of a client's words leaves no doubt. */
export const triggerWords: readonly string[] = [...new Set([...optionNames, ...environmentNames, ...clients.flatMap(unmistakableWords)])].sort();

function unmistakableWords({ tlsOptions, connectionStrings = [] }: Client): readonly string[] {
  const words = tlsOptions.flatMap(({ vocabulary = {} }) => Object.keys(vocabulary).filter((name) => vocabulary[name]!.unmistakable));
  return [...words, ...connectionStrings.filter(({ looksLike }) => looksLike).flatMap(weakParts)];
}

/** How the weak values of a connection string's parameters look inside it: `sslmode=no-verify`, `+ssc:`. */
function weakParts({ form, parameters }: ConnectionString): readonly string[] {
  return Object.entries(parameters).flatMap(([name, word]) => weakValues(word).flatMap((value) => partsOf(form, name, value)));
}

function weakValues({ values = [] }: Word): readonly string[] {
  return values.filter(([, node]) => node === false || node === "accepts-all").map(([native]) => String(native));
}

function partsOf(form: ConnectionString["form"], name: string, value: string): readonly string[] {
  switch (form) {
    case "url":
      return [`${name}=${value}`];
    case "scheme":
      return [`+${value}:`];
    case "pairs":
      return [name, name.toLowerCase()];
    case "json":
      return [name];
  }
}

function escaped(word: string): string {
  return word.replaceAll(/[.+]/g, "\\$&");
}

/** By module, the words of everyday code (`secure`, `ssl`) that make a finding only where that module is used. */
const wordsByModule = new Map(clients.flatMap((client) => client.modules.map((module) => [module, anyOf(wordsBesideModule(client))] as const)));

function wordsBesideModule({ tlsOptions, settings = [], switches = [], connectionStrings = [] }: Client): readonly string[] {
  return [
    ...tlsOptions.flatMap(wordsOfSink),
    ...settings.flatMap(({ vocabulary }) => namesIn(vocabulary)),
    ...switches.map(({ method }) => method),
    ...connectionStrings.flatMap(({ parameters }) => namesIn(parameters)),
  ];
}

function wordsOfSink(sink: Sink): readonly string[] {
  const replaced = sink.shorthands || sink.insecureDefaults ? ("at" in sink ? sink.at : []).flatMap((at) => at.slice(-1)) : [];
  return [...namesIn(sink.vocabulary), ...replaced.map(String)];
}

function namesIn(vocabulary: Vocabulary = {}): readonly string[] {
  return Object.keys(vocabulary);
}

function anyOf(words: readonly string[]): RegExp | undefined {
  return words.length > 0 ? new RegExp(words.map(escaped).join("|"), "i") : undefined;
}

const modules = [...wordsByModule].flatMap(([module, words]) => (words ? [module] : []));
const wordOrModule = new RegExp(`${triggerWords.map(escaped).join("|")}|["'\`](?:node:)?(${modules.join("|")})["'\`]`, "g");

/** Whether a text is worth parsing at all. */
export function hasTriggerWord(text: string): boolean {
  for (const [, module] of text.matchAll(wordOrModule)) {
    if (module === undefined || wordsByModule.get(module)!.test(text)) return true;
  }
  return false;
}
