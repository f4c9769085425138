import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { applyEdits, type Edit } from "tls-rules";
import { touchedLines } from "../engine/text/excerpt.js";
import { indexLines } from "../engine/text/line-index.js";

/** Opens the lines of a file's text that edits touch, already edited, in the user's editor and returns what they have become. */
export function linesByHand(
  file: string,
  text: string,
  edits: readonly Edit[],
  env: NodeJS.ProcessEnv,
): { readonly text: string } | { readonly reason: string } {
  const [start, end] = touchedLines(indexLines(text), edits);
  const shifted = edits.map(({ range, text: replacement }): Edit => ({
    range: [range[0] - start, range[1] - start],
    text: replacement,
  }));
  const folder = mkdtempSync(join(tmpdir(), "tls-codemod-"));
  const draft = join(folder, basename(file));
  try {
    writeFileSync(draft, `${applyEdits(text.slice(start, end), shifted)}\n`);
    const editor = env["VISUAL"] || env["EDITOR"] || "vi";
    const { status, error } = spawnSync(`${editor} "${draft}"`, { shell: true, stdio: "inherit", env });
    if (error || status !== 0)
      return {
        reason: `The editor \`${editor}\` ended with ${error?.message ?? `exit code ${status}`}; $EDITOR names another.`,
      };
    return { text: readFileSync(draft, "utf8").replace(/\r?\n$/, "") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
