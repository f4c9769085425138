// Runs `tls-codemod check` over published packages and compares what it finds with what a person has reviewed; see docs/corpus.md.
// Run it after a build: `pnpm corpus`, or `pnpm corpus --update` to keep what is found now.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cache, fetchPackages } from "../test/corpus/fetch-packages.js";
import { findIn } from "../test/corpus/find.js";
import { readPins } from "../test/corpus/pins.js";
import { snapshotOf } from "../test/corpus/snapshot.js";
import { workspacePackages } from "../test/corpus/workspace-packages.js";

const workspace = fileURLToPath(new URL("../", import.meta.url));
const folder = new URL("../test/corpus/", import.meta.url);

const USAGE = `Usage: pnpm corpus [--update] [--offline]

  --update   keep what is found now; review the diff before it is committed
  --offline  only the packages in node_modules`;

const { values } = parseArgs({
  options: { update: { type: "boolean" }, offline: { type: "boolean" }, help: { type: "boolean" } },
});

if (values.help) console.log(USAGE);
else run(values);

function run({ update, offline }) {
  const parts = [
    ["node-modules.txt", () => findIn(workspace, workspacePackages(workspace))],
    ...(offline ? [] : [["published.txt", findInPublished]]),
  ];
  for (const [name, find] of parts) report(name, find(), update);
}

function findInPublished() {
  const pins = readPins();
  fetchPackages(pins);
  return findIn(cache, new Map(Object.keys(pins).map((id) => [id, id])));
}

function report(name, found, update) {
  const file = new URL(name, folder);
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const after = snapshotOf(found);
  console.log(
    `${name}: ${found.findings.length} findings in ${found.parsed} parsed of ${found.files} files, ${found.errors.length} not judged`,
  );
  if (before === after) return;
  spawnSync("git", ["diff", "--no-index", "--", existsSync(file) ? fileURLToPath(file) : "/dev/null", "-"], {
    input: after,
    stdio: ["pipe", "inherit", "inherit"],
  });
  if (update) writeFileSync(file, after);
  else {
    console.log(
      "The findings differ from the reviewed ones. Where the new ones are right, keep them: pnpm corpus --update.",
    );
    process.exitCode = 1;
  }
}
