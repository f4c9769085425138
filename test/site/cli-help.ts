import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The built command line. */
export const program = fileURLToPath(new URL("../../codemods/bin/tls-codemod.js", import.meta.url));
const texts = new Map<string, string>();

/** What `tls-codemod COMMAND --help` prints; without a command, the program's own help. */
export function helpOf(command: string): string {
  const known =
    texts.get(command) ??
    execFileSync(process.execPath, [program, ...(command ? [command] : []), "--help"], { encoding: "utf8" });
  texts.set(command, known);
  return known;
}

/** The commands that the program has. */
export function commands(): readonly string[] {
  const [, list] = helpOf("").split("Commands:\n");
  return [...list!.matchAll(/^ {2}(\w[\w-]*)/gm)].map(([, name]) => name!);
}
