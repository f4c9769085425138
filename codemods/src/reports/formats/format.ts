import type { Report } from "../report.js";

/** How a report is shown, as far as the user chooses. */
export interface View {
  readonly color: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly cwd: string;
  /** Of the terminal that shows it; undefined for files and pipes, whose lines are not broken. */
  readonly columns: number | undefined;
  /** What to type after the program's name to run the same again, with another command. */
  readonly argumentsText: string;
}

/** One way to print a report, in parts that follow each other. */
export interface Format {
  render(report: Report, view: View): Iterable<string>;
}

export type Need = "patches" | "repository";

/** A format's module is loaded when the format is asked for; `needs` is what has to be found out for it. */
export interface FormatEntry {
  readonly load: () => Promise<Format>;
  readonly needs: readonly Need[];
  /** Tells the format of `-o FILE`. */
  readonly extensions: readonly string[];
}
