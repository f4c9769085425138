// Generates programs and other files, mends them and holds what came out against the laws of docs/testing.md, for as long as it is told to.
// Run it after a build: `pnpm fuzz --minutes 30`, and with the seed of another run to see the same again.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const USAGE = `Usage: pnpm fuzz [--minutes N] [--seed S]

  --minutes  how long, 10 where it is not said
  --seed     the texts to begin with, any whole number; another one each time where it is not said`;

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string" }, help: { type: "boolean" } },
});

if (values.help) console.log(USAGE);
else process.exitCode = run(Number(values.minutes), Number(values.seed ?? Date.now() % 2 ** 31));

function run(minutes, seed) {
  if (!(minutes > 0) || !Number.isInteger(seed)) {
    console.error(USAGE);
    return 2;
  }
  const root = fileURLToPath(new URL("..", import.meta.url));
  const config = fileURLToPath(new URL("../test/fuzz/vitest.config.js", import.meta.url));
  const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
  const options = ["run", "--config", config, "--root", root, "--disable-console-intercept"];
  const env = { ...process.env, TLS_CODEMOD_FUZZ_MINUTES: String(minutes), TLS_CODEMOD_FUZZ_SEED: String(seed) };
  return spawnSync(process.execPath, [vitest, ...options], { cwd: root, env, stdio: "inherit" }).status ?? 1;
}
