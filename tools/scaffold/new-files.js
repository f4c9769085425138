import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const root = new URL("../../", import.meta.url);

/** What a person has to put right; printed without a stack. */
export class UsageError extends Error {}

/** Runs a command of the scaffold; what is wrong with its words is said on stderr, with exit code 2. */
export function runScaffold(command) {
  try {
    command();
  } catch (error) {
    if (!(error instanceof UsageError || error.code?.startsWith("ERR_PARSE_ARGS_"))) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

/** A file of `tools/templates` with `__word__` replaced by the word's value. */
export function fromTemplate(name, words) {
  const text = readFileSync(new URL(`tools/templates/${name}`, root), "utf8");
  return Object.entries(words).reduce((result, [word, value]) => result.replaceAll(`__${word}__`, value), text);
}

/**
 * Writes files that must not be there yet, all or none, and prints their paths.
 * @param {Readonly<Record<string, string>>} files text by path from the repository root
 */
export function writeNewFiles(files) {
  const taken = Object.keys(files).find((path) => existsSync(new URL(path, root)));
  if (taken) throw new UsageError(`${taken} is there already. Choose another name, or change that file.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(fileURLToPath(new URL(path, root))), { recursive: true });
    writeFileSync(new URL(path, root), text, { flag: "wx" });
    console.log(path);
  }
}
