import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { triggerWords } from "../../codemods/dist/engine/reading/trigger-words.generated.js";

const workspace = new URL("../../", import.meta.url);
const pathOf = (path) => fileURLToPath(new URL(path, workspace));
const require = createRequire(import.meta.url);
const platform = `${process.platform}-${process.arch}`;

/**
 * What is compared. `command` runs in the tree; `rounds` is in how many rounds of a run it takes part at most;
 * `missing` says how to get a program that is not there.
 */
export function contenders(scratch) {
  const words = join(scratch, "words.txt");
  writeFileSync(words, `${triggerWords.join("\n")}\n`);
  const node = process.execPath;
  const jscodeshift = (transform) => [
    node,
    require.resolve("jscodeshift/bin/jscodeshift.js"),
    "--no-babel",
    "--dry",
    "--silent",
    "--extensions=js,cjs,mjs,jsx,ts,cts,mts,tsx",
    "--parser=tsx",
    `--transform=${transform}`,
    ".",
  ];
  return [
    {
      name: "tls-codemod check",
      version: JSON.parse(readFileSync(pathOf("codemods/package.json"), "utf8")).version,
      command: [node, pathOf("codemods/bin/tls-codemod.js"), "check", "--fail-on", "none"],
      rounds: Infinity,
      // of files that could not be judged
      highestCode: 3,
    },
    program("ripgrep, the same words", ripgrep(), ["--files-with-matches", "--fixed-strings", "--file", words, "."]),
    program("ast-grep, two of the rules", astGrep(), [
      "scan",
      "--report-style",
      "short",
      "--rule",
      pathOf("tools/bench/ast-grep-rules.yml"),
      ".",
    ]),
    {
      name: "jscodeshift, the same transform",
      version: versionOf("jscodeshift"),
      command: jscodeshift(pathOf("codemods/dist/transforms/all.js")),
      rounds: 3,
    },
    {
      name: "jscodeshift, two of the rules in its own API",
      version: versionOf("jscodeshift"),
      command: jscodeshift(pathOf("tools/bench/jscodeshift-transform.cjs")),
      rounds: 2,
    },
  ];
}

function program(name, file, words) {
  if (!existsSync(file)) return { name, missing: "not found; `npx pnpm@12 install` brings it for common systems" };
  return {
    name,
    version: /\b\d+\.\d+\.\d+/.exec(execFileSync(file, ["--version"], { encoding: "utf8" }))[0],
    command: [file, ...words],
    rounds: Infinity,
  };
}

/** ESLint with the rules of this workspace's plugin, in so many threads of its own; `highestCode` is the exit code that is an answer, too. */
export function eslintWithPlugin(scratch, threads) {
  const config = join(scratch, "eslint.config.js");
  const plugin = pathToFileURL(pathOf("packages/eslint-plugin/dist/index.js"));
  const parser = pathToFileURL(require.resolve("@typescript-eslint/parser"));
  writeFileSync(
    config,
    `import tls from ${JSON.stringify(plugin)};
import parser from ${JSON.stringify(parser)};
export default [{
  files: ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}"],
  plugins: { tls },
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
  rules: Object.fromEntries(Object.keys(tls.rules).map((name) => ["tls/" + name, "warn"])),
}];
`,
  );
  const eslint = pathOf("node_modules/eslint/bin/eslint.js");
  return {
    name: "ESLint, all rules of this plugin",
    version: versionOf("eslint"),
    command: [process.execPath, eslint, "--config", config, "--no-warn-ignored", "--concurrency", `${threads}`, "."],
    rounds: 1,
    // of files that do not parse
    highestCode: 1,
  };
}

function ripgrep() {
  return carried("@vscode/ripgrep", `@vscode/ripgrep-${platform}/bin/rg`);
}

function astGrep() {
  return carried("@ast-grep/cli", `@ast-grep/cli-${platform}${process.platform === "linux" ? "-gnu" : ""}/ast-grep`);
}

/** The program of an optional package, which only the package that names it can see. */
function carried(by, file) {
  try {
    const owner = realpathSync(pathOf(`node_modules/${by}/package.json`));
    return createRequire(owner).resolve(process.platform === "win32" ? `${file}.exe` : file);
  } catch {
    return "";
  }
}

function versionOf(name) {
  return JSON.parse(readFileSync(pathOf(`node_modules/${name}/package.json`), "utf8")).version;
}
