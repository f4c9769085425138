import path from "node:path";
import { pathToFileURL } from "node:url";
import { packageFolder } from "../loading/package-folder.js";
import type { Engine, Parser } from "./tree-sitter.js";

/** The WebAssembly that `tools/build.js` puts there, so that nothing has to be installed for it. */
const folder = path.join(packageFolder, "dist", "parsers");

let loaded: Promise<Parser> | undefined;

/** The parser of Python, loaded with the first text in it. */
export function loadPythonParser(): Promise<Parser> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Parser> {
  const engine = pathToFileURL(path.join(folder, "web-tree-sitter.js")).href;
  const { Language, Parser: Reader } = (await import(engine)) as Engine;
  await Reader.init({ locateFile: (name: string) => path.join(folder, name) });
  const parser = new Reader();
  parser.setLanguage(await Language.load(path.join(folder, "tree-sitter-python.wasm")));
  return parser;
}
