import { execFile } from "node:child_process";

export interface CommandResult {
  /** Zero when it ran to its end without complaint. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const timeout = 20_000;

/** Runs a program without a shell; undefined where there is none of that name, or where it does not come to an end within 20 s. */
export function runCommand(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<CommandResult | undefined> {
  return new Promise((resolve) => {
    execFile(file, args, { env, timeout, windowsHide: true }, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") resolve(undefined);
      else resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
