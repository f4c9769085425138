import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Compiles a package and those that it needs. What TypeScript has to say is printed; the process ends with its exit code where it finds a mistake. */
export function compile(project) {
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-b", project], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
