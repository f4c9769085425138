import { dirname, relative, resolve } from "node:path";
import {
  type Journal,
  type JournalEntry,
  keepEntries,
  lastJournal,
  removeLeftovers,
} from "../engine/writing/journal.js";
import { stateFolderOf } from "../engine/writing/state-folder.js";
import { lockWrites } from "../engine/writing/write-lock.js";
import { describeError } from "../failures/describe-error.js";
import { exitCodes } from "../failures/exit-codes.js";
import { UsageError } from "../failures/usage-error.js";
import { hashOf } from "../files/hash.js";
import { requireInside } from "../files/inside.js";
import { readRegularFile } from "../files/regular-file.js";
import { resolveStarts, rootOf } from "../selection/starts.js";
import type { Host } from "../terminal/host.js";
import { plural } from "../terminal/plural.js";
import { showLines } from "../terminal/show.js";

type Outcome = "restored" | "as before" | { readonly reason: string };

/** Puts back what the last `fix` has changed, byte for byte; a file that has changed since is left as it is and named. Returns the exit code. */
export async function undo(folder: string, host: Host): Promise<number> {
  const root = rootToUndo(rootOf(resolveStarts([folder], host.cwd), host.cwd), host.env);
  const stateFolder = stateFolderOf(root, host.env);
  const unlock = lockWrites(stateFolder);
  try {
    // another run may have undone it before this one was alone
    const journal = lastJournal(stateFolder, root);
    if (!journal) throw nothingToUndo(root);
    return await undoJournal(journal, host);
  } finally {
    unlock();
  }
}

/** Without a repository the root was the working folder of `fix`, or a folder above. */
function rootToUndo(root: string, env: NodeJS.ProcessEnv): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (lastJournal(stateFolderOf(folder, env), folder)) return folder;
    if (folder === dirname(folder)) throw nothingToUndo(root);
  }
}

function nothingToUndo(root: string): UsageError {
  return new UsageError(
    `There is no \`fix\` to undo in ${root}.`,
    "Name the folder that `fix` has named: tls-codemod undo FOLDER.",
  );
}

async function undoJournal(journal: Journal, { cwd, stdout, stderr }: Host): Promise<number> {
  removeLeftovers(journal);
  const outcomes: (readonly [JournalEntry, Outcome])[] = [];
  for (const entry of journal.entries) outcomes.push([entry, await restore(entry, journal)]);
  const refused = outcomes.flatMap(([entry, outcome]) =>
    typeof outcome === "string" ? [] : [{ entry, reason: outcome.reason }],
  );
  keepEntries(
    journal,
    refused.map(({ entry }) => entry),
  );
  const name = ({ path }: JournalEntry) => relative(cwd, resolve(journal.root, path));
  const restored = outcomes.filter(([, outcome]) => outcome === "restored");
  showLines(
    stdout,
    restored.map(([entry]) => `restored ${name(entry)}`),
  );
  showLines(stderr, [
    ...refused.map(({ entry, reason }) => `refused: ${name(entry)} ${reason}`),
    ...(journal.damaged > 0 ? [`failed: ${damage(journal)}`] : []),
  ]);
  const left = refused.length > 0 ? `, ${plural(refused.length, "file")} left` : "";
  showLines(stdout, [
    `${plural(restored.length, "file")} restored as before the \`fix\` of ${journal.startedAt}${left}`,
  ]);
  if (refused.length > 0) return exitCodes.refused;
  return journal.damaged > 0 ? exitCodes.incomplete : exitCodes.ok;
}

function damage({ damaged, file }: Journal): string {
  return `${plural(damaged, "line")} of the journal ${file} cannot be read; as many files may be left as \`fix\` has written them`;
}

async function restore(
  { path, beforeHash, afterHash, inverse }: JournalEntry,
  { root, run }: Journal,
): Promise<Outcome> {
  const { rewriteFile } = await import("../engine/writing/rewrite-file.js");
  const file = resolve(root, path);
  try {
    requireInside(root, file);
    if (hashOf(readRegularFile(file, Infinity)) === beforeHash) return "as before";
    rewriteFile(file, { edits: inverse, from: afterHash, to: beforeHash }, run);
    return "restored";
  } catch (error) {
    return { reason: `was left as it is: ${describeError(error)}` };
  }
}
