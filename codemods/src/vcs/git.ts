import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { isInside } from "../files/posix-path.js";
import { findOnPath } from "../programs/find-on-path.js";
import { trustedEnvironment } from "../programs/trusted-environment.js";
import type { Repository } from "./repository.js";

/** git could not be run, or said no; the message is git's own. */
export class GitError extends Error {
  override readonly name = "GitError";
}

/** What git prints of a repository, whose own configuration makes it run nothing. Paths are taken literally and no lock is left behind. Throws a GitError. */
export async function git(repository: Repository, args: readonly string[], timeout?: number): Promise<string> {
  return run(repository, [...(await filtersOff(repository)), ...args], { timeout });
}

/** `git diff` of what is in the repository itself: a submodule is a repository of its own, with a configuration of its own. */
export function gitDiff(repository: Repository, args: readonly string[]): Promise<string> {
  const inert = ["--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "--no-renames"];
  return git(repository, ["diff", ...inert, ...args]);
}

export function gitStatus(repository: Repository, args: readonly string[], timeout?: number): Promise<string> {
  return git(repository, ["status", "--porcelain", "--ignore-submodules=all", ...args], timeout);
}

/** The parts of git's output with -z. */
export function splitNul(output: string): readonly string[] {
  return output.split("\0").filter((part) => part !== "");
}

/** Whatever a configuration may name that git would run while it looks at a working tree. */
const inertSettings: readonly string[] = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.alternateRefsCommand=",
  "protocol.allow=never",
  "submodule.recurse=false",
  "status.submoduleSummary=false",
];

const filters = new Map<string, Promise<readonly string[]>>();

/** Settings that make each filter of a repository an empty one; git asks for its filters by name. */
function filtersOff(repository: Repository): Promise<readonly string[]> {
  const known = filters.get(repository.root) ?? settingsWithoutFilters(repository);
  filters.set(repository.root, known);
  return known;
}

async function settingsWithoutFilters(repository: Repository): Promise<readonly string[]> {
  const pattern = String.raw`^filter\.`;
  const listed = await run(repository, ["config", "--null", "--name-only", "--get-regexp", pattern], {
    accepted: [0, 1],
  });
  const names = new Set(splitNul(listed).flatMap((key) => /^filter\.(.+)\.[^.]*$/s.exec(key)?.[1] ?? []));
  return [...names].flatMap((name) => {
    // -c takes what stands before the first equals sign for the name
    if (name.includes("=")) throw new GitError(`the filter ${JSON.stringify(name)} cannot be switched off.`);
    return ["clean=", "smudge=", "process=", "required=false"].flatMap((setting) => [
      "-c",
      `filter.${name}.${setting}`,
    ]);
  });
}

/** In milliseconds. git waits for ever where a pipe has the name of an ignore file. */
const longest = 120_000;

async function run(
  repository: Repository,
  args: readonly string[],
  {
    accepted = [0],
    timeout = longest,
  }: { readonly accepted?: readonly (number | null)[]; readonly timeout?: number | undefined } = {},
): Promise<string> {
  const { root } = repository;
  const env = environmentFor(repository);
  const program = findOnPath("git", env, root);
  if (program === undefined) throw new GitError("git could not be run: there is none on PATH.");
  const words = ["--no-pager", `--work-tree=${root}`, ...inertSettings.flatMap((setting) => ["-c", setting]), ...args];
  const child = spawn(program, words, {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    timeout,
    windowsHide: true,
  });
  const printed = { out: [] as Buffer[], error: [] as Buffer[] };
  child.stdout.on("data", (chunk: Buffer) => printed.out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => printed.error.push(chunk));
  const [code] = (await once(child, "close").catch((error: Error) => {
    throw new GitError(`git could not be run: ${error.message}`, { cause: error });
  })) as [number | null];
  if (accepted.includes(code)) return Buffer.concat(printed.out).toString("utf8");
  const complaint = Buffer.concat(printed.error).toString("utf8").trim();
  throw new GitError(complaint || `git ${args[0]} ended with ${code === null ? "a signal" : `exit code ${code}`}.`);
}

/** What of git's environment says how it is set up here, and not which repository, or which program, it is to use. */
const keptVariables =
  /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|PARAMETERS|KEY_\d+|VALUE_\d+)|EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)$/;

function environmentFor({ root, gitFolder }: Repository): NodeJS.ProcessEnv {
  const trusted = trustedEnvironment(process.env, root);
  const index = process.env["GIT_INDEX_FILE"];
  return {
    ...Object.fromEntries(
      Object.entries(trusted).filter(([name]) => !name.startsWith("GIT_") || keptVariables.test(name)),
    ),
    // `git commit -a` shows its hooks what is staged in an index of its own
    ...(index && isInside(gitFolder, resolve(root, index)) && { GIT_INDEX_FILE: resolve(root, index) }),
    GIT_OPTIONAL_LOCKS: "0",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    LC_ALL: "C",
  };
}
