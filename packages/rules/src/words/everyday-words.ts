import { clients } from "../clients/index.js";
import type { Client, Plaintext } from "../define-client.js";
import { textBytes } from "./text-bytes.js";
import { triggersOf, unusualWords } from "./triggers.js";
import { createWordFinder, shortestWord } from "./word-finder.js";

/** How `secure: false` is written: of a proxy where there is a target, of a cookie elsewhere. */
const insecureProxies = ["secure: false", "secure:false", "secure:!1", `secure": false`, `secure': false`];

/** By module in quotes, or by another beginning, the everyday words that make a finding where that stands. */
const everyday: ReadonlyMap<string, readonly string[]> = new Map([
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

/** The beginnings beside which everyday words say something. */
export const everydayBeginnings: readonly string[] = [...everyday.keys()];

/** Tells whether one of some words stands in a text: of the beginnings beside an everyday word that belongs to it. */
export function finderOf(words: readonly string[]): (text: string) => boolean {
  const find = createWordFinder([...new Set(words)]);
  return (text) => {
    const { bytes, length } = textBytes(text);
    return find(bytes, length, (found) => everyday.get(found)?.some((word) => text.includes(word)) ?? true);
  };
}
