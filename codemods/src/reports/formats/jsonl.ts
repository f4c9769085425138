import { printJson } from "../../terminal/print-json.js";
import type { Report } from "../report.js";
import { reportJson } from "./json.js";

/** One JSON object per line: the run, each finding, marker, skipped file and error, and the totals at the end. */
export function* render(report: Report): Iterable<string> {
  const { findings, markers, changed, skipped, errors, totals, ...run } = reportJson(report);
  yield line("run", run);
  for (const finding of findings) yield line("finding", finding);
  for (const marker of markers) yield line("marker", marker);
  for (const path of changed) yield line("changed", { path });
  for (const file of skipped) yield line("skipped", file);
  for (const error of errors) yield line("error", error);
  yield line("totals", totals);
}

function line(type: string, content: object): string {
  return `${printJson({ type, ...content })}\n`;
}
