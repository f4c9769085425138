// Compares what is said of programs of each client with what real servers see of them; see docs/oracle.md. Run it after a build: `pnpm oracle:clients --client pg`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import semver from "semver";
import { runtimes } from "../packages/policy/dist/index.js";
import { clients } from "../packages/rules/dist/clients/index.js";
import { installed, releasesOf, runsOn } from "../test/oracle/clients/packages.js";
import { realServers, startReal } from "../test/oracle/clients/real/servers.js";
import { readRecipes } from "../test/oracle/clients/recipes.js";
import { head, record, rowOf } from "../test/oracle/clients/results-table.js";
import { certificatesOfPeers, compareWithReal, examineClient } from "../test/oracle/clients/run.js";
import { fetchNode } from "../test/oracle/node-release.js";

const USAGE = `Usage: pnpm oracle:clients [--client NAMES] [--major NUMBERS] [--newest | --older] [--runs N] [--jobs N] [--record] [--verbose]

  --client NAMES   only these, between commas, by the names of their tables
  --major NUMBERS  only these majors (default: the newest, the one before, the oldest that the table speaks of)
  --real           a few programs of each against servers that are installed here: redis-server, mosquitto, nginx, postgres, mariadbd
  --newest         only the newest release of each
  --older          all but that
  --runs N         at most so many programs of each client and major (default: all)
  --jobs N         processes at once (default 2)
  --record         put the rows into the table of docs/oracle.md
  --verbose        also what no recipe has a call for, and every program of a disagreement`;

const { values } = parseArgs({
  options: {
    client: { type: "string" },
    major: { type: "string" },
    real: { type: "boolean", default: false },
    newest: { type: "boolean", default: false },
    older: { type: "boolean", default: false },
    runs: { type: "string" },
    jobs: { type: "string", default: "2" },
    record: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** The Node at hand, and the lines to take instead: newer ones that a client's `engines` ask for, then older ones that it was made for. */
const nodes = [
  process.versions.node,
  ...[22, 24, 26, 16, 12].flatMap((line) => runtimes.find(({ major }) => major === line)?.measured ?? []),
];

const page = fileURLToPath(new URL("../docs/oracle.md", import.meta.url));

function show({ about, callee, text, differences, outcomes, error, claims, isMended }, count) {
  const times = count > 1 ? `, and ${count - 1} more like it` : "";
  console.log(
    `\n${callee}, ${about}${isMended ? ", as `fix --ask` leaves it" : ""}: ${differences.join("; ")}${times}`,
  );
  console.log(text.replace(/^/gm, "    ").trimEnd());
  console.log(`  peers: ${outcomes}${error ? ` (${error})` : ""}; findings: ${claims.join(", ") || "none"}`);
}

/** One program stands for all of the same kind: the shortest. */
function minimised(disagreements) {
  const groups = Map.groupBy
    ? Map.groupBy(disagreements, keyOf)
    : disagreements.reduce((map, each) => map.set(keyOf(each), [...(map.get(keyOf(each)) ?? []), each]), new Map());
  return [...groups.values()].map((group) => [group.sort((a, b) => a.text.length - b.text.length)[0], group.length]);
}

const keyOf = ({ about, differences, isMended, claims }) => JSON.stringify([about, differences, isMended, claims]);

/** Whether a client was loaded and then waited for something for ever, as one does that newer Nodes have left behind. */
const hangs = ({ programs, broken }) => programs === 0 && broken.some((text) => text.endsWith('{"outcome":"nothing"}'));

/** In the first Node that its `engines` admit and that can load it: what it depends on may ask for more than it says itself. */
async function examineRelease({ name, packages, ...release }) {
  let result = { node: "none that is known", programs: 0, runs: 0, disagreements: [], broken: [], uncovered: [] };
  for (const node of nodes.filter((each) => release.recipe.isBuiltIn || runsOn(packages, name, each))) {
    if (hangs(result) && semver.gt(node, process.versions.node)) continue;
    const executable = node === process.versions.node ? process.execPath : fetchNode(node);
    const limit = values.runs ? Number(values.runs) : undefined;
    result = {
      node,
      ...(await examineClient({ ...release, packages, executable, node, jobs: Number(values.jobs), limit })),
    };
    if (result.programs > 0) break;
  }
  return result;
}

async function main() {
  const totals = { clients: 0, programs: 0, disagreements: 0, broken: 0 };
  const rows = [];
  console.log(head);
  const asked = values.client?.split(",");
  const recipes = (await readRecipes()).filter(({ client }) => asked?.includes(client) ?? true);
  for (const recipe of recipes) {
    const table = clients.find(({ name }) => name === recipe.client);
    const name = recipe.package ?? table.modules[0];
    const releases = recipe.isBuiltIn ? [process.versions.node] : releasesOf(name, recipe);
    totals.clients++;
    for (const version of releases.slice(values.older ? 1 : 0, values.newest ? 1 : undefined)) {
      if (values.major && !values.major.split(",").includes(version.split(".")[0])) continue;
      const packages = recipe.isBuiltIn ? process.cwd() : installed(name, version, recipe.with);
      const result = await examineRelease({ recipe, table, name, version, packages });
      const { programs, disagreements, broken, uncovered } = result;
      const row = rowOf(recipe, { version, ...result });
      console.log(row);
      if (programs > 0) rows.push(row);
      for (const [each, count] of values.verbose ? disagreements.map((one) => [one, 1]) : minimised(disagreements))
        show(each, count);
      for (const each of broken) console.log(`  does not run: ${each}`);
      if (values.verbose) for (const each of new Set(uncovered)) console.log(`  no call for: ${each}`);
      totals.programs += programs;
      totals.disagreements += disagreements.length;
      totals.broken += broken.length;
    }
  }
  if (values.record) record(page, rows, new Date().toISOString().slice(0, 10), await readRecipes());
  console.log(`\n${totals.clients} clients, ${totals.programs} programs, ${totals.disagreements} disagreements`);
  if (totals.broken > 0) console.log(`${totals.broken} programs do not run`);
  process.exitCode = totals.disagreements + totals.broken > 0 ? 1 : 0;
}

/** What the servers before which programs are held do, real ones do as well. */
async function mainWithReal() {
  const recipes = await readRecipes();
  const asked = values.client?.split(",");
  const names = ["good", "unknownAuthority", "otherHost"];
  let disagreements = 0;
  console.log("| server | client | release | programs | disagreements |\n| --- | --- | --- | --- | --- |");
  for (const { name: server, clients: speaking, missing } of realServers) {
    if (missing !== undefined) {
      console.log(`skipped: no ${missing} on PATH, and so no ${server}`);
      continue;
    }
    const folder = mkdtempSync(join(tmpdir(), "tls-servers-"));
    const { ports, end } = await startReal(server, folder, certificatesOfPeers(), names);
    try {
      for (const recipe of recipes.filter(
        ({ client }) => speaking.includes(client) && (asked?.includes(client) ?? true),
      )) {
        const table = clients.find(({ name }) => name === recipe.client);
        const name = recipe.package ?? table.modules[0];
        const version = recipe.isBuiltIn ? process.versions.node : releasesOf(name)[0];
        const packages = recipe.isBuiltIn ? process.cwd() : installed(name, version, recipe.with);
        const node = nodes.find((each) => recipe.isBuiltIn || runsOn(packages, name, each)) ?? process.versions.node;
        const executable = node === process.versions.node ? process.execPath : fetchNode(node);
        const limit = Number(values.runs ?? 12);
        const task = { recipe, table, version, packages, executable, limit, ports, jobs: Number(values.jobs) };
        const result = await compareWithReal(task);
        console.log(
          `| ${[server, recipe.client, version, result.programs, result.disagreements.length].join(" | ")} |`,
        );
        for (const each of result.unspoken) console.log(`  not before this server: ${each}`);
        for (const { text, different } of result.disagreements) console.log(`\n${text}  ${different.join("; ")}`);
        disagreements += result.disagreements.length;
      }
    } finally {
      await end();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  process.exitCode = disagreements > 0 ? 1 : 0;
}

if (values.help) console.log(USAGE);
else await (values.real ? mainWithReal() : main());
