import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { writeWhole } from "../files/write-whole.js";
import type { Host } from "../terminal/host.js";
import { send, shown } from "../terminal/show.js";
import type { View } from "./formats/format.js";
import { formats } from "./formats/index.js";
import type { Report } from "./report.js";

/** A file to write a report to, and the format's name. */
export interface Output {
  readonly format: string;
  readonly file: string;
}

/** Prints a report, and waits until the stream has taken it. */
export async function printReport(report: Report, format: string, view: View, { stdout, env }: Host): Promise<void> {
  const parts = await partsOf(report, format, view);
  if (formats[format]!.reader === "patch")
    return send(stdout, inLog(stdout.isTTY ? mapped(parts, (part) => shown(part)) : parts, env));
  return send(stdout, parts);
}

/** What GitHub's runner finds between these lines is no command; for `git apply` they are words around a patch: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands. */
function* inLog(parts: Iterable<string>, env: NodeJS.ProcessEnv): Iterable<string> {
  if (!env["GITHUB_ACTIONS"]) return yield* parts;
  const token = randomUUID();
  yield `::stop-commands::${token}\n`;
  yield* parts;
  yield `::${token}::\n`;
}

async function partsOf(report: Report, format: string, view: View): Promise<Iterable<string>> {
  const { load, reader } = formats[format]!;
  const parts = (await load()).render(report, view);
  return reader === "people" ? mapped(parts, (part) => shown(part, view.color)) : parts;
}

function* mapped(parts: Iterable<string>, change: (part: string) => string): Iterable<string> {
  for (const part of parts) yield change(part);
}

/** Writes a report to a file, whole or not at all. Throws a UsageError that names the file. */
export async function writeReport(report: Report, { format, file }: Output, view: View): Promise<void> {
  const path = resolve(view.cwd, file);
  const parts = await partsOf(report, format, { ...view, color: false, columns: undefined });
  try {
    writeWhole(path, [...parts].join(""));
  } catch (error) {
    throw new UsageError(
      `The ${format} report could not be written to ${file}: ${describeError(error)}.`,
      isWritten(report) ? "The files are changed all the same; `tls-codemod undo` puts them back." : undefined,
    );
  }
}

function isWritten({ command, changed }: Report): boolean {
  return command === "fix" && changed.length > 0;
}
