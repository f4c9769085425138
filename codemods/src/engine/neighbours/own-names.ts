import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { collect } from "../../collections/collect.js";
import { textOf } from "../../files/text.js";
import { manifestIn } from "./manifests.js";

/** Names that are no paths and yet mean files of the project. */
export interface OwnNames {
  /** The folders of the packages that are made here, by name. */
  readonly packages: ReadonlyMap<string, string>;
  /** Whether a relative path may mean a file that stands elsewhere. */
  readonly areFoldersMapped: boolean;
  /** The folders whose package.json makes a file stand for them. */
  foldersFor(file: string): readonly string[];
  /** False for a name that only a package from elsewhere can have. */
  mayMeanOwnFile(specifier: string): boolean;
}

const localVersion = /^(?:file|link|portal|workspace):/;
const configName = /^[tj]sconfig\b.*\.json$/;
/** What a shared configuration of another package says is not looked up. */
const mapsNames = /"(?:paths|baseUrl)"\s*:|"extends"\s*:\s*(?:\[|"(?!\.))/;
const mapsFolders = /"rootDirs"\s*:/;

/** Reads the manifests and the TypeScript configurations among files. */
export function readOwnNames(folder: string, jsonFiles: readonly string[]): OwnNames {
  const packages = new Map<string, string>();
  const linked = new Set<string>();
  const foldersByMain = new Map<string, string[]>();
  for (const file of jsonFiles.filter((each) => basename(each) === "package.json")) {
    const manifest = manifestIn(file) ?? {};
    if (typeof manifest["name"] === "string") packages.set(manifest["name"], dirname(file));
    for (const link of linksIn(manifest)) linked.add(link);
    for (const main of mainsIn(manifest))
      collect(foldersByMain, withoutExtension(resolve(dirname(file), main)), dirname(file));
  }
  const isOutOfSight = isConfiguredAbove(folder);
  const configs = isOutOfSight ? [] : jsonFiles.filter((file) => configName.test(basename(file))).map(textOf);
  const isMapped = isOutOfSight || configs.some((text) => mapsNames.test(text));
  return {
    packages,
    areFoldersMapped: isOutOfSight || configs.some((text) => mapsFolders.test(text)),
    foldersFor(file) {
      const own = isIndex(file) ? [dirname(file)] : [];
      return [...own, ...[file, ...own].flatMap((path) => foldersByMain.get(withoutExtension(path)) ?? [])];
    },
    mayMeanOwnFile(specifier) {
      const name = packageNameIn(specifier);
      return isMapped || specifier.startsWith("#") || (name !== undefined && (packages.has(name) || linked.has(name)));
    },
  };
}

/** A path without the extension of a program, which whoever imports it may leave out or write as that of what is compiled from it. */
export function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, "");
}

/** The package of a name such as `@scope/package/file`. */
export function packageNameIn(specifier: string): string | undefined {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0];
}

/** Whether a file stands for its folder by its name. */
function isIndex(file: string): boolean {
  return basename(withoutExtension(file)) === "index";
}

function mainsIn({ main, module }: Readonly<Record<string, unknown>>): readonly string[] {
  return [main, module].filter((each): each is string => typeof each === "string");
}

/** The names under which a package installs folders of the disk. */
function linksIn({
  dependencies,
  devDependencies,
  optionalDependencies,
}: Readonly<Record<string, unknown>>): readonly string[] {
  const versions = [dependencies, devDependencies, optionalDependencies].flatMap((each) => Object.entries(each ?? {}));
  return versions.filter(([, version]) => localVersion.test(String(version))).map(([name]) => name);
}

function isConfiguredAbove(folder: string): boolean {
  const parent = dirname(folder);
  return parent !== folder && (existsSync(join(parent, "tsconfig.json")) || isConfiguredAbove(parent));
}
