import type { RepositoryState } from "../reports/report.js";
import { git, GitError, gitStatus } from "./git.js";
import { findRepository } from "./repository.js";

/** In milliseconds; what git says is only told. */
const patience = 10_000;

/** Which commit of which repository a folder holds, each as far as git says so; undefined where there is no repository. */
export async function repositoryStateOf(folder: string): Promise<RepositoryState | undefined> {
  const repository = findRepository(folder);
  if (!repository) return undefined;
  const [url, commit, status] = await Promise.all([
    answer(git(repository, ["config", "--get", "remote.origin.url"])),
    answer(git(repository, ["rev-parse", "--verify", "HEAD"])),
    answer(gitStatus(repository, [], patience)),
  ]);
  return {
    url: url ? withoutCredentials(url) : undefined,
    commit: commit || undefined,
    dirty: status === undefined ? undefined : status !== "",
  };
}

/** What git prints; undefined when it fails. */
async function answer(printed: Promise<string>): Promise<string | undefined> {
  try {
    return (await printed).trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** CI systems put tokens into the addresses they clone from. */
function withoutCredentials(url: string): string {
  return url.replace(/^(\w+:\/\/)[^/@]*@/, "$1");
}
