import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The packages in a workspace's node_modules that its lockfile pins, each once: `name@version` and the folder from the workspace.
 * @param {string} workspace
 * @returns {ReadonlyMap<string, string>}
 */
export function workspacePackages(workspace) {
  const lockfile = readFileSync(join(workspace, "pnpm-lock.yaml"), "utf8");
  const store = join("node_modules", ".pnpm");
  const packages = new Map();
  for (const folder of readdirSync(join(workspace, store))
    .sort()
    .map((name) => join(store, name, "node_modules"))) {
    for (const path of existsSync(join(workspace, folder)) ? foldersIn(workspace, folder) : []) {
      const id = idOf(join(workspace, path));
      if (id !== undefined && isPinned(lockfile, id) && !packages.has(id)) packages.set(id, path);
    }
  }
  return packages;
}

/** The folders of packages; pnpm keeps links beside them, to what they depend on. */
function foldersIn(workspace, folder) {
  return readdirSync(join(workspace, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== ".bin")
    .flatMap(({ name }) => (name.startsWith("@") ? foldersIn(workspace, join(folder, name)) : [join(folder, name)]));
}

function idOf(folder) {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return;
  const { name, version } = JSON.parse(readFileSync(manifest, "utf8"));
  return `${name}@${version}`;
}

function isPinned(lockfile, id) {
  return [`\n  ${id}:`, `\n  '${id}':`].some((entry) => lockfile.includes(entry));
}
