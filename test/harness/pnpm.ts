import { spawnSync } from "node:child_process";

/** Package managers are scripts for the shell on Windows. */
const shell = process.platform === "win32";

/** The command for the workspace's package manager: the one that runs the tests, or the one that npx finds, which takes it two seconds each time. */
export const pnpm: readonly [command: string, ...words: readonly string[]] = isOnPath()
  ? ["pnpm"]
  : ["npx", "--yes", "--prefer-offline", "pnpm@12"];

function isOnPath(): boolean {
  const { stdout } = spawnSync("pnpm", ["--version"], { shell, encoding: "utf8" });
  return stdout?.startsWith("12.") ?? false;
}
