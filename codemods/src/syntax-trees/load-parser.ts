import path from "node:path";
import { pathToFileURL } from "node:url";
import { packageFolder } from "../loading/package-folder.js";
import type { Engine, EngineModule, Parser, TreeFunctions } from "./tree-sitter.js";

/** The WebAssembly that `tools/build.js` puts there, so that nothing has to be installed for it. */
const folder = path.join(packageFolder, "dist", "parsers");

/** A language, by the name of its grammar. */
export type Grammar = "c" | "cpp" | "python";

interface LoadedEngine extends Engine {
  readonly functions: TreeFunctions;
}

let engine: Promise<LoadedEngine> | undefined;
const loaded = new Map<Grammar, Promise<Parser>>();

/** The parser of a language, loaded with the first text in it. */
export function loadParser(grammar: Grammar): Promise<Parser> {
  const known = loaded.get(grammar) ?? load(grammar);
  loaded.set(grammar, known);
  return known;
}

async function load(grammar: Grammar): Promise<Parser> {
  engine ??= loadEngine();
  const { Language, Parser: Reader, functions } = await engine;
  const reader = new Reader();
  const language = await Language.load(path.join(folder, `tree-sitter-${grammar}.wasm`));
  reader.setLanguage(language);
  return {
    functions,
    language,
    namedTypes: language.types.map((_, id) => language.nodeTypeIsNamed(id)),
    parse: (text) => reader.parse(text),
  };
}

async function loadEngine(): Promise<LoadedEngine> {
  const loading = (await import(pathToFileURL(path.join(folder, "web-tree-sitter.js")).href)) as Engine;
  const module: EngineModule = { locateFile: (name: string) => path.join(folder, name) };
  await loading.Parser.init(module);
  return { Language: loading.Language, Parser: loading.Parser, functions: module as TreeFunctions & EngineModule };
}
