import type * as Diff from "diff";
import { requirePackage } from "../../loading/require-package.js";

const context = 3;

/** A unified diff that `git apply` takes from the root of the run. */
export function patchOf(path: string, before: string, after: string): string {
  const [from, to] = [`a/${path}`, `b/${path}`].map(quote) as [string, string];
  const { structuredPatch } = requirePackage("diff") as typeof Diff;
  const { hunks } = structuredPatch(from, to, before, after, undefined, undefined, { context });
  const header = `diff --git ${from} ${to}\n--- ${from}\n+++ ${to}\n`;
  return (
    header +
    hunks
      .map(
        ({ oldStart, oldLines, newStart, newLines, lines }) =>
          `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@\n${lines.join("\n")}\n`,
      )
      .join("")
  );
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

/** git puts names with control characters or quotes in quotes, with the escapes of C. */
function quote(name: string): string {
  const special = /["\\\u0000-\u001f\u007f]/g;
  if (name.search(special) === -1) return name.includes(" ") ? `${name}\t`.trimEnd() : name;
  return `"${name.replaceAll(special, (character) => escapes[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`)}"`;
}
