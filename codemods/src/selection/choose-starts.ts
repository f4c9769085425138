import { dirname } from "node:path";
import type { SelectionOptions } from "../config/run-options.js";
import { UsageError } from "../failures/usage-error.js";
import { isInside, posixRelative, toPosix } from "../files/posix-path.js";
import type { Host } from "../terminal/host.js";
import { filesSince, stagedFiles, unstagedFiles } from "../vcs/changed-files.js";
import { GitError } from "../vcs/git.js";
import { findRepositories } from "../vcs/repositories.js";
import { findRepository, type Repository } from "../vcs/repository.js";
import type { FileFilter } from "./file-filter.js";
import { readPathList } from "./read-path-list.js";
import { readRepositoryList } from "./repository-list.js";
import type { Selected } from "./selected.js";
import { describeStartError, resolveStart, resolveStarts, rootOf, type Start } from "./starts.js";

/** Where reading starts. */
export interface Chosen {
  readonly root: string;
  readonly starts: readonly Start[];
  /** Listed files that are not there. */
  readonly missing: readonly Selected[];
  /** The folders, from the root, of repositories that were asked for by name, and so count although nothing may be in them. */
  readonly repositories: readonly string[];
  /** Whether a start under which there is nothing to read is an error: it was named on the command line. */
  readonly mustFind: boolean;
  /** What the user should know about the choice. */
  readonly notes: readonly string[];
}

/** The paths of the command line, or of the list that an option asks for. Throws a UsageError for what is not there. */
export async function chooseStarts(
  paths: readonly string[],
  options: SelectionOptions,
  filter: FileFilter,
  host: Host,
): Promise<Chosen> {
  const { since, staged, stdinFiles, repos } = options;
  const lists = [
    ...(since === undefined ? [] : ["--since"]),
    ...(staged ? ["--staged"] : []),
    ...(stdinFiles ? ["--stdin-files"] : []),
  ];
  if (lists.length > 1)
    throw new UsageError(
      `${lists.join(" and ")} cannot go together: each is a list of files.`,
      "Leave all but one out.",
    );
  if (repos !== undefined && (paths.length > 0 || stdinFiles))
    throw new UsageError("--repos cannot go together with paths: it is a list of folders itself.", "Leave one out.");
  const named =
    repos === undefined
      ? resolveStarts(paths.length > 0 || stdinFiles ? paths : ["."], host.cwd)
      : readRepositoryList(repos, host.cwd);
  if (stdinFiles) return listed(named, await readPathList(host.stdin), filter, host.cwd);
  const root = rootOf(named, host.cwd);
  const repositories = repos === undefined ? [] : repositoriesIn(named, root);
  if (since === undefined && !staged)
    return { root, repositories, starts: named, missing: [], mustFind: paths.length > 0, notes: [] };
  const { files, notes } = await changedFiles(named, options);
  const wanted = files.filter((file) => filter.hasReadableType(posixRelative(root, file)));
  return { ...listed([], wanted, filter, host.cwd), root, repositories, notes };
}

function repositoriesIn(starts: readonly Start[], root: string): readonly string[] {
  const { nameFor } = findRepositories(root);
  return [...new Set(starts.map(({ file }) => nameFor(`${posixRelative(root, file)}/`)))];
}

interface Changed {
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

/** What git says has changed below the starts, each asked of its own repository. */
async function changedFiles(starts: readonly Start[], { since }: SelectionOptions): Promise<Changed> {
  const repositories = new Map(
    starts
      .map((start) => repositoryOf(start, since === undefined ? "--staged" : "--since"))
      .map((repository) => [repository.root, repository]),
  );
  const changed: Changed[] = [];
  for (const repository of repositories.values()) changed.push(await changedIn(repository, starts, since));
  return { files: changed.flatMap(({ files }) => files), notes: changed.flatMap(({ notes }) => notes) };
}

async function changedIn(
  repository: Repository,
  starts: readonly Start[],
  since: string | undefined,
): Promise<Changed> {
  try {
    const all = since === undefined ? await stagedFiles(repository) : await filesSince(repository, since);
    const files = all.filter((file) => starts.some((start) => isInside(start.file, file)));
    return { files, notes: since === undefined ? await partlyStaged(repository, files) : [] };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new UsageError(
      `${since === undefined ? "--staged" : "--since"} asks git, and git says of ${repository.root}: ${error.message}`,
      otherwise,
    );
  }
}

const otherwise = "Name the files, or give a list with --stdin-files.";

/** The working tree is what is read, and what is staged may differ from it. */
async function partlyStaged(repository: Repository, files: readonly string[]): Promise<readonly string[]> {
  const unstaged = new Set(await unstagedFiles(repository));
  return files
    .filter((file) => unstaged.has(file))
    .map(
      (file) =>
        `${posixRelative(repository.root, file)} has changes that are not staged; it was read as it is in the working folder.`,
    );
}

function listed(named: readonly Start[], list: readonly string[], filter: FileFilter, cwd: string): Chosen {
  const found: Start[] = [...named];
  const absent: { readonly given: string; readonly reason: string }[] = [];
  for (const given of list) {
    try {
      const start = resolveStart(given, cwd);
      if (start.type !== "file" || filter.hasReadableType(toPosix(start.file))) found.push(start);
    } catch (error) {
      absent.push({ given, reason: describeStartError(error) });
    }
  }
  const root = rootOf(found, cwd);
  return {
    root,
    repositories: [],
    starts: found,
    missing: absent.map(({ given, reason }) => ({ kind: "failed", path: given, reason })),
    mustFind: false,
    notes: [],
  };
}

function repositoryOf({ file, type }: Start, option: string): Repository {
  const repository = findRepository(type === "folder" ? file : dirname(file));
  if (!repository) throw new UsageError(`${option} asks git, and ${file} is in no git repository.`, otherwise);
  return repository;
}
