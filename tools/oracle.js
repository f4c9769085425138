// Compares `negotiate()` with real Node releases; see docs/oracle.md. Run it after a build: `pnpm oracle --node 20,24 --runs 1000`.
import { parseArgs } from "node:util";
import { runtimes } from "../packages/policy/dist/index.js";
import { fetchNode } from "../test/oracle/node-release.js";
import { runOracle } from "../test/oracle/run.js";

const OLDEST_LINE = 12;
const USAGE = `Usage: pnpm oracle [--node LIST] [--runs N] [--seed N] [--jobs N]

  --node LIST  release lines or releases between commas: 12,18,22.19.0; \`all\` for the first release
               of every range that behaves in its own way and the last one of every line
  --runs N     option sets for each release (default 1000)
  --seed N     where the generator starts (default: the day)
  --jobs N     releases examined at the same time (default 1)`;

const { values } = parseArgs({
  options: {
    node: { type: "string", default: "12,14,16,18,20,22,24,26" },
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: new Date().toISOString().slice(0, 10).replaceAll("-", "") },
    jobs: { type: "string", default: "1" },
    help: { type: "boolean", default: false },
  },
});

function releaseOf(text) {
  const line = runtimes.find(({ major }) => String(major) === text);
  return line ? line.measured : text;
}

const compare = (left, right) => left.localeCompare(right, "en", { numeric: true });

function releasesOf(list) {
  const measured = runtimes.filter(({ major }) => major >= OLDEST_LINE);
  const releases =
    list === "all" ? measured.flatMap(({ from, measured: last }) => [from, last]) : list.split(",").map(releaseOf);
  return [...new Set(releases)].sort(compare);
}

function reportDisagreement({ set, differences, seed }) {
  console.log(
    `\nDisagreement, seed ${seed}: ${JSON.stringify({ side: set.side, options: set.options, settings: set.settings })}`,
  );
  for (const { what, expected, observed } of differences)
    console.log(`  ${what}: negotiate says ${JSON.stringify(expected)}, Node does ${JSON.stringify(observed)}`);
}

async function examine(version, runs, seed) {
  const result = await runOracle({ executable: fetchNode(version), version, runs, seed });
  console.log(`| ${version} | ${result.sets} | ${result.comparisons} | ${result.disagreements.length} |`);
  result.disagreements.forEach(reportDisagreement);
  return result.disagreements.length;
}

async function examineAll(releases, jobs, runs, seed) {
  const queue = [...releases];
  let disagreements = 0;
  const work = async () => {
    for (let version = queue.shift(); version !== undefined; version = queue.shift())
      disagreements += await examine(version, runs, seed);
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return disagreements;
}

if (values.help) {
  console.log(USAGE);
} else {
  const [runs, seed, jobs] = [values.runs, values.seed, values.jobs].map(Number);
  console.log(`Seed ${seed}, ${runs} option sets for each release, peers on Node ${process.versions.node}\n`);
  console.log("| Node | option sets | comparisons | disagreements |\n| --- | --- | --- | --- |");
  process.exitCode = (await examineAll(releasesOf(values.node), jobs, runs, seed)) > 0 ? 1 : 0;
}
