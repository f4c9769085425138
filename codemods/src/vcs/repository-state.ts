import type { RepositoryState } from "../reports/report.js";
import { git, GitError } from "./git.js";
import { findRepository } from "./repository.js";

/** Which commit of which repository a folder holds; undefined without git or a repository. */
export async function repositoryStateOf(folder: string): Promise<RepositoryState | undefined> {
  if (!findRepository(folder)) return undefined;
  const [url, commit, status] = await Promise.all([
    answer(folder, "config", "--get", "remote.origin.url"),
    answer(folder, "rev-parse", "--verify", "HEAD"),
    answer(folder, "status", "--porcelain"),
  ]);
  return { url: url && withoutCredentials(url), commit, dirty: status !== undefined };
}

/** What git prints; undefined when it prints nothing or fails. */
async function answer(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    return (await git(folder, args)).trim() || undefined;
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** CI systems put tokens into the addresses they clone from. */
function withoutCredentials(url: string): string {
  return url.replace(/^(\w+:\/\/)[^/@]*@/, "$1");
}
