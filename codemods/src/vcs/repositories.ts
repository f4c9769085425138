import { join } from "node:path";
import { repositoryAt } from "./repository.js";

/** Which repository below a root each path belongs to; each folder is looked at once. */
export interface Repositories {
  /** The folder from the root in which the path's repository begins; `.` for the root itself. A path that ends in `/` is a folder's. */
  nameFor(path: string): string;
  /** The path from its own repository, so that it is the same whichever folder the run starts from. */
  withinRepository(path: string): string;
}

export function findRepositories(root: string): Repositories {
  const names = new Map<string, string>();

  function nameFor(path: string): string {
    const end = path.lastIndexOf("/");
    return end <= 0 || path.startsWith("../") ? "." : nameForFolder(path.slice(0, end));
  }

  function nameForFolder(folder: string): string {
    const name = names.get(folder) ?? (repositoryAt(join(root, folder)) ? folder : nameFor(folder));
    names.set(folder, name);
    return name;
  }

  return {
    nameFor,
    withinRepository(path) {
      const name = nameFor(path);
      return name === "." ? path : path.slice(name.length + 1);
    },
  };
}
