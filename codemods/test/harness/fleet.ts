import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createFolder, type Folder } from "./folder.js";

type Files = Readonly<Record<string, string>>;

/** A folder that is no repository and holds one for each name, with these files committed. */
export function createFleet(repositories: Readonly<Record<string, Files>>, files: Files = {}): Folder {
  const fleet = createFolder(files);
  for (const [name, content] of Object.entries(repositories)) {
    fleet.write(Object.fromEntries(Object.entries(content).map(([path, text]) => [join(name, path), text])));
    mkdirSync(join(fleet.path, name), { recursive: true });
    fleet.commit(name);
  }
  return fleet;
}
