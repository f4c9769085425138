import type { MergeOptions } from "../config/run-options.js";
import { UsageError } from "../failures/usage-error.js";
import { mergeReports } from "../merge/merge-reports.js";
import { readReports } from "../merge/read-report.js";
import { reportFiles } from "../merge/report-files.js";
import { createDelivery } from "../reports/delivery.js";
import { exitCodeOf } from "../reports/exit-code.js";
import type { Host } from "../terminal/host.js";

/** Joins the reports of shards or repositories into one. Returns the exit code that the whole run would have had. */
export async function merge(paths: readonly string[], options: MergeOptions, host: Host): Promise<number> {
  const delivery = createDelivery(options, "", host);
  if (delivery.isNeeded("patches"))
    throw new UsageError(
      "JSON reports hold no patches, so that no diff can be made of them.",
      "Write a diff of each part with `--patch FILE`.",
    );
  const report = mergeReports(readReports(reportFiles(paths, host.cwd), host.cwd));
  await delivery.deliver(report);
  return exitCodeOf(report, options.failOn ?? (report.command === "fix" ? "error" : "finding"));
}
