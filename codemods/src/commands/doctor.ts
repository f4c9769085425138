import { examine } from "../doctor/examine.js";
import { toText } from "../doctor/to-text.js";
import { terminalColumns } from "../terminal/columns.js";
import type { Host } from "../terminal/host.js";
import { printJson } from "../terminal/print-json.js";
import { send, show } from "../terminal/show.js";

export interface DoctorOptions {
  /** The folder whose nearest package.json counts. */
  readonly cwd: string;
  readonly json: boolean;
  /** The environment to examine; that of this process by default. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** The day to judge maintenance for, `2026-11-23`; today by default. */
  readonly date?: string | undefined;
}

/** Prints what TLS the runtimes at hand do and whether they are maintained. Always 0: it informs, and `check` judges. */
export async function runDoctor(options: DoctorOptions, { stdout }: Pick<Host, "stdout">): Promise<number> {
  const report = await examine(
    options.cwd,
    options.env ?? process.env,
    options.date ?? new Date().toISOString().slice(0, 10),
  );
  if (options.json) await send(stdout, [`${printJson(report, 2)}\n`]);
  else show(stdout, toText(report, terminalColumns(stdout)));
  return 0;
}
