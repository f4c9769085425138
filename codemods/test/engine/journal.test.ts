import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
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
  expect(lastJournal(folder.path, "/root")).toBeUndefined();
  createJournal(folder.path, "/root", [entry]);
  const second = createJournal(folder.path, "/root", [entry, entry]);
  expect(lastJournal(folder.path, "/root")).toEqual(second);
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
  expect(lastJournal(folder.path, "/root")?.entries).toEqual([other]);
  keepEntries(journal, []);
  expect(lastJournal(folder.path, "/root")).toBeUndefined();
});

describe("damage costs no more than itself:", () => {
  const [first, second] = [entry, { ...entry, path: "b.js" }];
  const line = JSON.stringify(second);

  it.each([
    ["a line that is cut off", line.slice(0, -10)],
    ["null", "null"],
    ["a list", "[]"],
    ["a path that is none", line.replace('"b.js"', "7")],
    ["edits that are none", line.replace("[1,2]", "[1]")],
    ["edits of no text", line.replace(/"text":"[^"]*"/, '"text":1')],
  ])("%s", (_name, damaged) => {
    const folder = createFolder();
    const { file } = createJournal(folder.path, "/root", [first, second]);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(line, damaged));
    const journal = lastJournal(folder.path, "/root");
    expect([journal?.entries, journal?.damaged]).toEqual([[first], 1]);
  });

  it.each([
    ["nothing", (): string => ""],
    ["a header that is cut off", (text: string) => text.slice(5)],
    ["a header of another time", (text: string) => text.replace('"schemaVersion":1', '"schemaVersion":2')],
    ["a run that would name other files", (text: string) => text.replace(/"run":"\w+"/, '"run":"/../x"')],
  ])("%s", (_name, damage) => {
    const folder = createFolder();
    const before = createJournal(folder.path, "/root", [first]);
    const { file } = createJournal(folder.path, "/root", [second]);
    writeFileSync(file, damage(readFileSync(file, "utf8")));
    expect(lastJournal(folder.path, "/root")).toEqual(before);
    const { file: next } = createJournal(folder.path, "/root", [second]);
    expect(basename(next), "its number is not used again").toBe("000003.jsonl");
  });
});

it("is of the root where it was looked for, whatever it says itself", () => {
  const folder = createFolder();
  createJournal(folder.path, "/somebody/else", [entry]);
  expect(lastJournal(folder.path, "/root")?.root).toBe("/root");
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
