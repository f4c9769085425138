// Searches a fleet of repositories with the command line and with other tools, and writes time, processor and memory into docs/benchmark.md: `pnpm bench:fleet`.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { withGeneratedPart } from "../generate/generated-part.js";
import { contenders, eslintWithPlugin } from "./contenders.js";
import { createFleet, quarter } from "./fleet-tree.js";
import { usageOf } from "./measure.js";
import { machine, median } from "./results.js";

const usage = `Usage: pnpm bench:fleet [--repositories N] [--rounds N] [--only WORDS] [--in FOLDER] [--print]

  --repositories N  in the fleet, a quarter of which is searched by itself, too (default 40)
  --rounds N        how often each tool runs, in turns; ESLint runs once (default 3)
  --only WORDS      only the tools whose name contains one of these words, with commas between them
  --in FOLDER       make the fleet there and leave it, or take the one that is there
  --print           print the tables only, and leave docs/benchmark.md as it is

It fetches nothing: the fleet is made of the packages that \`pnpm corpus\` unpacks, and of the workspace's dependencies.`;

const { values } = parseArgs({
  options: {
    repositories: { type: "string", default: "40" },
    rounds: { type: "string", default: "3" },
    only: { type: "string", default: "" },
    in: { type: "string" },
    print: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const workspace = fileURLToPath(new URL("../../", import.meta.url));
const page = join(workspace, "docs/benchmark.md");

/** One, two and all processors. */
const counts = [...new Set([1, 2, availableParallelism()])].filter((count) => count <= availableParallelism());

if (values.help) console.log(usage);
else await bench();

async function bench() {
  const scratch = mkdtempSync(join(tmpdir(), "tls-codemod-bench-"));
  try {
    const fleet = values.in ? resolve(values.in) : join(scratch, "fleet");
    const [few, all] = fleetIn(fleet);
    const tools = toolsOf(scratch).filter(({ name }) => values.only.split(",").some((word) => name.includes(word)));
    const results = await compare(tools, [join(fleet, quarter), fleet]);
    publish(`${describe(all)}\n\n${tableOf(results, [few, all])}`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** What a fleet holds is kept beside it, because to count it takes longer than to search it. */
function fleetIn(folder) {
  const note = join(folder, "fleet.json");
  if (existsSync(note)) return JSON.parse(readFileSync(note, "utf8"));
  const sizes = createFleet(workspace, folder, Number(values.repositories));
  writeFileSync(note, JSON.stringify(sizes));
  return sizes;
}

function toolsOf(scratch) {
  const [own, ripgrep, astGrep] = contenders(scratch);
  return [
    ...counts.map((count) => ({
      ...own,
      name: `tls-codemod check --jobs ${count}`,
      command: [...own.command, "--jobs", `${count}`, "--format", "json"],
    })),
    ripgrep,
    astGrep,
    ...counts.map((count) => {
      const eslint = eslintWithPlugin(scratch, count === 1 ? "off" : count);
      return { ...eslint, name: `${eslint.name}, --concurrency ${count}` };
    }),
  ];
}

/** In turns, so that whatever else the machine does falls on all. The first search of each folder only warms the disk's cache. Says how far it is, because it takes long. */
async function compare(tools, folders) {
  const results = tools.map((tool) => ({ ...tool, runs: folders.map(() => []) }));
  const present = results.filter(({ missing }) => !missing);
  for (const [at, folder] of folders.entries()) {
    const cheapest = present.find(({ name }) => name.startsWith("ripgrep")) ?? present[0];
    if (cheapest) await usageOf(cheapest, folder);
    for (let round = 0; round < Number(values.rounds); round++)
      for (const result of present.filter(({ rounds }) => round < rounds)) {
        result.runs[at].push(await usageOf(result, folder));
        console.error(`${folder}: ${result.name}: ${cellsOf(result.runs[at].slice(-1)).join(" · ")}`);
      }
  }
  return results;
}

function describe({ repositories, programs, candidates, bytes }) {
  return [
    `${repositories} repositories, ${programs} programs, ${candidates} of them with a word that a rule looks for; ${(bytes / 1e6).toFixed(0)} MB with all other files.`,
    `On ${machine()}; load average ${loadavg()[0].toFixed(1)} at the end. Medians of ${values.rounds} runs, ESLint's of one.`,
  ].join("\n");
}

function tableOf(results, sizes) {
  const heads = sizes.flatMap(({ repositories }) =>
    ["wall", "processor", "peak"].map((what) => `${what}, ${repositories}`),
  );
  const rows = results.map(({ name, version, missing, runs }) => [
    missing ? name : `${name} (${version})`,
    ...(missing ? [missing, ...heads.slice(1).map(() => "")] : runs.flatMap(cellsOf)),
  ]);
  return [["", ...heads], ["---", ...heads.map(() => "---:")], ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function cellsOf(runs) {
  const middle = (what) => median(runs.map((run) => run[what] ?? NaN));
  const seconds = (what) => `${(middle(what) / 1000).toFixed(2)} s`;
  return [seconds("wall"), seconds("processor"), `${(middle("peak") / 1e6).toFixed(0)} MB`];
}

function publish(text) {
  console.log(text);
  if (!values.print)
    writeFileSync(page, withGeneratedPart("docs/benchmark.md", readFileSync(page, "utf8"), "fleet", text));
}
