import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  createJournal,
  type JournalEntry,
  keepEntries,
  lastJournal,
  removeLeftovers,
} from "../../src/engine/writing/journal.js";
import { temporaryName } from "../../src/files/write-atomic.js";
import { createFolder } from "../harness/folder.js";

const entry: JournalEntry = {
  path: "src/a.js",
  beforeHash: "b",
  afterHash: "a",
  inverse: [{ range: [1, 2], text: "\n\u2028" }],
};

it("gives back what was written, the newest first", () => {
  const folder = createFolder();
  expect(lastJournal(folder.path)).toBeUndefined();
  createJournal(folder.path, "/root", [entry]);
  const second = createJournal(folder.path, "/other", [entry, entry]);
  expect(lastJournal(folder.path)).toEqual(second);
});

it("keeps the last twenty", () => {
  const folder = createFolder();
  for (let round = 0; round < 22; round++) createJournal(folder.path, "/root", [entry]);
  const names = readdirSync(join(folder.path, "fixes"));
  expect([names.length, names[0], names.at(-1)]).toEqual([20, "000003.jsonl", "000022.jsonl"]);
});

it("shrinks to the entries that are left, and goes with the last", () => {
  const folder = createFolder();
  const other = { ...entry, path: "b.js" };
  const journal = createJournal(folder.path, "/root", [entry, other]);
  keepEntries(journal, [other]);
  expect(lastJournal(folder.path)?.entries).toEqual([other]);
  keepEntries(journal, []);
  expect(lastJournal(folder.path)).toBeUndefined();
});

it("finds what a killed run has left beside the files", () => {
  const folder = createFolder();
  const journal = createJournal(folder.path, folder.path, [entry]);
  const leftover = join("src", temporaryName(journal.run));
  folder.write({ [leftover]: "half a fi", "src/.tls-codemod-other.tmp": "of another run" });
  removeLeftovers({ ...journal, processId: process.ppid });
  expect(existsSync(join(folder.path, leftover)), "that run is still going on").toBe(true);
  removeLeftovers(journal);
  expect(existsSync(join(folder.path, leftover))).toBe(false);
  expect(readdirSync(join(folder.path, "src"))).toEqual([".tls-codemod-other.tmp"]);
});
