import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generateIndexes, namesIn } from "./generate-indexes.js";
import { generatePolicyTables } from "./generate-policy-tables.js";
import { generateRuleDocs } from "./generate-rule-docs.js";
import { generateTransforms } from "./generate-transforms.js";

const root = new URL("../", import.meta.url);
const isCheck = process.argv.includes("--check");
const stale = [];

await put(await generateIndexes());
await put(await generatePolicyTables());
build("packages/rules");
const rules = await built("rules");
const transforms = generateTransforms(rules);
await put(transforms);
await removeOthers("codemods/src/transforms/", transforms);
await put(await generateRuleDocs(rules, await built("clients")));

if (stale.length > 0) {
  console.log(`${isCheck ? "Stale, run `pnpm generate`" : "Updated"}:\n${stale.map((path) => `  ${path}`).join("\n")}`);
  if (isCheck) process.exitCode = 1;
}

function build(project) {
  const { status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-b", project], { cwd: fileURLToPath(root), stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** The default exports of a folder of packages/rules, from the modules that were just built. */
async function built(folder) {
  const names = await namesIn(folder);
  const modules = await Promise.all(names.map((name) => import(new URL(`packages/rules/dist/${folder}/${name}.js`, root).href)));
  return modules.map((module) => module.default);
}

async function put(files) {
  for (const [path, content] of files) {
    const file = new URL(path, root);
    const present = existsSync(file) ? await readFile(file, "utf8") : undefined;
    if (present === content) continue;
    stale.push(path);
    if (isCheck) continue;
    await mkdir(dirname(fileURLToPath(file)), { recursive: true });
    await writeFile(file, content);
  }
}

/** Takes out what an earlier run has generated for a rule that is gone. */
async function removeOthers(folder, wanted) {
  for (const name of await readdir(new URL(folder, root))) {
    if (wanted.has(folder + name)) continue;
    stale.push(folder + name);
    if (!isCheck) await rm(new URL(folder + name, root));
  }
}
