import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Edit } from "tls-rules";
import { temporaryName } from "../../files/write-atomic.js";

/** How to bring one file back. */
export interface JournalEntry {
  /** POSIX path from the root of the run. */
  readonly path: string;
  readonly beforeHash: string;
  readonly afterHash: string;
  readonly inverse: readonly Edit[];
}

interface Header {
  readonly schemaVersion: 1;
  /** Names the run's temporary files. */
  readonly run: string;
  readonly root: string;
  readonly startedAt: string;
  readonly processId: number;
}

/** What one run of `fix` is about to write: there from before its first write, and until it is undone. */
export interface Journal extends Header {
  readonly file: string;
  readonly entries: readonly JournalEntry[];
}

/** How many runs can be undone, one after the other. */
const keptJournals = 20;

/** Puts a journal on the disk and waits until it is there. Throws the error of the file system. */
export function createJournal(stateFolder: string, root: string, entries: readonly JournalEntry[]): Journal {
  const folder = join(stateFolder, "fixes");
  mkdirSync(folder, { recursive: true });
  const names = journalNames(folder);
  const number = Number.parseInt(names.at(-1) ?? "0", 10) + 1;
  const file = join(folder, `${String(number).padStart(6, "0")}.jsonl`);
  const journal: Journal = {
    schemaVersion: 1,
    run: randomBytes(6).toString("hex"),
    root,
    startedAt: new Date().toISOString(),
    processId: process.pid,
    file,
    entries,
  };
  writeJournal(journal);
  for (const name of names.slice(0, Math.max(0, names.length + 1 - keptJournals)))
    rmSync(join(folder, name), { force: true });
  return journal;
}

/** The journal of the last `fix` that has not been undone. */
export function lastJournal(stateFolder: string): Journal | undefined {
  const folder = join(stateFolder, "fixes");
  const name = journalNames(folder).at(-1);
  if (!name) return undefined;
  const file = join(folder, name);
  const [header, ...entries] = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { ...(header as Header), file, entries };
}

/** Leaves only these entries in a journal; without any, the journal goes. */
export function keepEntries(journal: Journal, entries: readonly JournalEntry[]): void {
  if (entries.length > 0) writeJournal({ ...journal, entries });
  else rmSync(journal.file);
}

/** Takes away what a run left behind that was killed in the middle of a write. */
export function removeLeftovers({ root, run, entries, processId }: Journal): void {
  if (processId !== process.pid && isRunning(processId)) return;
  const folders = new Set(entries.map(({ path }) => dirname(join(root, path))));
  for (const folder of folders) rmSync(join(folder, temporaryName(run)), { force: true });
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function journalNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{6}\.jsonl$/.test(name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function writeJournal({ file, entries, ...header }: Journal): void {
  const temporary = `${file}.tmp`;
  try {
    writeSynced(temporary, [header, ...entries].map((line) => `${JSON.stringify(line)}\n`).join(""));
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeSynced(file: string, text: string): void {
  const descriptor = openSync(file, "w");
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
