import { lstatSync, readdirSync, readlinkSync, statSync } from "node:fs";
import type { BaseFileSystem } from "enhanced-resolve";
import { readRegularFile } from "../../files/regular-file.js";

/** What is written by hand, or by a package manager, is far smaller. */
const longestManifest = 2_000_000;

/** Files as the resolver sees them: what is no regular file has no content, and each question is asked once. Every function throws the error of the file system. */
export function createRegularFileSystem(): BaseFileSystem {
  const sync = {
    statSync: remembered((path) => statSync(path, { throwIfNoEntry: false }) ?? notThere()),
    lstatSync: remembered((path) => lstatSync(path, { throwIfNoEntry: false }) ?? notThere()),
    readlinkSync: remembered((path) => readlinkSync(path)),
    readdirSync: remembered((path) => readdirSync(path)),
    readFileSync: remembered((path) => readRegularFile(path, longestManifest)),
    readJsonSync: remembered((path) => JSON.parse(readRegularFile(path, longestManifest).toString("utf8")) as unknown),
  };
  // the resolver is asked for answers at once, and does not use the others
  return sync as unknown as BaseFileSystem;
}

/** Most paths that are asked for are not there, and to take down where an error was thrown takes longer than to look. */
const missing = Object.assign(new Error("no such file or directory"), { code: "ENOENT" });

function notThere(): never {
  throw missing;
}

function remembered<Answer>(ask: (path: string) => Answer): (path: string) => Answer {
  const answers = new Map<string, { readonly answer: Answer } | { readonly error: unknown }>();
  const answerTo = (path: string) => {
    try {
      return { answer: ask(path) };
    } catch (error) {
      return { error };
    }
  };
  return (path) => {
    const known = answers.get(path) ?? answerTo(path);
    answers.set(path, known);
    if ("error" in known) throw known.error;
    return known.answer;
  };
}
