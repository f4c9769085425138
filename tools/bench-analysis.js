// Prints what the analysis of a file costs over the corpus; see docs/corpus.md. Run it after a build: `pnpm bench:analysis`.
import { readFileSync, readdirSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { parseSource } from "../codemods/dist/engine/parse-source.js";
import { isCandidate } from "../codemods/dist/engine/is-candidate.js";
import { analyze, hasTriggerWord, resolveSettings } from "../packages/rules/dist/index.js";
import { cache, fetchPackages } from "../test/corpus/fetch-packages.js";
import { readPins } from "../test/corpus/pins.js";

const USAGE = `Usage: pnpm bench:analysis [--match TEXT]

  --match TEXT  only files whose path holds the text`;

const { values } = parseArgs({ options: { match: { type: "string", default: "" }, help: { type: "boolean" } } });

const settings = resolveSettings({ level: "note" });
const programName = /(?<!\.d)\.[cm]?[jt]sx?$/;
const largest = 3_000_000;
const slowest = 10;

function* filesIn(folder) {
  for (const entry of readdirSync(join(cache, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== "node_modules") yield* filesIn(path);
    else if (entry.isFile() && programName.test(entry.name) && path.includes(values.match)) yield path;
  }
}

function timed(run) {
  const start = performance.now();
  const value = run();
  return { value, milliseconds: performance.now() - start };
}

function measure(path) {
  const bytes = readFileSync(join(cache, path));
  const filter = timed(() => isCandidate(path, bytes));
  const text = filter.value && bytes.length <= largest ? bytes.toString("utf8") : "";
  if (!hasTriggerWord(text)) return { path, filter: filter.milliseconds };
  const parse = timed(() => parseSource(path, text));
  const analysis = timed(() => analyze(parse.value, settings));
  return { path, filter: filter.milliseconds, parse: parse.milliseconds, analysis: analysis.milliseconds };
}

function distribution(name, numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `| ${name} | ${sorted.length} | ${[at(0.5), at(0.9), at(1)].map((value) => value.toFixed(value < 1 ? 3 : 1)).join(" | ")} |`;
}

function run() {
  const pins = readPins();
  fetchPackages(pins);
  const files = Object.keys(pins).flatMap((id) => [...filesIn(id)].map(measure));
  const candidates = files.filter(({ analysis }) => analysis !== undefined);
  console.log(`Node ${process.versions.node}, ${cpus()[0].model}, one process, milliseconds per file\n`);
  console.log("| part | files | median | 90th percentile | slowest |\n| --- | --- | --- | --- | --- |");
  console.log(distribution("without a trigger word: the search for one", files.filter(({ analysis }) => analysis === undefined).map(({ filter }) => filter)));
  console.log(distribution("candidate: parsing and scopes", candidates.map(({ parse }) => parse)));
  console.log(distribution("candidate: analysis by all rules", candidates.map(({ analysis }) => analysis)));
  console.log("\n| slowest | parsing and scopes | analysis |\n| --- | --- | --- |");
  for (const { path, parse, analysis } of candidates.toSorted((a, b) => b.analysis - a.analysis).slice(0, slowest)) {
    console.log(`| ${path} | ${parse.toFixed(0)} | ${analysis.toFixed(0)} |`);
  }
}

if (values.help) console.log(USAGE);
else run();
