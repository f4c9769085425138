import { posix } from "node:path";

const extensions: ReadonlySet<string> = new Set([".vue", ".svelte"]);

/** Whether a file is of a kind whose scripts only ESLint's parsers for it read. It is looked into, so that what is not judged is named. */
export function isScriptHost(path: string): boolean {
  return extensions.has(posix.extname(path));
}

export const scriptHostReason = "holds a word that a rule looks for, and is not read here; eslint-plugin-tls reads its scripts in ESLint";
