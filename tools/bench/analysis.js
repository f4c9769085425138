// What the analysis of a file costs over the corpus, alone, with its neighbours and with types, kept in docs/benchmark.md: `pnpm bench:analysis`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openFile } from "../../codemods/dist/engine/neighbours/open-file.js";
import { openProjects } from "../../codemods/dist/engine/neighbours/project.js";
import { isCandidate } from "../../codemods/dist/engine/reading/is-candidate.js";
import { parseSource } from "../../codemods/dist/engine/reading/parse-source.js";
import { openTypeProjects } from "../../codemods/dist/engine/types/type-projects.js";
import { analyze, hasTriggerWord, resolveSettings } from "../../packages/rules/dist/index.js";
import { cache, fetchPackages } from "../../test/corpus/fetch-packages.js";
import { readPins } from "../../test/corpus/pins.js";
import { withGeneratedPart } from "../generate/generated-part.js";
import { machine } from "./results.js";

const USAGE = `Usage: pnpm bench:analysis [--match TEXT] [--print]

  --match TEXT  only files whose path holds the text; prints the slowest, too
  --print       leave docs/benchmark.md as it is`;

const { values } = parseArgs({
  options: {
    match: { type: "string", default: "" },
    print: { type: "boolean", default: false },
    help: { type: "boolean" },
  },
});

const page = new URL("../../docs/benchmark.md", import.meta.url);
const settings = resolveSettings({ level: "note" });
const programName = /(?<!\.d)\.[cm]?[jt]sx?$/;
const sight = { useIgnoreFiles: false, maxFileSize: 3_000_000 };
const slowest = 10;

function* filesIn(folder) {
  for (const entry of readdirSync(join(cache, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== "node_modules") yield* filesIn(path);
    else if (entry.isFile() && programName.test(entry.name) && path.includes(values.match)) yield path;
  }
}

/** Of the processor, so that what else the machine does is not counted. */
function timed(run) {
  const start = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(start);
  return { value, milliseconds: (user + system) / 1000 };
}

/** Each way to read a file parses it anew, because what is found out is kept with the tree. */
function analysisOf(open) {
  const file = open();
  return timed(() => analyze(file, settings)).milliseconds;
}

function measure(path, project, typesOf) {
  const file = join(cache, path);
  const bytes = readFileSync(file);
  const filter = timed(() => isCandidate(path, bytes));
  const text = filter.value && bytes.length <= sight.maxFileSize ? bytes.toString("utf8") : "";
  if (!hasTriggerWord(text)) return { path, filter: filter.milliseconds };
  return {
    path,
    filter: filter.milliseconds,
    parse: timed(() => parseSource(path, text)).milliseconds,
    alone: analysisOf(() => parseSource(path, text)),
    together: analysisOf(() => openFile(project, file, path, text)),
    typed: analysisOf(() => ({ ...parseSource(path, text), types: typesOf(file, text) })),
  };
}

/** The one look at every file that tells who imports whom, by file of the package. */
function indexTime(project, files) {
  return timed(() => project.importersOf(join(project.folder, "index.js"))).milliseconds / Math.max(files, 1);
}

function measurePackage(id, typesOf) {
  const project = openProjects(sight)(join(cache, id));
  const paths = [...filesIn(id)];
  const index = paths.length > 0 ? [indexTime(project, paths.length)] : [];
  return { index, files: paths.map((path) => measure(path, project, typesOf)) };
}

function distribution(name, numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const average = sorted.reduce((sum, value) => sum + value, 0) / Math.max(sorted.length, 1);
  return `| ${name} | ${sorted.length} | ${[average, at(0.5), at(0.9), at(1)].map((value) => value.toFixed(value < 1 ? 3 : 1)).join(" | ")} |`;
}

function tableOf(files, index, compiler) {
  const candidates = files.filter(({ alone }) => alone !== undefined);
  const of = (part) => candidates.map((candidate) => candidate[part]);
  return [
    "| part, milliseconds of the processor | files | mean | median | 90th percentile | slowest |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    distribution(
      "without a trigger word: the search for one, and nothing else",
      files.filter(({ alone }) => alone === undefined).map(({ filter }) => filter),
    ),
    distribution("candidate: parsing and scopes", of("parse")),
    distribution("candidate: analysis by all rules, alone", of("alone")),
    distribution("candidate: analysis with its neighbours", of("together")),
    distribution("candidate: analysis with types", of("typed")),
    distribution("who imports whom, once per project where a candidate exports options: by file", index),
    "",
    `Types are asked for what is not tied to a TLS call already. Loading the compiler takes ${(compiler / 1000).toFixed(1)} s more, once per process, with the first type that is asked for.`,
  ].join("\n");
}

function slowestOf(files) {
  const candidates = files.filter(({ alone }) => alone !== undefined).toSorted((a, b) => b.together - a.together);
  const rows = candidates
    .slice(0, slowest)
    .map(
      ({ path, parse, alone, together, typed }) =>
        `| ${path} | ${[parse, alone, together, typed].map((value) => value.toFixed(0)).join(" | ")} |`,
    );
  return ["| slowest | parsing | alone | neighbours | types |", "| --- | ---: | ---: | ---: | ---: |", ...rows].join(
    "\n",
  );
}

/** The compiler is loaded, and its own and Node's types, before anything is measured. */
function openTypes() {
  const workspace = fileURLToPath(new URL("../../", import.meta.url));
  const tsMorph = createRequire(join(workspace, "codemods/package.json")).resolve("ts-morph");
  const typesOf = openTypeProjects({ tsMorph, tsconfig: join(workspace, "tsconfig.base.json") });
  const text =
    'import tls from "node:tls";\nconst options: tls.ConnectionOptions = { minVersion: "TLSv1" };\nwrap(options);\n';
  const first = join(workspace, "first.ts");
  return { typesOf, compiler: analysisOf(() => ({ ...parseSource(first, text), types: typesOf(first, text) })) };
}

function run() {
  const pins = readPins();
  fetchPackages(pins);
  const { typesOf, compiler } = openTypes();
  const packages = Object.keys(pins).map((id) => measurePackage(id, typesOf));
  const files = packages.flatMap((each) => each.files);
  const table = tableOf(
    files,
    packages.flatMap(({ index }) => index),
    compiler,
  );
  const text = `Over the ${packages.length} published packages of the corpus, in one process.\nOn ${machine()}.\n\n${table}`;
  console.log(`${text}\n\n${slowestOf(files)}`);
  if (!values.print && values.match === "")
    writeFileSync(page, withGeneratedPart("docs/benchmark.md", readFileSync(page, "utf8"), "analysis", text));
}

if (values.help) console.log(USAGE);
else run();
