import { setImmediate } from "node:timers/promises";
import type { Dependencies } from "../engine/neighbours/dependencies.js";
import type { Failed, JudgedFile } from "../engine/survey/survey.js";
import { createJournal, type Journal, keepEntries, lastJournal, removeLeftovers } from "../engine/writing/journal.js";
import { stateFolderOf } from "../engine/writing/state-folder.js";
import { lockWrites } from "../engine/writing/write-lock.js";
import { describeError } from "../failures/describe-error.js";
import { RefusedError } from "../failures/refused-error.js";
import { UsageError } from "../failures/usage-error.js";
import { hashOf } from "../files/hash.js";
import { readRegularFile } from "../files/regular-file.js";
import type { Host } from "../terminal/host.js";

export interface Written {
  readonly written: ReadonlySet<string>;
  readonly notWritten: readonly Failed[];
}

/**
 * Writes the changes one file after the other, after a journal of all of them is on the disk, and while no other run writes here.
 * Throws a UsageError when the journal cannot be written, and a RefusedError when another run is writing.
 */
export async function writeChanges(
  changes: readonly JudgedFile[],
  root: string,
  { env, signal }: Host,
): Promise<Written> {
  if (changes.length === 0) return { written: new Set(), notWritten: [] };
  const stateFolder = stateFolderOf(root, env);
  const unlock = journaled(stateFolder, () => lockWrites(stateFolder));
  try {
    const journal = journaled(stateFolder, () => journalOf(changes, root, stateFolder));
    return await writeAll(changes, journal, signal);
  } finally {
    unlock();
  }
}

async function writeAll(changes: readonly JudgedFile[], journal: Journal, signal: AbortSignal): Promise<Written> {
  const written = new Set<string>();
  const notWritten: Failed[] = [];
  const hashes = new Map<string, string>();
  for (const change of changes) {
    signal.throwIfAborted();
    const failure = await writeChange(change, journal, hashes);
    if (failure) notWritten.push(failure);
    else {
      written.add(change.path);
      hashes.set(change.file, change.judged.change!.hash);
    }
    await setImmediate();
  }
  if (notWritten.length > 0) forgetOthers(journal, written);
  return { written, notWritten };
}

/** Takes out of a journal what was not written: it may be somebody else's, and `undo` would not get past it to the run before. */
function forgetOthers(journal: Journal, written: ReadonlySet<string>): void {
  const kept = journal.entries.filter(({ path }) => written.has(path));
  try {
    keepEntries(journal, kept);
  } catch {
    // the files are written, and a journal that names too many is better than none
  }
}

/** `hashes` are those of the files that have been written already. */
async function writeChange(
  { file, path, judged: { hash, change, dependencies } }: JudgedFile,
  { run }: Journal,
  hashes: ReadonlyMap<string, string>,
): Promise<Failed | undefined> {
  const { rewriteFile } = await import("../engine/writing/rewrite-file.js");
  const { VerificationError } = await import("../failures/verification-error.js");
  try {
    refuseChanged(dependencies, hashes);
    rewriteFile(file, { edits: change!.edits, from: hash, to: change!.hash }, run);
    return undefined;
  } catch (error) {
    return {
      path,
      reason: `was left as it was: ${describeError(error)}`,
      isUnverified: error instanceof VerificationError,
    };
  }
}

/** Throws an Error that names a neighbour which is not what it was when the edits were made, nor what this run has made of it. */
function refuseChanged({ read }: Dependencies, written: ReadonlyMap<string, string>): void {
  for (const [file, hash] of Object.entries(read)) {
    const expected = written.get(file) ?? hash;
    if (expected !== null && hashOf(readRegularFile(file, Infinity)) !== expected)
      throw new Error(`${file} has changed in the meantime, and these edits depend on it`);
  }
}

function journalOf(changes: readonly JudgedFile[], root: string, stateFolder: string): Journal {
  const last = lastJournal(stateFolder, root);
  if (last) removeLeftovers(last);
  const entries = changes.map(({ path, judged: { hash, change } }) => ({
    path,
    beforeHash: hash,
    afterHash: change!.hash,
    inverse: change!.inverse,
  }));
  return createJournal(stateFolder, root, entries);
}

/** What has to be done in the state folder before anything is written. */
function journaled<Result>(folder: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    const message = `The journal for \`tls-codemod undo\` could not be written to ${folder}: ${describeError(error)}. Nothing was changed.`;
    throw new UsageError(message, "Give a folder that can be written in TLS_CODEMOD_STATE.");
  }
}
