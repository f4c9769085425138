import { requireBaseline } from "../baseline/baselines.js";
import type { CheckOptions } from "../config/run-options.js";
import { createDelivery } from "../reports/delivery.js";
import { exitCodeOf } from "../reports/exit-code.js";
import type { Host } from "../terminal/host.js";
import type { Invocation } from "./invocation.js";
import { reportOf } from "./report-of.js";
import { scan } from "./scan.js";

/** Says what is found and what `fix` would make of it; writes nothing but reports. Returns the exit code. */
export async function check({ paths, carried }: Invocation, options: CheckOptions, host: Host): Promise<number> {
  const startedAt = performance.now();
  requireBaseline(options, host.cwd);
  const delivery = createDelivery(options, carried, host);
  const scanned = await scan(paths, options, delivery.isUsed("patches"), host);
  scanned.close();
  const report = await reportOf(scanned, options, {
    command: "check",
    startedAt,
    withRepository: delivery.isNeeded("repository"),
  });
  await delivery.deliver(report);
  scanned.complete();
  return exitCodeOf(report, options.failOn);
}
