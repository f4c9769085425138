import type { SelectionOptions } from "../config/run-options.js";
import type { Host } from "../host.js";
import { UsageError } from "../usage-error.js";
import { filesSince, stagedFiles, unstagedFiles } from "../vcs/changed-files.js";
import { findRepository, type Repository } from "../vcs/repository.js";
import type { FileFilter } from "./file-filter.js";
import { isInside, posixRelative, toPosix } from "./posix-path.js";
import { readPathList } from "./read-path-list.js";
import type { Selected } from "./selected.js";
import { describeStartError, resolveStart, resolveStarts, rootOf, type Start } from "./starts.js";

/** Where reading starts. */
export interface Chosen {
  readonly root: string;
  readonly starts: readonly Start[];
  /** Listed files that are not there. */
  readonly missing: readonly Selected[];
  /** Whether a start under which there is nothing to read is an error: it was named on the command line. */
  readonly mustFind: boolean;
  /** What the user should know about the choice. */
  readonly notes: readonly string[];
}

/** The paths of the command line, or of the list that an option asks for. Throws a UsageError for what is not there. */
export async function chooseStarts(paths: readonly string[], options: SelectionOptions, filter: FileFilter, host: Host): Promise<Chosen> {
  const { since, staged, stdinFiles } = options;
  const lists = [...(since === undefined ? [] : ["--since"]), ...(staged ? ["--staged"] : []), ...(stdinFiles ? ["--stdin-files"] : [])];
  if (lists.length > 1) throw new UsageError(`${lists.join(" and ")} cannot go together: each is a list of files.`, "Leave all but one out.");
  const named = resolveStarts(paths.length > 0 || stdinFiles ? paths : ["."], host.cwd);
  if (stdinFiles) return listed(named, await readPathList(host.stdin), filter, host.cwd);
  const root = rootOf(named, host.cwd);
  if (since === undefined && !staged) return { root, starts: named, missing: [], mustFind: paths.length > 0, notes: [] };
  const repository = repositoryOf(root, since === undefined ? "--staged" : "--since");
  const changed = since === undefined ? await stagedFiles(repository) : await filesSince(repository, since);
  const wanted = changed.filter((file) => filter.hasReadableType(posixRelative(root, file)) && named.some((start) => isInside(start.file, file)));
  return { ...listed([], wanted, filter, host.cwd), root, notes: staged ? await partlyStaged(repository, wanted) : [] };
}

/** The working tree is what is read, and what is staged may differ from it. */
async function partlyStaged(repository: Repository, files: readonly string[]): Promise<readonly string[]> {
  const unstaged = new Set(await unstagedFiles(repository));
  return files.filter((file) => unstaged.has(file)).map((file) => `${posixRelative(repository.root, file)} has changes that are not staged; it was read as it is in the working folder.`);
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
  return { root, starts: found, missing: absent.map(({ given, reason }) => ({ kind: "failed", path: given, reason })), mustFind: false, notes: [] };
}

function repositoryOf(folder: string, option: string): Repository {
  const repository = findRepository(folder);
  if (!repository) throw new UsageError(`${option} asks git, and ${folder} is in no git repository.`, "Name the files, or give a list with --stdin-files.");
  return repository;
}
