import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { dirname, join } from "node:path";
import { RefusedError } from "../../failures/refused-error.js";
import { makeFolderInside } from "../../files/inside.js";
import { readText } from "../../files/text.js";
import { isRunning } from "../../programs/is-running.js";

/** Who writes. */
interface Owner {
  readonly processId: number;
  readonly host: string;
  /** In milliseconds since 1970. */
  readonly since: number;
}

/**
 * Keeps every other `fix` and `undo` of a root from writing. Returns what lets them write again.
 * Throws a RefusedError that says who is writing already, or the error of the file system.
 *
 * Locks are folders with rising numbers, of which the last one counts. Who finds its owner gone makes the next one, which only one run can;
 * and only who is done takes locks away, so that no number that somebody may still try comes free before that.
 */
export function lockWrites(stateFolder: string): () => void {
  const folder = join(stateFolder, "writing");
  makeFolderInside(dirname(stateFolder), join(folder, "any"));
  const last = locksIn(folder).at(-1);
  if (last && isHeld(join(folder, last))) throw refusal(join(folder, last));
  const name = String(Number(last ?? 0) + 1).padStart(6, "0");
  take(join(folder, name));
  return () => {
    const done = locksIn(folder).filter((lock) => lock <= name);
    for (const lock of done) rmSync(join(folder, lock), { recursive: true, force: true });
  };
}

function locksIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{6}$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

function take(lock: string): void {
  const owner: Owner = { processId: process.pid, host: hostname(), since: Date.now() };
  try {
    mkdirSync(lock);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EEXIST" ? refusal(lock) : error;
  }
  try {
    writeFileSync(ownerFile(lock), JSON.stringify(owner));
  } catch (error) {
    rmSync(lock, { recursive: true, force: true });
    throw error;
  }
}

/** How long a lock may be without the name of its owner: it is written, or taken away, at this moment. */
const momentMilliseconds = 10_000;

/** How long an owner is believed to write that cannot be looked for, because it runs elsewhere. */
const longestMilliseconds = 3_600_000;

function isHeld(lock: string): boolean {
  const owner = ownerOf(lock);
  if (!owner) return Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) < momentMilliseconds;
  if (owner.host !== hostname()) return Date.now() - owner.since < longestMilliseconds;
  const startOfSystem = Date.now() - uptime() * 1000;
  return owner.since >= startOfSystem && isRunning(owner.processId);
}

function ownerOf(lock: string): Owner | undefined {
  try {
    const owner = JSON.parse(readText(ownerFile(lock)));
    const { processId, host, since } = owner;
    const isOwner = Number.isSafeInteger(processId) && typeof host === "string" && Number.isSafeInteger(since);
    return isOwner ? owner : undefined;
  } catch {
    return undefined;
  }
}

function ownerFile(lock: string): string {
  return join(lock, "owner.json");
}

function refusal(lock: string): RefusedError {
  const owner = ownerOf(lock);
  const who = owner
    ? `process ${owner.processId} on ${owner.host}, since ${new Date(owner.since).toISOString()}`
    : "it has begun, or ends, just now";
  return new RefusedError([
    `Another \`tls-codemod fix\` or \`undo\` is writing here: ${who}. Nothing was changed.`,
    `Run it again when that one has ended. If there is no such process any more, remove ${lock}.`,
  ]);
}
