// Times all rules of the plugin against the TLS rules of eslint-plugin-sonarjs, in one run of ESLint by ESLint's own clock, and writes the table into docs/hosts.md: `pnpm bench:lint`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as parser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import sonarjs from "eslint-plugin-sonarjs";
import tls from "../packages/eslint-plugin/dist/index.js";
import { hasTriggerWord } from "../packages/rules/dist/index.js";
import { machine } from "./bench/results.js";
import { createTree } from "./bench/tree.js";
import { withGeneratedPart } from "./generated-part.js";

const USAGE = `Usage: pnpm bench:lint [--files N] [--print]

  --files N  programs in the tree (default 6000)
  --print    print the table only, and leave docs/hosts.md as it is`;

const { values } = parseArgs({
  options: { files: { type: "string", default: "6000" }, print: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
});

const workspace = fileURLToPath(new URL("../", import.meta.url));
const page = "docs/hosts.md";

const ours = Object.keys(tls.rules).map((name) => `tls/${name}`);
const theirs = ["weak-ssl", "unverified-certificate", "unverified-hostname"].map((name) => `sonarjs/${name}`);

if (values.help) console.log(USAGE);
else await bench();

async function bench() {
  const tree = mkdtempSync(join(tmpdir(), "tls-bench-lint-"));
  try {
    createTree(workspace, tree, Number(values.files));
    report((await lint(tree)).filter(({ fatalErrorCount }) => fatalErrorCount === 0));
  } finally {
    rmSync(tree, { recursive: true });
  }
}

function lint(cwd) {
  const config = {
    files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"],
    plugins: { tls, sonarjs },
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    rules: Object.fromEntries([...ours, ...theirs].map((rule) => [rule, "warn"])),
  };
  return new ESLint({ cwd, stats: true, overrideConfigFile: true, overrideConfig: [config], warnIgnored: false }).lintFiles(["."]);
}

function report(results) {
  const files = results.map((result) => ({ ...result, hasWord: hasTriggerWord(readFileSync(result.filePath, "utf8")) }));
  const versionOf = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;
  const [own, other] = [ours, theirs].map((rules) => summary(files, rules));
  const table = [
    "| rules | all files | for each file | for each file without a trigger word | findings |",
    "| --- | ---: | ---: | ---: | ---: |",
    row(`eslint-plugin-tls, all ${ours.length} rules`, own),
    row(`eslint-plugin-sonarjs ${versionOf("eslint-plugin-sonarjs")}: ${theirs.map((rule) => rule.replace("sonarjs/", "")).join(", ")}`, other),
    "",
    `${files.length} files of the workspace's dependencies that parse, ${files.filter(({ hasWord }) => hasWord).length} of them with a trigger word; ESLint ${ESLint.version}, ${machine()}.`,
    "",
    `ratio ${(own.time / other.time).toFixed(3)}`,
  ].join("\n");
  console.log(table);
  if (!values.print) writeFileSync(join(workspace, page), withGeneratedPart(page, readFileSync(join(workspace, page), "utf8"), "benchmark", table));
}

/** What these rules cost and reported. */
function summary(files, rules) {
  const quiet = files.filter(({ hasWord }) => !hasWord);
  const findings = files.flatMap(({ messages }) => messages).filter(({ ruleId }) => rules.includes(ruleId)).length;
  const time = timeOf(files, rules);
  return { time, each: time / files.length, eachQuiet: timeOf(quiet, rules) / quiet.length, findings };
}

/** The milliseconds that ESLint measured in these rules. */
function timeOf(files, rules) {
  return files.flatMap(({ stats }) => stats.times.passes).reduce((sum, pass) => sum + rules.reduce((own, rule) => own + (pass.rules?.[rule]?.total ?? 0), 0), 0);
}

function row(name, { time, each, eachQuiet, findings }) {
  const microseconds = (milliseconds) => `${(milliseconds * 1000).toFixed(1)} µs`;
  return `| ${name} | ${time.toFixed(0)} ms | ${microseconds(each)} | ${microseconds(eachQuiet)} | ${findings} |`;
}
