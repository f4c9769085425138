import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { OutputOptions } from "../config/run-options.js";
import { describeError } from "../failures/describe-error.js";
import { UsageError } from "../failures/usage-error.js";
import { terminalColumns } from "../terminal/columns.js";
import type { Host } from "../terminal/host.js";
import { wantsColor } from "../terminal/paint.js";
import { programName } from "../terminal/program-name.js";
import { showLines } from "../terminal/show.js";
import { leadsOut, linkOfRepository } from "../vcs/link-out.js";
import type { Need, View } from "./formats/format.js";
import { formats } from "./formats/index.js";
import type { Report } from "./report.js";
import { type Output, printReport, writeReport } from "./write-reports.js";

/** Where the report of a run goes. */
export interface Delivery {
  /** Whether a format cannot do without. */
  isNeeded(need: Need): boolean;
  /** Whether a format makes something of it. */
  isUsed(need: Need): boolean;
  deliver(report: Report): Promise<void>;
}

/**
 * Reads the output options; `args` are the paths and options to repeat in what the report suggests.
 * Throws a UsageError for what contradicts itself and for files that cannot be written, before any work is done.
 */
export function createDelivery(options: Omit<OutputOptions, "failOn">, args: string, host: Host): Delivery {
  const printed = printedFormat(options);
  const outputs = outputsOf(options, printed);
  for (const { file } of outputs) checkWritable(file, host.cwd);
  const view: View = {
    color: wantsColor(host.stdout, host.env, options.color),
    quiet: options.quiet ?? false,
    verbose: options.verbose ?? false,
    cwd: host.cwd,
    columns: terminalColumns(host.stdout),
    program: programName(host.env),
    argumentsText: args,
  };
  const asked = [printed, ...outputs.map(({ format }) => format)].map((format) => formats[format]!);
  return {
    isNeeded: (need) => asked.some(({ needs }) => needs.includes(need)),
    isUsed: (need) => asked.some(({ needs, uses = [] }) => needs.includes(need) || uses.includes(need)),
    async deliver(report) {
      for (const output of outputs) await writeReport(report, output, view);
      await printReport(report, printed, view, host);
      if (printed !== "pretty")
        showLines(
          host.stderr,
          report.errors.map(({ path, reason }) => `failed: ${path} ${reason}`),
        );
    },
  };
}

function printedFormat({ format, diff }: Omit<OutputOptions, "failOn">): string {
  if (format && diff)
    throw new UsageError(
      "--format and --diff cannot go together: both say what is printed.",
      "Leave one out; --patch FILE and -o FORMAT:FILE write more to files.",
    );
  return diff ? { patch: "diff", stat: "stat" }[diff] : (format ?? "pretty");
}

function outputsOf({ output, patch }: Omit<OutputOptions, "failOn">, printed: string): readonly Output[] {
  const patches = patch === undefined ? [] : [{ format: "diff", file: patch }];
  return [...output.map(({ format, file }) => ({ file, format: format ?? formatByName(file) ?? printed })), ...patches];
}

/** The format whose extension is the longest that fits: `x.sarif.json` is SARIF. */
function formatByName(file: string): string | undefined {
  const name = file.toLowerCase();
  const fitting = Object.entries(formats).flatMap(([format, { extensions }]) =>
    extensions.filter((extension) => name.endsWith(extension)).map(({ length }) => ({ format, length })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.format;
}

/** Who names a file in a folder of the repository has not named the place to which somebody has linked that. */
function refuseLinkOut(file: string, folder: string, cwd: string): void {
  const found = linkOfRepository(folder, cwd);
  if (!found || !leadsOut(found)) return;
  throw new UsageError(
    `Nothing can be written to ${file}: ${found.link} is a link that leads out of ${found.holder}.`,
    "Name the folder that it leads to, to write there.",
  );
}

function checkWritable(file: string, cwd: string): void {
  const path = resolve(cwd, file);
  refuseLinkOut(file, dirname(path), cwd);
  try {
    mkdirSync(dirname(path), { recursive: true });
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new UsageError(`Nothing can be written to ${file}: ${describeError(error)}.`);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`Nothing can be written to ${file}: it is a folder.`, "Name a file in it.");
}
