import { randomBytes } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Edit } from "tls-rules";
import { isInsideWithoutLinks, makeFolderInside, requireInside } from "../../files/inside.js";
import { readRegularFile } from "../../files/regular-file.js";
import { temporaryName } from "../../files/write-atomic.js";
import { writeWhole } from "../../files/write-whole.js";
import { isRunning } from "../../programs/is-running.js";

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
  /** How many lines cannot be read. Each would have been the entry of one file. */
  readonly damaged: number;
}

/** How many runs can be undone, one after the other. */
const keptJournals = 20;

/** Puts a journal on the disk and waits until it is there. Throws the error of the file system. */
export function createJournal(stateFolder: string, root: string, entries: readonly JournalEntry[]): Journal {
  const folder = join(stateFolder, "fixes");
  makeFolderInside(dirname(stateFolder), join(folder, "any"));
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
    damaged: 0,
  };
  writeJournal(journal);
  for (const name of names.slice(0, Math.max(0, names.length + 1 - keptJournals)))
    rmSync(join(folder, name), { force: true });
  return journal;
}

/** The journal of the last `fix` of a root that has not been undone. One that says of no run what it is, because its beginning is damaged, is left out. */
export function lastJournal(stateFolder: string, root: string): Journal | undefined {
  const folder = join(stateFolder, "fixes");
  requireInside(dirname(stateFolder), folder);
  for (const name of [...journalNames(folder)].reverse()) {
    const journal = readJournal(join(folder, name), root);
    if (journal) return journal;
  }
  return undefined;
}

/** The root is where the journal was looked for: what a file says of it may be of another place, or of somebody else. */
function readJournal(file: string, root: string): Journal | undefined {
  const [header, ...lines] = readRegularFile(file, Infinity).toString("utf8").trimEnd().split("\n").map(parseLine);
  if (!isHeader(header)) return undefined;
  const entries = lines.filter(isEntry);
  return { ...header, root, file, entries, damaged: lines.length - entries.length };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): value is Header {
  const { schemaVersion, run, startedAt, processId } = fieldsOf(value);
  return (
    schemaVersion === 1 &&
    typeof run === "string" &&
    /^[\da-f]{12}$/.test(run) &&
    typeof startedAt === "string" &&
    Number.isSafeInteger(processId)
  );
}

function isEntry(value: unknown): value is JournalEntry {
  const { path, beforeHash, afterHash, inverse } = fieldsOf(value);
  const areStrings = [path, beforeHash, afterHash].every((field) => typeof field === "string");
  return areStrings && Array.isArray(inverse) && inverse.every(isEdit);
}

function isEdit(value: unknown): value is Edit {
  const { range, text } = fieldsOf(value);
  return typeof text === "string" && Array.isArray(range) && range.length === 2 && range.every(Number.isSafeInteger);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Leaves only these entries in a journal; without any, the journal goes. */
export function keepEntries(journal: Journal, entries: readonly JournalEntry[]): void {
  if (entries.length > 0) writeJournal({ ...journal, entries });
  else rmSync(journal.file);
}

/** Takes away what a run left behind that was killed in the middle of a write. */
export function removeLeftovers({ root, run, entries, processId }: Journal): void {
  if (processId !== process.pid && isRunning(processId)) return;
  const folders = new Set(
    entries.map(({ path }) => dirname(join(root, path))).filter((each) => isInsideWithoutLinks(root, each)),
  );
  for (const folder of folders) rmSync(join(folder, temporaryName(run)), { force: true });
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

function writeJournal({ file, entries, damaged: _, ...header }: Journal): void {
  writeWhole(file, [header, ...entries].map((line) => `${JSON.stringify(line)}\n`).join(""));
}
