import type { BaselineEntry } from "../baseline/baseline-file.js";
import { requireBaseline } from "../baseline/baselines.js";
import { writeBaseline } from "../baseline/write-baseline.js";
import type { FixOptions } from "../config/run-options.js";
import { UsageError } from "../failures/usage-error.js";
import { createDelivery } from "../reports/delivery.js";
import { exitCodeOf } from "../reports/exit-code.js";
import type { Host } from "../terminal/host.js";
import { canAsk } from "../terminal/prompt.js";
import type { Invocation } from "./invocation.js";
import { refuseUnsafe } from "./refuse-unsafe.js";
import { reportOf } from "./report-of.js";
import { type Scan, scan } from "./scan.js";
import { writeChanges } from "./write-changes.js";

/** Applies the wanted edits, all of a file or none. Returns the exit code; throws a RefusedError before anything is written. */
export async function fix(invocation: Invocation, options: FixOptions, host: Host): Promise<number> {
  const startedAt = performance.now();
  requireBaseline(options, host.cwd);
  const delivery = createDelivery(options, invocation.carried, host);
  const patches = delivery.isUsed("patches");
  const { accepted = [], ...scanned }: AskedScan = await (options.interactive
    ? askedScan(invocation, options, patches, host)
    : scan(invocation.paths, options, patches, host));
  scanned.close();
  const changes = scanned.survey.judged.filter(({ judged }) => judged.change);
  await refuseUnsafe(changes, invocation, options, host);
  const done = await writeChanges(changes, scanned.root, host);
  const failed = new Set(done.notWritten.map(({ path }) => path));
  accept(
    accepted.filter(({ path }) => !failed.has(path)),
    scanned,
  );
  const report = await reportOf(scanned, options, {
    command: "fix",
    startedAt,
    withRepository: delivery.isNeeded("repository"),
    ...done,
  });
  await delivery.deliver(report);
  scanned.complete();
  return exitCodeOf(report, options.failOn);
}

interface AskedScan extends Scan {
  /** What a person has accepted in the baseline. */
  readonly accepted?: readonly BaselineEntry[];
}

function accept(entries: readonly BaselineEntry[], { baselines, repositoryOf, counts }: Scan): void {
  if (entries.length === 0) return;
  for (const baseline of baselines.of(counts.keys())) {
    const own = entries.filter(
      ({ path }) => baseline.repository === undefined || repositoryOf(path) === baseline.repository,
    );
    if (own.length > 0) writeBaseline(baseline, [...baseline.entries, ...own]);
  }
}

/** A scan whose changes are those that a person has agreed to. */
async function askedScan({ paths }: Invocation, options: FixOptions, patches: boolean, host: Host): Promise<AskedScan> {
  if (!canAsk(host)) {
    throw new UsageError(
      "-i asks questions, and there is no terminal to ask them on.",
      "Choose with --only fix,upgrade,ask or --ask instead.",
    );
  }
  const { askAbout } = await import("./ask-about.js");
  const scanned = await scan(paths, { ...options, ask: true }, patches, host);
  try {
    return { ...scanned, ...(await askAbout(scanned, options, host)) };
  } catch (error) {
    scanned.close();
    throw error;
  }
}
