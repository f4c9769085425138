import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, relative } from "node:path";
import type { ESLint } from "eslint";
import { gte, lt } from "semver";
import { type EslintCheck, eslintChecks } from "./eslint-checks.js";
import { type OxlintCheck, oxlintChecks } from "./oxlint-checks.js";
import { createProject, root, type TemporaryProject } from "./temporary-project.js";

/** A linter that the plugin runs in, and what it is tried with there. */
export interface Host {
  readonly name: string;
  readonly checks: readonly HostCheck[];
}

export interface HostCheck {
  readonly name: string;
  /** Runs the linter's own command with `--fix`, under a Node binary. */
  run(node: string): HostResult;
}

/** The findings that are left, and the files as they are then. */
export interface HostResult {
  readonly left: readonly string[];
  readonly expectedLeft: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly expectedTexts: Readonly<Record<string, string>>;
}

export const hosts: readonly Host[] = [
  eslintHost("eslint-8"),
  eslintHost("eslint-9-min"),
  eslintHost("eslint-9"),
  eslintHost("eslint"),
  oxlintHost("oxlint"),
];

/** The Node binaries to run the hosts under: `pnpm hosts` names more than the one that runs the tests. */
export const nodes = (process.env["TLS_CODEMOD_HOST_NODES"]?.split(delimiter) ?? [process.execPath]).map((node) => ({
  node,
  version: spawnSync(node, ["-p", "process.versions.node"], { encoding: "utf8" }).stdout.trim(),
}));

function eslintHost(folder: string): Host {
  const version = versionOf(folder);
  const checks = eslintChecks.filter(
    ({ since, before }) => gte(version, since) && (before === undefined || lt(version, before)),
  );
  return {
    name: `ESLint ${version}`,
    checks: checks.map((check) => ({ name: check.name, run: (node) => runEslint(folder, check, node) })),
  };
}

function oxlintHost(folder: string): Host {
  return {
    name: `oxlint ${versionOf(folder)}`,
    checks: oxlintChecks.map((check) => ({ name: check.name, run: (node) => runOxlint(folder, check, node) })),
  };
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(`${root}node_modules/${folder}/package.json`, "utf8")) as { version: string })
    .version;
}

function runEslint(
  folder: string,
  { packages, configFile, config, samples, options, more }: EslintCheck,
  node: string,
): HostResult {
  return inProject(
    { eslint: folder, ...sameNames(packages) },
    { samples, more, files: { [configFile]: config } },
    (project) => {
      const args = ["node_modules/eslint/bin/eslint.js", "src", "--fix", "--format", "json", ...options];
      const results = JSON.parse(run(project, node, args).stdout) as ESLint.LintResult[];
      return results.flatMap(({ filePath, messages }) =>
        messages.map(
          ({ line, column, ruleId, message }) =>
            `${relative(project.folder, filePath)}:${line}:${column} ${ruleId ?? message}`,
        ),
      );
    },
  );
}

function runOxlint(folder: string, { samples, config }: OxlintCheck, node: string): HostResult {
  return inProject({ oxlint: folder }, { samples, more: [], files: { ".oxlintrc.json": config } }, (project) => {
    const { stdout } = run(project, node, ["node_modules/oxlint/bin/oxlint", "src", "--fix", "--format", "json"]);
    return oxlintMessages(stdout).map(({ path, line, column, rule }) => `${path}:${line}:${column} ${rule}`);
  });
}

/** `code` is spelt `tls(no-weak-group)`. */
interface OxlintOutput {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

export interface OxlintMessage {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

export function oxlintMessages(output: string): readonly OxlintMessage[] {
  return (JSON.parse(output) as OxlintOutput).diagnostics.map(({ message, code, filename, labels }) => {
    const { line, column } = labels[0]!.span;
    return { path: filename, line, column, rule: code.replace(/^(.*)\((.*)\)$/, "$1/$2"), message };
  });
}

function sameNames(packages: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(packages.map((name) => [name, name]));
}

interface ProjectFiles {
  readonly samples: EslintCheck["samples"];
  readonly more: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

function inProject(
  packages: Readonly<Record<string, string>>,
  { samples, more, files }: ProjectFiles,
  lint: (project: TemporaryProject) => readonly string[],
): HostResult {
  const project = createProject(packages);
  try {
    project.write({
      "package.json": '{ "type": "module" }\n',
      ...files,
      ...Object.fromEntries(samples.map(({ path, text }) => [path, text])),
    });
    return {
      left: lint(project).toSorted(),
      expectedLeft: [...samples.flatMap(({ path, left }) => left.map((place) => `${path}:${place}`)), ...more].sort(),
      texts: Object.fromEntries(samples.map(({ path }) => [path, project.read(path)])),
      expectedTexts: Object.fromEntries(samples.map(({ path, fixed }) => [path, fixed])),
    };
  } finally {
    project.remove();
  }
}

/** @throws when the command prints anything but its answer, so that neither warnings nor crashes pass. */
export function run(project: TemporaryProject, node: string, args: readonly string[]): SpawnSyncReturns<string> {
  // ESLint says on stderr that threads do not pay for so few files
  const env = { ...process.env, NODE_NO_WARNINGS: "1" };
  const result = spawnSync(node, args, { cwd: project.folder, encoding: "utf8", env });
  if (result.stderr !== "" || result.error)
    throw new Error(`${args.join(" ")}: ${result.error?.message ?? result.stderr}`);
  return result;
}
