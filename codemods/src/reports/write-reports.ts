import { once } from "node:events";
import { resolve } from "node:path";
import type { Writable } from "node:stream";
import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { writeWhole } from "../files/write-whole.js";
import type { View } from "./formats/format.js";
import { formats } from "./formats/index.js";
import type { Report } from "./report.js";

/** A file to write a report to, and the format's name. */
export interface Output {
  readonly format: string;
  readonly file: string;
}

/** Prints a report, and waits until the stream has taken it. A reader that has gone away is no error. */
export async function printReport(report: Report, format: string, view: View, stream: Writable): Promise<void> {
  const { render } = await formats[format]!.load();
  for (const part of render(report, view)) {
    if (stream.destroyed) return;
    if (!stream.write(part)) await Promise.race([once(stream, "drain"), once(stream, "close")]).catch(() => undefined);
  }
}

/** Writes a report to a file, whole or not at all. Throws a UsageError that names the file. */
export async function writeReport(report: Report, { format, file }: Output, view: View): Promise<void> {
  const path = resolve(view.cwd, file);
  const { render } = await formats[format]!.load();
  try {
    writeWhole(path, [...render(report, { ...view, color: false, columns: undefined })].join(""));
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
