import { homedir } from "node:os";
import { join } from "node:path";
import { hashOf } from "../../files/hash.js";
import { isGitFolderOwn } from "../../vcs/own-git-folder.js";
import { findRepository } from "../../vcs/repository.js";

/**
 * Where journals and kept results of a root stand: in git's own folder, or else in the user's state folder, and never among the files of the root.
 * `TLS_CODEMOD_STATE` names another folder for all roots.
 */
export function stateFolderOf(root: string, env: NodeJS.ProcessEnv): string {
  const name = hashOf(root).slice(0, 16);
  if (env["TLS_CODEMOD_STATE"]) return join(env["TLS_CODEMOD_STATE"], name);
  const repository = findRepository(root);
  if (repository?.root === root && isGitFolderOwn(repository)) return join(repository.gitFolder, "tls-codemod");
  const user = env["XDG_STATE_HOME"] || env["LOCALAPPDATA"] || join(homedir(), ".local", "state");
  return join(user, "tls-codemod", name);
}
