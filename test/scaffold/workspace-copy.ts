import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pnpm } from "../harness/pnpm.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The workspace as it is on disk, in a folder where it may be changed. */
export interface WorkspaceCopy {
  readonly folder: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** The files that git would call new or changed. */
  changes(): readonly string[];
  /** A command line of the documentation, by the shell; its output is in the error when it fails. */
  run(commandLine: string): string;
  remove(): void;
}

export function copyWorkspace(): WorkspaceCopy {
  const folder = mkdtempSync(join(tmpdir(), "tls-workspace-"));
  for (const path of [...ownFiles(), ...builtFolders()]) copy(path, folder);
  linkDependencies(folder);
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  execFileSync("git", ["add", "--all"], { cwd: folder });
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  // the dependencies are those of the workspace, which an installation from here would change
  write(
    "pnpm-workspace.yaml",
    read("pnpm-workspace.yaml").replace("verifyDepsBeforeRun: install", "verifyDepsBeforeRun: false"),
  );
  execFileSync("git", ["add", "pnpm-workspace.yaml"], { cwd: folder });
  return {
    folder,
    read,
    write,
    changes: () =>
      lines(execFileSync("git", ["status", "--porcelain", "--untracked-files=all"], { cwd: folder, encoding: "utf8" }))
        .filter((line) => /^(\?\?|.M)/.test(line))
        .map((line) => line.slice(3)),
    run: (commandLine) => run(commandLine, folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const packages = ["packages/policy", "packages/rules", "packages/eslint-plugin", "codemods", "docs", "test"];

function ownFiles(): readonly string[] {
  return lines(
    execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" }),
  ).filter((path) => existsSync(join(root, path)));
}

/** What is built already need not be built again. */
function builtFolders(): readonly string[] {
  return packages.map((path) => `${path}/dist`).filter((path) => existsSync(join(root, path)));
}

/** Each package's `node_modules` holds links only, which lead to those of the workspace and to the packages of the copy. */
function linkDependencies(folder: string): void {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  for (const path of packages.map((name) => `${name}/node_modules`).filter((name) => existsSync(join(root, name))))
    copy(path, folder);
}

function copy(path: string, folder: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  cpSync(join(root, path), join(folder, path), { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
}

function run(commandLine: string, cwd: string): string {
  const result = spawnSync(commandLine.replace(/^npx pnpm@12(?= )/, pnpm.join(" ")), {
    cwd,
    shell: true,
    encoding: "utf8",
  });
  if (result.status !== 0) throw new Error(`${commandLine}\n${result.stdout}\n${result.stderr}`);
  return result.stdout;
}

function lines(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}
