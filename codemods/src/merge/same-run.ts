import { isDeepStrictEqual } from "node:util";
import { UsageError } from "../failures/usage-error.js";
import type { Report } from "../reports/report.js";
import type { ReadReport } from "./read-report.js";

interface Common {
  readonly name: string;
  of(report: Report): unknown;
}

const common: readonly Common[] = [
  { name: "version", of: ({ tool }) => tool.version },
  { name: "command", of: ({ command }) => command },
  { name: "profile", of: ({ policy }) => policy.profile },
  { name: "policy file", of: ({ policy }) => policy.file },
  { name: "selection of rules", of: ({ policy }) => policy.rules },
  { name: "--level", of: ({ policy }) => policy.level },
  { name: "--certainty", of: ({ policy }) => policy.certainty },
];

/** Throws a UsageError unless all reports come from the same command of the same version with the same policy. */
export function requireSameRun(reports: readonly ReadReport[]): void {
  const [first, ...others] = reports;
  for (const other of others) {
    const different = common.find(({ of }) => !isDeepStrictEqual(of(first!.report), of(other.report)));
    if (different)
      throw mixed(
        different.name,
        [first!, other].map(({ file, report }) => ({ file, value: different.of(report) })),
      );
  }
  requireSameNode(reports);
}

/** The ranges of package.json files differ as they like; one that --node gives is everyone's. */
function requireSameNode(reports: readonly ReadReport[]): void {
  const judged = reports.filter(({ report }) => report.policy.node.length > 0);
  const given = judged.map(({ file, report }) => ({
    file,
    value: report.policy.node.find(({ source }) => source === "option")?.range,
  }));
  const other = given.find(({ value }) => value !== given[0]!.value);
  if (other) throw mixed("--node range", [given[0]!, other]);
}

export function mixed(what: string, sides: readonly { readonly file: string; readonly value: unknown }[]): UsageError {
  const told = sides.map(({ file, value }) => `${file} has ${value === undefined ? "none" : JSON.stringify(value)}`);
  return new UsageError(
    `These reports do not belong together, because their ${what} differs: ${told.join(", and ")}.`,
    "Run all parts anew in the same way.",
  );
}
