// Compares `negotiatePython()` with real Pythons; see docs/oracle.md. Run it after a build: `pnpm oracle:python --runs 1000`.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { runPythonOracle } from "../test/oracle/python/run.js";

const USAGE = `Usage: pnpm oracle:python [PYTHON...] [--runs N] [--seed N]

  PYTHON       programs or paths (default: every one of pyenv and /usr/bin/python3, or else python3 on PATH)
  --runs N     contexts for each Python (default 1000)
  --seed N     where the generator starts (default: the day)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: new Date().toISOString().slice(0, 10).replaceAll("-", "") },
    help: { type: "boolean", default: false },
  },
});

function pythonsOfPyenv() {
  const versions = path.join(process.env.PYENV_ROOT ?? path.join(process.env.HOME ?? "", ".pyenv"), "versions");
  if (!existsSync(versions)) return [];
  const releases = readdirSync(versions).filter((name) => /^(?:2\.7|3\.(?:[6-9]|\d\d))\./.test(name));
  return releases
    .sort((left, right) => left.localeCompare(right, "en", { numeric: true }))
    .map((name) => path.join(versions, name, "bin", "python"));
}

function reportDisagreement({ use, differences, seed }) {
  console.log(`\nDisagreement, seed ${seed}: ${JSON.stringify(use)}`);
  for (const { what, expected, observed } of differences)
    console.log(`  ${what}: the verdict is ${JSON.stringify(expected)}, Python does ${JSON.stringify(observed)}`);
}

async function examine(executable, runs, seed) {
  const { about, runtime, contexts, comparisons, disagreements } = await runPythonOracle({ executable, runs, seed });
  console.log(
    `| ${executable} | ${about.release}, ${about.openssl} | ${runtime.name} | ${contexts} | ${comparisons} | ${disagreements.length} |`,
  );
  disagreements.forEach(reportDisagreement);
  return disagreements.length;
}

if (values.help) {
  console.log(USAGE);
} else {
  const [runs, seed] = [values.runs, values.seed].map(Number);
  const atHand = [...pythonsOfPyenv(), ...["/usr/bin/python3"].filter(existsSync)];
  const pythons = positionals.length > 0 ? positionals : atHand.length > 0 ? atHand : ["python3"];
  console.log(`Seed ${seed}, ${runs} contexts for each Python\n`);
  console.log(
    "| program | Python | runtime | contexts | comparisons | disagreements |\n| --- | --- | --- | --- | --- | --- |",
  );
  let disagreements = 0;
  for (const python of pythons) disagreements += await examine(python, runs, seed);
  process.exitCode = disagreements > 0 ? 1 : 0;
}
