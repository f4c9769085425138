import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { textOf } from "../../text-of.js";
import { manifestIn } from "./manifests.js";

/** Names that are no paths and yet mean files of the project. */
export interface OwnNames {
  /** The folders of the packages that are made here, by name. */
  readonly packages: ReadonlyMap<string, string>;
  /** False for a name that only a package from elsewhere can have. */
  mayMeanOwnFile(specifier: string): boolean;
}

const localVersion = /^(?:file|link|portal|workspace):/;
const configName = /^[tj]sconfig\b.*\.json$/;
/** What a shared configuration of another package says is not looked up. */
const mapsNames = /"(?:paths|baseUrl)"\s*:|"extends"\s*:\s*(?:\[|"(?!\.))/;

/** Reads the manifests and the TypeScript configurations among files. */
export function readOwnNames(folder: string, jsonFiles: readonly string[]): OwnNames {
  const packages = new Map<string, string>();
  const linked = new Set<string>();
  for (const file of jsonFiles.filter((each) => basename(each) === "package.json")) {
    const manifest = manifestIn(file) ?? {};
    if (typeof manifest["name"] === "string") packages.set(manifest["name"], dirname(file));
    for (const link of linksIn(manifest)) linked.add(link);
  }
  const isMapped = jsonFiles.some((file) => configName.test(basename(file)) && mapsNames.test(textOf(file))) || isConfiguredAbove(folder);
  return {
    packages,
    mayMeanOwnFile(specifier) {
      const name = packageNameIn(specifier);
      return isMapped || specifier.startsWith("#") || (name !== undefined && (packages.has(name) || linked.has(name)));
    },
  };
}

/** The package of a name such as `@scope/package/file`. */
export function packageNameIn(specifier: string): string | undefined {
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0];
}

/** The names under which a package installs folders of the disk. */
function linksIn({ dependencies, devDependencies, optionalDependencies }: Readonly<Record<string, unknown>>): readonly string[] {
  const versions = [dependencies, devDependencies, optionalDependencies].flatMap((each) => Object.entries(each ?? {}));
  return versions.filter(([, version]) => localVersion.test(String(version))).map(([name]) => name);
}

function isConfiguredAbove(folder: string): boolean {
  const parent = dirname(folder);
  return parent !== folder && (existsSync(join(parent, "tsconfig.json")) || isConfiguredAbove(parent));
}
