import { join, relative } from "node:path";
import { printable } from "../../terminal/printable.js";
import type { Report, ReportFinding } from "../report.js";
import type { View } from "./format.js";

/** Whether people are shown a finding: what is open and what was fixed, with --verbose what is accepted too, with --quiet open errors and warnings. */
export function isShown({ status, level }: ReportFinding, { verbose, quiet }: View): boolean {
  if (quiet) return status === "new" && level !== "note";
  return verbose || status === "new" || status === "fixed";
}

/** A path as one would type it in the working folder. */
export function shownPath(path: string, { root }: Report, { cwd }: View): string {
  return printable(relative(cwd, join(root, path)) || path);
}
