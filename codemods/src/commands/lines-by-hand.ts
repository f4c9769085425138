import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { applyEdits, type Edit } from "tls-rules";
import { touchedLines } from "../engine/text/excerpt.js";
import { indexLines } from "../engine/text/line-index.js";
import { readNamedText } from "../files/text.js";
import { trustedEnvironment } from "../programs/trusted-environment.js";
import { defaultExtensions } from "../selection/file-filter.js";
import { findRepository } from "../vcs/repository.js";

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
  const draft = join(folder, draftName(file));
  try {
    writeFileSync(draft, `${applyEdits(text.slice(start, end), shifted)}\n`);
    // whoever leaves the editor without saving has not agreed to what it began with
    utimesSync(draft, unsaved, unsaved);
    const editor = env["VISUAL"] || env["EDITOR"] || "vi";
    const { status, error } = edit(editor, draft, trustedEnvironment(env, findRepository(dirname(file))?.root));
    if (error || status !== 0)
      return {
        reason: `The editor \`${editor}\` ended with ${error?.message ?? `exit code ${status}`}; $EDITOR names another.`,
      };
    if (statSync(draft).mtimeMs === unsaved) return { reason: "Nothing was saved." };
    return { text: readNamedText(draft).replace(/\r?\n$/, "") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The time of a file that nobody has saved since. */
const unsaved = 0;

/** Tells an editor the language, and a shell nothing: the name of a file is somebody else's. */
function draftName(file: string): string {
  return defaultExtensions.includes(extname(file)) ? `draft${extname(file)}` : "draft.txt";
}

/** As git does it: the shell reads the editor's words, and gets the file as a parameter. It works in the draft's own folder, because editors read settings of the one they are started in. */
function edit(editor: string, draft: string, env: NodeJS.ProcessEnv): SpawnSyncReturns<Buffer> {
  const options = { cwd: dirname(draft), stdio: "inherit", env } as const;
  return process.platform === "win32"
    ? spawnSync(`${editor} "${draft}"`, { ...options, shell: true })
    : spawnSync("/bin/sh", ["-c", `${editor} "$1"`, editor, draft], options);
}
