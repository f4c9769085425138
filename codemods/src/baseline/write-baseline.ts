import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { writeWhole } from "../files/write-whole.js";
import { type BaselineEntry, printBaseline } from "./baseline-file.js";
import type { Baseline } from "./baselines.js";

/** Writes the entries of a baseline, whose paths are from the root of the run. Throws a UsageError that names the file. */
export function writeBaseline({ file, repository }: Baseline, entries: readonly BaselineEntry[]): void {
  const prefix = repository === undefined || repository === "." ? "" : `${repository}/`;
  try {
    writeWhole(file, printBaseline(entries.map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) }))));
  } catch (error) {
    throw new UsageError(
      `The baseline could not be written to ${file}: ${describeError(error)}.`,
      "Name another file with --baseline FILE.",
    );
  }
}
