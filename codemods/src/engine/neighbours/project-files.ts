import { createFileFilter, defaultExtensions } from "../../selection/file-filter.js";
import { walk } from "../../selection/walk.js";
import { repositoryAt } from "../../vcs/repository.js";
import { type OwnNames, readOwnNames } from "./own-names.js";

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
  /** Whether a file may stand under several paths. */
  readonly hasLinks: boolean;
  readonly ownNames: OwnNames;
}

/** The files of a repository that may import others. */
export function projectFiles(folder: string, useIgnoreFiles: boolean): ProjectFiles {
  const filter = createFileFilter({
    extensions: [...defaultExtensions, ...hosts, ".json"],
    include: [],
    exclude: [],
    includeFrom: folder,
    excludeFrom: folder,
  });
  const all: string[] = [];
  const json: string[] = [];
  let hasLinks = false;
  const most = repositoryAt(folder) ? Infinity : mostLooseFiles;
  for (const selected of walk(folder, { root: folder, filter, useIgnoreFiles }, undefined)) {
    if (selected.kind === "skipped") hasLinks = true;
    if (selected.kind !== "file") continue;
    const { file } = selected;
    if (!file.endsWith(".json")) {
      if (all.length === most) break;
      all.push(file);
    } else json.push(file);
  }
  return { all: all.sort(), areAll: all.length < most, hasLinks, ownNames: readOwnNames(folder, json) };
}
