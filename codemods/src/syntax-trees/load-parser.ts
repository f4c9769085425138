import path from "node:path";
import { pathToFileURL } from "node:url";
import { packageFolder } from "../loading/package-folder.js";
import type { Engine, Parser } from "./tree-sitter.js";

/** The WebAssembly that `tools/build.js` puts there, so that nothing has to be installed for it. */
const folder = path.join(packageFolder, "dist", "parsers");

/** A language, by the name of its grammar. */
export type Grammar = "c" | "cpp" | "python";

let engine: Promise<Engine> | undefined;
const loaded = new Map<Grammar, Promise<Parser>>();

/** The parser of a language, loaded with the first text in it. */
export function loadParser(grammar: Grammar): Promise<Parser> {
  const known = loaded.get(grammar) ?? load(grammar);
  loaded.set(grammar, known);
  return known;
}

async function load(grammar: Grammar): Promise<Parser> {
  engine ??= loadEngine();
  const { Language, Parser: Reader } = await engine;
  const parser = new Reader();
  parser.setLanguage(await Language.load(path.join(folder, `tree-sitter-${grammar}.wasm`)));
  return parser;
}

async function loadEngine(): Promise<Engine> {
  const loading = (await import(pathToFileURL(path.join(folder, "web-tree-sitter.js")).href)) as Engine;
  await loading.Parser.init({ locateFile: (name: string) => path.join(folder, name) });
  return loading;
}
