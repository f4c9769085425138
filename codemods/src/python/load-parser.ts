import path from "node:path";
import { pathToFileURL } from "node:url";
import type * as TreeSitter from "web-tree-sitter";
import { packageFolder } from "../loading/package-folder.js";

/** The WebAssembly that `tools/build.js` puts there, so that nothing has to be installed for it. */
const folder = path.join(packageFolder, "dist", "parsers");

let loaded: Promise<TreeSitter.Parser> | undefined;

/** The parser of Python, loaded with the first text in it. */
export function loadPythonParser(): Promise<TreeSitter.Parser> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<TreeSitter.Parser> {
  const engine = pathToFileURL(path.join(folder, "web-tree-sitter.js")).href;
  const { Language, Parser } = (await import(engine)) as typeof TreeSitter;
  await Parser.init({ locateFile: (name: string) => path.join(folder, name) });
  const parser = new Parser();
  parser.setLanguage(await Language.load(path.join(folder, "tree-sitter-python.wasm")));
  return parser;
}
