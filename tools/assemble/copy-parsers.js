import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { licencesOf } from "./licences.js";

const codemods = fileURLToPath(new URL("../../codemods/", import.meta.url));
const target = join(codemods, "dist", "parsers");
const { resolve } = createRequire(import.meta.url);

/** What of each package is needed to parse: WebAssembly, and what loads it. */
const files = {
  "web-tree-sitter": ["web-tree-sitter.js", "web-tree-sitter.wasm"],
  "tree-sitter-c": ["tree-sitter-c.wasm"],
  "tree-sitter-cpp": ["tree-sitter-cpp.wasm"],
  "tree-sitter-python": ["tree-sitter-python.wasm"],
};

const folderOf = (name) => dirname(resolve(name === "web-tree-sitter" ? name : `${name}/package.json`));

/** Code loses the comment that names a source map, which stays behind. */
async function copy(file) {
  const copied = join(target, basename(file));
  if (!file.endsWith(".js")) return copyFile(file, copied);
  const text = await readFile(file, "utf8");
  return writeFile(copied, text.replace(/\n\/\/# sourceMappingURL=.*\n*$/, "\n"));
}

/** Puts the parsers of other languages than JavaScript beside the program, with their licences: `codemods/dist/parsers`. */
export async function copyParsers() {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const wanted = Object.entries(files).flatMap(([name, list]) => list.map((file) => join(folderOf(name), file)));
  await Promise.all(wanted.map(copy));
  await writeFile(join(target, "package.json"), '{ "type": "module" }\n');
  await writeFile(join(target, "third-party-licenses.txt"), await licencesOf(wanted));
}
