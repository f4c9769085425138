import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** What a package brings onto the disk of its user. */
export interface InstalledSize {
  /** Bytes of its own files. */
  readonly own: number;
  /** Bytes with everything that it depends on. */
  readonly total: number;
  /** How many packages that is, itself included. */
  readonly packages: number;
}

/** Measures a package that npm has installed into a project's `node_modules`; peers belong to the user and are not counted. */
export function installedSize(project: string, name: string): InstalledSize {
  const folders = withDependencies(folderOf(name, project)!);
  const sizes = [...folders].map(sizeOf);
  return { own: sizes[0]!, total: sizes.reduce((sum, size) => sum + size, 0), packages: folders.size };
}

function withDependencies(folder: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(folder)) return seen;
  seen.add(folder);
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const dependency = folderOf(name, folder);
    if (dependency) withDependencies(dependency, seen);
  }
  return seen;
}

/** Where Node finds a package; undefined for an optional one that is not for this platform. */
function folderOf(name: string, from: string): string | undefined {
  const folder = join(from, "node_modules", name);
  if (existsSync(folder)) return folder;
  return dirname(from) === from ? undefined : folderOf(name, dirname(from));
}

/** Of the package's own files, not of packages nested in it. */
function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== "node_modules");
  return entries.reduce(
    (sum, entry) =>
      sum + (entry.isDirectory() ? sizeOf(join(folder, entry.name)) : statSync(join(folder, entry.name)).size),
    0,
  );
}
