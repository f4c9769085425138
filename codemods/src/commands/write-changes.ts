import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Dependencies } from "../engine/neighbours/dependencies.js";
import type { Failed, JudgedFile } from "../engine/survey/survey.js";
import { createJournal, type Journal, lastJournal, removeLeftovers } from "../engine/writing/journal.js";
import { stateFolderOf } from "../engine/writing/state-folder.js";
import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { hashOf } from "../files/hash.js";
import type { Host } from "../terminal/host.js";

export interface Written {
  readonly written: ReadonlySet<string>;
  readonly notWritten: readonly Failed[];
}

/** Writes the changes one file after the other, after a journal of all of them is on the disk. Throws a UsageError when that cannot be written. */
export async function writeChanges(
  changes: readonly JudgedFile[],
  root: string,
  { env, signal }: Host,
): Promise<Written> {
  const written = new Set<string>();
  const notWritten: Failed[] = [];
  if (changes.length === 0) return { written, notWritten };
  const journal = journalOf(changes, root, env);
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
  return { written, notWritten };
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
    if (expected !== null && hashOf(readFileSync(file)) !== expected)
      throw new Error(`${file} has changed in the meantime, and these edits depend on it`);
  }
}

function journalOf(changes: readonly JudgedFile[], root: string, env: NodeJS.ProcessEnv): Journal {
  const folder = stateFolderOf(root, env);
  const entries = changes.map(({ path, judged: { hash, change } }) => ({
    path,
    beforeHash: hash,
    afterHash: change!.hash,
    inverse: change!.inverse,
  }));
  try {
    const last = lastJournal(folder);
    if (last) removeLeftovers(last);
    return createJournal(folder, root, entries);
  } catch (error) {
    const message = `The journal for \`tls-codemod undo\` could not be written to ${folder}: ${describeError(error)}. Nothing was changed.`;
    throw new UsageError(message, "Give a folder that can be written in TLS_CODEMOD_STATE.");
  }
}
