import { execFile } from "node:child_process";
import { dirname } from "node:path";

export interface CommandResult {
  /** Zero when it ran to its end without complaint. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const timeout = 20_000;

/** A folder that is there and holds nothing of a repository: many programs read settings and modules of the one they are started in. */
const neutralFolder = dirname(process.execPath);

/** Runs a program without a shell; undefined where there is none of that name, or where it does not come to an end within 20 s. */
export function runCommand(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<CommandResult | undefined> {
  return new Promise((resolve) => {
    execFile(file, args, { cwd: neutralFolder, env, timeout, windowsHide: true }, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") resolve(undefined);
      else resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
