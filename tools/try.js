// The command line of this checkout, for whoever wants to look: `node tools/try.js check examples/legacy-service`.
// It installs what the program needs, and nothing of what its tests do.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);

const what = [
  ...["--prod", "--frozen-lockfile", "--filter", "tls-codemod-assemble..."],
  // the lockfile pins each package by its hash; to ask the registry for the age of all nine hundred in it takes longer than the rest
  "--config.minimumReleaseAge=0",
];

const modules = new URL("node_modules/", root);
// who has installed everything keeps that
if (!existsSync(new URL("vitest", modules))) {
  run("npx", ["--yes", "pnpm@12", "install", ...what], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  // pnpm takes this for all that is wanted from then on; without its notes it looks again, and installs the rest for `pnpm test`
  for (const name of readdirSync(modules)) if (name.startsWith(".pnpm-workspace-state")) rmSync(new URL(name, modules));
}
const { assembleSources } = await import("./assemble/assemble.js");
await assembleSources();
run(process.execPath, [fileURLToPath(new URL("codemods/bin/tls-codemod.js", root)), ...process.argv.slice(2)], {
  stdio: "inherit",
});

/** Ends with the exit code of what has failed. */
function run(command, words, options) {
  const { status, error } = spawnSync(command, words, options);
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
