import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { assembleCommandLine } from "./assemble/assemble.js";
import { compile } from "./compile.js";
import { generateClientPages } from "./generate/client-pages.js";
import { generateCorpusPage } from "./generate/corpus-page.js";
import { generateDefaultProfile } from "./generate/default-profile.js";
import { generateFaultPage } from "./generate/fault-page.js";
import { generateFloors } from "./generate/floors.js";
import { generateGuides } from "./generate/guides.js";
import { generateHtmlPage } from "./generate/html-page.js";
import { generateIndexes } from "./generate/indexes.js";
import { generateOxlintConfig } from "./generate/oxlint-config.js";
import { generatePinnedVersion } from "./generate/pinned-version.js";
import { generatePolicyTables } from "./generate/policy-tables.js";
import { generateRuleDocs } from "./generate/rule-docs.js";
import { generateRuntimesPage } from "./generate/runtimes-page.js";
import { generateShardPage } from "./generate/shard-page.js";
import { generateTransforms } from "./generate/transforms.js";
import { generateTriggerWords } from "./generate/trigger-words.js";
import { recordSessions } from "./record-sessions.js";

const root = new URL("../", import.meta.url);
const isCheck = process.argv.includes("--check");
const stale = [];

await put(await generateIndexes());
await put(await generatePolicyTables());
await put(await generateHtmlPage());
compile("packages/rules");
const { rules, isProgramRule, clients, triggerWords, weaknesses } = await import(
  new URL("packages/rules/dist/index.js", root).href
);
const { defaultNodeRange } = await import(new URL("packages/rules/dist/node-releases/declared-node.js", root).href);
const deprecations = await import(new URL("packages/rules/dist/rules/shared/deprecated-tls-apis.js", root).href);
await put(await generateDefaultProfile());
await putFolder("codemods/src/transforms/", generateTransforms(rules.filter(isProgramRule)));
await put(generateTriggerWords(triggerWords));
const { NAMED_ATTACKS: attacks } = await import(new URL("packages/policy/dist/index.js", root).href);
compile("packages/eslint-plugin");
const { default: plugin } = await import(new URL("packages/eslint-plugin/dist/index.js", root).href);
await putFolder("docs/clients/", await generateClientPages());
const linted = rules.filter(({ name }) => name in plugin.rules);
await put(
  await generateRuleDocs(linted, { attacks, clients, deprecations, plugin, weaknesses, node: defaultNodeRange }),
);
await put(generateOxlintConfig(plugin));
await put(await generateGuides());
await put(await generateFaultPage());
await put(await generateRuntimesPage());
await put(await generatePinnedVersion());
await put(await generateFloors());
await put(await generateShardPage());
compile("codemods");
await assembleCommandLine();
await put(await recordSessions());
await put(await generateCorpusPage());
runDocGenerator();

if (stale.length > 0) {
  console.log(`${isCheck ? "Stale, run `pnpm generate`" : "Updated"}:\n${stale.map((path) => `  ${path}`).join("\n")}`);
  if (isCheck) process.exitCode = 1;
}

/** Headers and options of the pages, and the table of rules in the README, from what the built plugin tells ESLint. */
function runDocGenerator() {
  const program = fileURLToPath(new URL("node_modules/eslint-doc-generator/dist/bin/eslint-doc-generator.js", root));
  const { status } = spawnSync(process.execPath, [program, ...(isCheck ? ["--check"] : [])], {
    cwd: fileURLToPath(new URL("packages/eslint-plugin/", root)),
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
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

/** Writes a folder that holds nothing else, so that pages and transforms of what is gone go too. */
async function putFolder(folder, files) {
  await put(files);
  const names = existsSync(new URL(folder, root)) ? await readdir(new URL(folder, root)) : [];
  for (const path of names.map((name) => folder + name).filter((path) => !files.has(path))) {
    stale.push(path);
    if (!isCheck) await rm(new URL(path, root));
  }
}
