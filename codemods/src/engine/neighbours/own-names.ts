import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

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
    const { name, links } = manifestIn(file);
    if (name !== undefined) packages.set(name, dirname(file));
    for (const link of links) linked.add(link);
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

/** A package.json that cannot be read is for others to complain about. */
function manifestIn(file: string): { readonly name: string | undefined; readonly links: readonly string[] } {
  try {
    const manifest = JSON.parse(textOf(file).replace(/^\uFEFF/, "")) ?? {};
    const dependencies = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies].flatMap((each) => Object.entries(each ?? {}));
    const links = dependencies.filter(([, version]) => localVersion.test(String(version))).map(([name]) => name);
    return { name: typeof manifest.name === "string" ? manifest.name : undefined, links };
  } catch {
    return { name: undefined, links: [] };
  }
}

function isConfiguredAbove(folder: string): boolean {
  const parent = dirname(folder);
  return parent !== folder && (existsSync(join(parent, "tsconfig.json")) || isConfiguredAbove(parent));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
