import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { createFolder } from "../../codemods/test/harness/folder.js";

/** The folder of the workspace. */
export const root = fileURLToPath(new URL("../../", import.meta.url));
export const example = (path: string) => readFileSync(join(root, "examples", path), "utf8");

interface Step {
  readonly run?: string;
}

export interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly strategy?: { readonly matrix: { readonly part: readonly number[] } }; readonly steps: readonly Step[] }>>;
}

/** What the steps of a job type into a shell, with GitHub's expressions filled in. */
export function commandsOf(workflow: Workflow, job: string, expressions: Readonly<Record<string, string | number>> = {}): readonly string[] {
  return workflow.jobs[job]!.steps.flatMap(({ run }) => (run === undefined ? [] : [filled(run, expressions)]));
}

export const workflowOf = (text: string): Workflow => parse(text);

function filled(text: string, expressions: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
    if (!(name in expressions)) throw new Error(`The step names ${name}, which the test does not know.`);
    return String(expressions[name]);
  });
}

/** Runs what stands in front of it where npx would fetch the published tool: this one. Anything else is a failure. */
const npx = (program: string) => `#!/bin/sh
[ "$1" = --yes ] || { echo "npx would ask" >&2; exit 99; }
case "$2" in tls-codemod@?*) ;; *) echo "npx would fetch $2" >&2; exit 99 ;; esac
shift 2
exec "${process.execPath}" "${program}" "$@"
`;

export interface Shell {
  readonly env: NodeJS.ProcessEnv;
  /** Runs a command line; nobody is there to answer. */
  run(command: string, cwd: string, env?: NodeJS.ProcessEnv): { readonly code: number | null; readonly stdout: string; readonly stderr: string };
}

/** A shell in which `npx` and `tls-codemod` are the built tool. */
export function createShell(): Shell {
  const bin = createFolder();
  const program = join(root, "codemods/bin/tls-codemod.js");
  mkdirSync(bin.path, { recursive: true });
  writeFileSync(join(bin.path, "npx"), npx(program), { mode: 0o755 });
  symlinkSync(program, join(bin.path, "tls-codemod"));
  const author = { GIT_AUTHOR_NAME: "Test", GIT_AUTHOR_EMAIL: "test@example.com", GIT_COMMITTER_NAME: "Test", GIT_COMMITTER_EMAIL: "test@example.com" };
  const env = { PATH: `${bin.path}:${process.env["PATH"]}`, HOME: bin.path, GIT_CONFIG_GLOBAL: "/dev/null", ...author };
  return {
    env,
    run(command, cwd, more = {}) {
      const { status, stdout, stderr } = spawnSync("sh", ["-c", command], { cwd, env: { ...env, ...more }, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
      return { code: status, stdout, stderr };
    },
  };
}
