// Compares the command line with other tools over one tree of real files, and writes the table into docs/benchmark.md: `pnpm bench`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { withGeneratedPart } from "../generate/generated-part.js";
import { contenders } from "./contenders.js";
import { memoryOf, timeOf } from "./measure.js";
import { machine, tableOf } from "./results.js";
import { createTree } from "./tree.js";

const usage = `Usage: pnpm bench [--files N] [--rounds N] [--only WORD] [--print]

  --files N    programs in the tree (default 10000)
  --rounds N   how often each tool runs, in turns; the slow ones run less often (default 11)
  --only WORD  tls-codemod and the tools whose name contains this word
  --print      print the table only, and leave docs/benchmark.md as it is`;

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "10000" },
    rounds: { type: "string", default: "11" },
    only: { type: "string", default: "" },
    print: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const workspace = fileURLToPath(new URL("../../", import.meta.url));
const page = join(workspace, "docs/benchmark.md");

if (values.help) console.log(usage);
else await bench();

async function bench() {
  const scratch = mkdtempSync(join(tmpdir(), "tls-codemod-bench-"));
  try {
    const tree = join(scratch, "tree");
    const size = createTree(workspace, tree, Number(values.files));
    const all = contenders(scratch);
    const results = await compare([all[0], ...all.slice(1).filter(({ name }) => name.includes(values.only))], tree);
    publish(`${describe(size)}\n\n${tableOf(results)}`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** In turns, so that whatever else the machine does falls on all. The first round only warms the disk's cache. */
async function compare(tools, tree) {
  const results = tools.map((tool) => ({ ...tool, times: [] }));
  const present = results.filter(({ missing }) => !missing);
  for (const { command, rounds } of present) if (rounds === Infinity) await timeOf(command, tree);
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { command, rounds, times } of present) if (round < rounds) times.push(await timeOf(command, tree));
  }
  for (const result of present) result.memory = await memoryOf(result.command, tree);
  return results;
}

function describe({ files, candidates, bytes }) {
  return `${files} files, ${(bytes / 1_000_000).toFixed(0)} MB, ${candidates} with a word that a rule looks for.\nOn ${machine()}; load average ${loadavg()[0].toFixed(1)} at the end.`;
}

function publish(text) {
  console.log(text);
  if (!values.print)
    writeFileSync(page, withGeneratedPart("docs/benchmark.md", readFileSync(page, "utf8"), "benchmark", text));
}
