// Times all rules of the plugin against the TLS rules of eslint-plugin-sonarjs, in the same passes of ESLint by ESLint's own clock, and writes the table into docs/hosts.md: `pnpm bench:lint`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as parser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import sonarjs from "eslint-plugin-sonarjs";
import tls from "../../packages/eslint-plugin/dist/index.js";
import { hasTriggerWord } from "../../packages/rules/dist/index.js";
import { withGeneratedPart } from "../generate/generated-part.js";
import { machine } from "./results.js";
import { createTree } from "./tree.js";

const USAGE = `Usage: pnpm bench:lint [--files N] [--passes N] [--print]

  --files N   programs in the tree (default 6000)
  --passes N  how often each is linted; the fastest counts (default 3)
  --print     print the table only, and leave docs/hosts.md as it is`;

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "6000" },
    passes: { type: "string", default: "3" },
    print: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const workspace = fileURLToPath(new URL("../../", import.meta.url));
const page = "docs/hosts.md";

const ours = Object.keys(tls.rules).map((name) => `tls/${name}`);
/** As many rules that do nothing: what ESLint itself takes for calling each, and for looking at the clock. */
const empty = Object.fromEntries(Object.keys(tls.rules).map((name) => [name, { create: () => ({}) }]));
const none = Object.keys(empty).map((name) => `empty/${name}`);
const theirs = ["weak-ssl", "unverified-certificate", "unverified-hostname"].map((name) => `sonarjs/${name}`);

async function bench() {
  const tree = mkdtempSync(join(tmpdir(), "tls-bench-lint-"));
  try {
    createTree(workspace, tree, Number(values.files));
    const passes = [];
    for (let pass = 0; pass < Number(values.passes); pass++)
      passes.push((await lint(tree)).filter(({ fatalErrorCount }) => fatalErrorCount === 0).map(measured));
    report(passes);
  } finally {
    rmSync(tree, { recursive: true });
  }
}

function lint(cwd) {
  const config = {
    files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"],
    plugins: { tls, sonarjs, empty: { rules: empty } },
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    rules: Object.fromEntries([...none, ...ours, ...theirs].map((rule) => [rule, "warn"])),
  };
  return new ESLint({
    cwd,
    stats: true,
    overrideConfigFile: true,
    overrideConfig: [config],
    warnIgnored: false,
  }).lintFiles(["."]);
}

/** What is kept of a file's result: a pass over thousands of files holds their trees otherwise. */
function measured({ filePath, messages, stats }) {
  const millisecondsIn = (rules) =>
    stats.times.passes.reduce(
      (sum, pass) => sum + rules.reduce((own, rule) => own + (pass.rules?.[rule]?.total ?? 0), 0),
      0,
    );
  const findingsOf = (rules) => messages.filter(({ ruleId }) => rules.includes(ruleId)).length;
  const hasWord = hasTriggerWord(readFileSync(filePath, "utf8"));
  const sideOf = (rules) => ({ time: millisecondsIn(rules), findings: findingsOf(rules) });
  return { hasWord, own: sideOf(ours), other: sideOf(theirs), nothing: sideOf(none) };
}

function report(passes) {
  const [first] = passes;
  const fastest = first.map((file, index) => ({
    ...file,
    ...Object.fromEntries(["own", "other", "nothing"].map((side) => [side, fastestOf(passes, index, side)])),
  }));
  const versionOf = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;
  const table = [
    "| rules | all files | for each file | for each file without a trigger word | findings |",
    "| --- | ---: | ---: | ---: | ---: |",
    row(`eslint-plugin-tls, all ${ours.length} rules`, fastest, "own"),
    row(
      `eslint-plugin-sonarjs ${versionOf("eslint-plugin-sonarjs")}: ${theirs.map((rule) => rule.replace("sonarjs/", "")).join(", ")}`,
      fastest,
      "other",
    ),
    row(`${none.length} rules that do nothing`, fastest, "nothing"),
    "",
    `${first.length} files of the workspace's dependencies that parse, ${first.filter(({ hasWord }) => hasWord).length} of them with a trigger word; ESLint ${ESLint.version}, ${machine()}.`,
    `Of each file the fastest of ${passes.length} passes counts, because a busy machine stops now this rule and now that one. The first pass alone, in which all code is cold: ${ratioOf(first)}.`,
    "",
    `ratio ${ratioOf(fastest)}`,
  ].join("\n");
  console.log(table);
  if (!values.print)
    writeFileSync(
      join(workspace, page),
      withGeneratedPart(page, readFileSync(join(workspace, page), "utf8"), "benchmark", table),
    );
}

function fastestOf(passes, index, side) {
  return passes.map((files) => files[index][side]).reduce((best, each) => (each.time < best.time ? each : best));
}

const ratioOf = (files) => (timeOf(files, "own") / timeOf(files, "other")).toFixed(3);

const timeOf = (files, side) => files.reduce((sum, file) => sum + file[side].time, 0);

function row(name, files, side) {
  const each = (some) => `${((timeOf(some, side) * 1000) / some.length).toFixed(1)} µs`;
  const findings = files.reduce((sum, file) => sum + file[side].findings, 0);
  return `| ${name} | ${timeOf(files, side).toFixed(0)} ms | ${each(files)} | ${each(files.filter(({ hasWord }) => !hasWord))} | ${findings} |`;
}

if (values.help) console.log(USAGE);
else await bench();
