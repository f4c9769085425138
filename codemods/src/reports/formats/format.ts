import type { Report } from "../report.js";

/** How a report is shown, as far as the user chooses. */
export interface View {
  readonly color: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly cwd: string;
  /** Of the terminal that shows it; undefined for files and pipes, whose lines are not broken. */
  readonly columns: number | undefined;
  /** What to type to start this program. */
  readonly program: string;
  /** What to type after the program's name to run the same again, with another command. */
  readonly argumentsText: string;
}

/** One way to print a report, in parts that follow each other. */
export interface Format {
  render(report: Report, view: View): Iterable<string>;
}

export type Need = "patches" | "repository";

/**
 * Who reads what a format prints. For `people` it is made harmless when it is written, for `programs` the format itself has made it so,
 * and `patch` is the bytes of the files, which a terminal is shown as text and the log of a pipeline is told to take no commands from.
 */
export type Reader = "people" | "programs" | "patch";

/** A format's module is loaded when the format is asked for; `needs` is what has to be found out for it, `uses` what makes it better where it is known. */
export interface FormatEntry {
  readonly load: () => Promise<Format>;
  readonly reader: Reader;
  readonly needs: readonly Need[];
  readonly uses?: readonly Need[];
  /** Tells the format of `-o FILE`. */
  readonly extensions: readonly string[];
}
