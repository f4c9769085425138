import type { RepositoryState } from "../reports/report.js";
import { git, GitError, gitStatus } from "./git.js";
import { findRepository } from "./repository.js";

/** Which commit of which repository a folder holds; undefined without git or a repository. */
export async function repositoryStateOf(folder: string): Promise<RepositoryState | undefined> {
  const repository = findRepository(folder);
  if (!repository) return undefined;
  const [url, commit, status] = await Promise.all([
    answer(git(repository, ["config", "--get", "remote.origin.url"])),
    answer(git(repository, ["rev-parse", "--verify", "HEAD"])),
    answer(gitStatus(repository, [])),
  ]);
  return { url: url && withoutCredentials(url), commit, dirty: status !== undefined };
}

/** What git prints; undefined when it prints nothing or fails. */
async function answer(printed: Promise<string>): Promise<string | undefined> {
  try {
    return (await printed).trim() || undefined;
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** CI systems put tokens into the addresses they clone from. */
function withoutCredentials(url: string): string {
  return url.replace(/^(\w+:\/\/)[^/@]*@/, "$1");
}
