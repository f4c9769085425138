import { dirname, resolve } from "node:path";
import type * as JsonParser from "jsonc-parser";
import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { readNamedText } from "../files/text.js";
import { requirePackage } from "../loading/require-package.js";
import { describeStartError, resolveStart, type Start } from "./starts.js";

interface Entry {
  readonly path: string;
  readonly line: number;
}

/**
 * The folders that a file lists, from that file's own folder: one per line, where `#` begins a comment line,
 * or a JSON array of strings or of objects with a `path`. Throws a UsageError that names every line that cannot be used.
 */
export function readRepositoryList(file: string, cwd: string): readonly Start[] {
  const path = resolve(cwd, file);
  const problems: string[] = [];
  const starts = entriesOf(file, path).flatMap(({ path: given, line }) => {
    const start = startOf(given, dirname(path));
    if (typeof start === "object") return [start];
    problems.push(`${file}:${line}: ${JSON.stringify(given)}: ${start}`);
    return [];
  });
  if (problems.length > 0)
    throw new UsageError(
      problems,
      `The paths of ${file} are taken from its own folder, ${dirname(path)}. Nothing was read.`,
    );
  if (starts.length === 0)
    throw new UsageError(`--repos ${file}: it lists no folder.`, "Give one folder per line, or a JSON array of them.");
  return starts;
}

/** A link is followed: who lists it means what it leads to. */
function startOf(given: string, folder: string): Start | string {
  try {
    const start = resolveStart(given, folder);
    return start.type === "folder" ? { ...start, link: undefined } : "is no folder";
  } catch (error) {
    return describeStartError(error);
  }
}

function entriesOf(name: string, file: string): readonly Entry[] {
  const text = textOf(name, file);
  return /^\s*[[{]/.test(text) ? jsonEntries(name, text) : plainEntries(text);
}

function textOf(name: string, file: string): string {
  try {
    return readNamedText(file);
  } catch (error) {
    throw new UsageError(`--repos ${name}: ${describeError(error)}.`, "Give a file that lists folders, one per line.");
  }
}

function plainEntries(text: string): readonly Entry[] {
  const lines = text.split("\n").map((line, index) => ({ path: line.trim(), line: index + 1 }));
  return lines.filter(({ path }) => path !== "" && !path.startsWith("#"));
}

function jsonEntries(name: string, text: string): readonly Entry[] {
  const { parseTree, printParseErrorCode, findNodeAtLocation } = requirePackage("jsonc-parser") as typeof JsonParser;
  const errors: { error: number; offset: number; length: number }[] = [];
  const root = parseTree(text, errors);
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
  const refuse = (offset: number, what: string) =>
    new UsageError(
      `${name}:${lineOf(offset)}: ${what}`,
      'Give a JSON array of paths, such as ["service-a", "service-b"].',
    );
  if (errors[0]) throw refuse(errors[0].offset, `it is not JSON: ${printParseErrorCode(errors[0].error)}`);
  if (root?.type !== "array") throw refuse(0, "it is no array.");
  return (root.children ?? []).map((node) => {
    const path = node.type === "string" ? node : findNodeAtLocation(node, ["path"]);
    if (typeof path?.value !== "string")
      throw refuse(node.offset, "this is neither a path nor an object with a `path`.");
    return { path: path.value, line: lineOf(path.offset) };
  });
}
