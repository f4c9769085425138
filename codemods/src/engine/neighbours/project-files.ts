import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { createFileFilter, defaultExtensions } from "../../selection/file-filter.js";
import { walk } from "../../selection/walk.js";
import { repositoryAt } from "../../vcs/repository.js";

/** A program, and not only its types. */
export const programName = /(?<!\.d)\.[cm]?[jt]sx?$/;

/** What imports programs and is not parsed here. */
const hosts: readonly string[] = [".vue", ".svelte", ".astro", ".mdx", ".html"];

// a folder that is no repository may be the home of a person
const mostLooseFiles = 20_000;

export interface ProjectFiles {
  /** Absolute, in the order of their paths. */
  readonly all: readonly string[];
  readonly areAll: boolean;
  /** The folders of the packages that are made here, by name. */
  readonly packages: ReadonlyMap<string, string>;
}

/** The files of a repository that may import others. */
export function projectFiles(folder: string, useIgnoreFiles: boolean): ProjectFiles {
  const filter = createFileFilter({ extensions: [...defaultExtensions, ...hosts, ".json"], include: [], exclude: [], includeFrom: folder, excludeFrom: folder });
  const all: string[] = [];
  const packages = new Map<string, string>();
  const most = repositoryAt(folder) ? Infinity : mostLooseFiles;
  for (const selected of walk(folder, { root: folder, filter, useIgnoreFiles }, undefined)) {
    if (selected.kind !== "file") continue;
    const { file } = selected;
    if (!file.endsWith(".json")) {
      if (all.length === most) break;
      all.push(file);
    } else if (basename(file) === "package.json") {
      const name = nameIn(file);
      if (name !== undefined) packages.set(name, dirname(file));
    }
  }
  return { all: all.sort(), areAll: all.length < most, packages };
}

/** A package.json that cannot be read is for others to complain about. */
function nameIn(manifest: string): string | undefined {
  try {
    const name: unknown = JSON.parse(readFileSync(manifest, "utf8"))?.name;
    return typeof name === "string" ? name : undefined;
  } catch {
    return undefined;
  }
}
