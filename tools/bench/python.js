// How long a cold check of 120 programs in Python takes that each hold one of the words, kept in docs/benchmark.md: `pnpm bench:python`.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isPythonCandidateText } from "../../packages/rules/dist/python/candidates.js";
import { withGeneratedPart } from "../generate/generated-part.js";
import { usageOf } from "./measure.js";
import { machine, median } from "./results.js";

const USAGE = `Usage: pnpm bench:python [--python PROGRAM] [--runs N] [--print]

  --python PROGRAM  whose library is read (default: python3)
  --runs N          cold runs, of which the median counts (default: 5)
  --print           leave docs/benchmark.md as it is`;

const { values } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    runs: { type: "string", default: "5" },
    print: { type: "boolean", default: false },
    help: { type: "boolean" },
  },
});

const page = new URL("../../docs/benchmark.md", import.meta.url);
const program = fileURLToPath(new URL("../../codemods/bin/tls-codemod.js", import.meta.url));
const wanted = 120;

function* candidatesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* candidatesIn(path);
    else if (entry.isFile() && entry.name.endsWith(".py") && isPythonCandidateText(readFileSync(path, "latin1")))
      yield path;
  }
}

const hashOf = (path) => createHash("sha256").update(path).digest("hex");

/** The programs of a Python's library that hold a word, tests and pip included, mixed by a hash of their paths; the first ones again where there are too few. */
function choose(library) {
  const found = [...candidatesIn(library)]
    .map((path) => [hashOf(path.slice(library.length)), path])
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return Array.from({ length: wanted }, (_, index) => found[index % found.length][1]);
}

async function measure(folder) {
  const command = [process.execPath, program, "check", ".", "--fail-on", "none", "--format", "summary"];
  const runs = [];
  for (let run = 0; run < Number(values.runs); run++) runs.push(await usageOf({ command }, folder));
  return runs;
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

if (values.help) {
  console.log(USAGE);
} else {
  const asked = "import sysconfig, platform; print(sysconfig.get_paths()['stdlib']); print(platform.python_version())";
  const [library, release] = execFileSync(values.python, ["-I", "-c", asked], { encoding: "utf8" }).trim().split("\n");
  const folder = mkdtempSync(join(tmpdir(), "tls-codemod-bench-"));
  try {
    const files = choose(library);
    files.forEach((file, index) => copyFileSync(file, join(folder, `program${index}.py`)));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    const runs = await measure(folder);
    const of = (name) => median(runs.map((run) => run[name]));
    const part = [
      `${wanted} programs of the library of Python ${release} that hold a word, ${(bytes / 1e6).toFixed(1)} MB.`,
      `On ${machine()}; the median of ${runs.length} cold runs, load average ${loadavg()[0].toFixed(1)} at the end.`,
      "",
      "| wall | processor | peak memory |\n| ---: | ---: | ---: |",
      `| ${seconds(of("wall"))} | ${seconds(of("processor"))} | ${Math.round(of("peak") / 1e6)} MB |`,
    ].join("\n");
    console.log(part);
    if (!values.print)
      writeFileSync(page, withGeneratedPart(fileURLToPath(page), readFileSync(page, "utf8"), "python", part));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
