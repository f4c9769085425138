import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import type * as EnhancedResolve from "enhanced-resolve";
import type { BaseFileSystem } from "enhanced-resolve";
import { isRegularFile } from "../../files/regular-file.js";
import { textOf } from "../../files/text.js";
import { requirePackage } from "../../loading/require-package.js";
import { packageNameIn } from "./own-names.js";
import { createRegularFileSystem } from "./regular-file-system.js";
import { createMappedPaths } from "./tsconfig-paths.js";

/** The file that a specifier means in another file, wherever it stands. */
export type Resolve = (from: string, specifier: string) => string | undefined;

const script = [".js", ".cjs", ".mjs", ".jsx"];
const typescript = [".ts", ".tsx", ".cts", ".mts"];

/** A program's own language first: a file may stand beside what was compiled from it. */
const scriptAliases = { ".js": [".js", ".ts", ".tsx", ".jsx"], ".mjs": [".mjs", ".mts"], ".cjs": [".cjs", ".cts"] };
const typescriptAliases = { ".js": [".ts", ".tsx", ".js", ".jsx"], ".mjs": [".mts", ".mjs"], ".cjs": [".cts", ".cjs"] };

interface Language {
  readonly extensions: readonly string[];
  readonly extensionAlias: Readonly<Record<string, readonly string[]>>;
}

const languages: Readonly<Record<"script" | "typescript", Language>> = {
  script: { extensions: [...script, ...typescript], extensionAlias: scriptAliases },
  typescript: { extensions: [...typescript, ...script], extensionAlias: typescriptAliases },
};

const asNode = { conditionNames: ["node", "import", "require", "default"], mainFields: ["main", "module"] };

/** Resolves as Node and TypeScript do, by the nearest tsconfig.json too. The packages of a workspace are found without being installed. */
export function createResolver(folder: string, packages: () => ReadonlyMap<string, string>): Resolve {
  const fileSystem = createRegularFileSystem();
  const resolveIn = {
    script: createLanguageResolver(languages.script, fileSystem),
    typescript: createLanguageResolver(languages.typescript, fileSystem),
  };
  const mappedPaths = createMappedPaths();
  const resolve = (from: string, specifier: string) => {
    const resolveAsNode = resolveIn[/\.[cm]?tsx?$/.test(from) ? "typescript" : "script"];
    const asWritten = () => resolveAsNode(dirname(from), specifier);
    const asMapped = () => firstOf(mappedPaths(from, specifier), (path) => resolveAsNode(dirname(from), path));
    return specifier.startsWith(".") ? (asWritten() ?? asMapped()) : (asMapped() ?? asWritten());
  };
  let isWorkspace: boolean | undefined;
  return (from, specifier) => {
    if (isBuiltin(specifier)) return;
    const found = resolve(from, specifier);
    if (found !== undefined || !(isWorkspace ??= holdsWorkspace(folder)) || !/^[@\w]/.test(specifier)) return found;
    const name = packageNameIn(specifier);
    const home = name === undefined ? undefined : packages().get(name);
    return home === undefined
      ? undefined
      : (resolve(join(home, "package.json"), specifier) ??
          resolve(join(home, "package.json"), `.${specifier.slice(name!.length)}`));
  };
}

function firstOf(paths: readonly string[], resolve: (path: string) => string | undefined): string | undefined {
  for (const path of paths) {
    const found = resolve(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function createLanguageResolver(
  { extensions, extensionAlias }: Language,
  fileSystem: BaseFileSystem,
): (folder: string, specifier: string) => string | undefined {
  const create = () =>
    (requirePackage("enhanced-resolve") as typeof EnhancedResolve).ResolverFactory.createResolver({
      ...asNode,
      extensions: [...extensions],
      extensionAlias: Object.fromEntries(Object.entries(extensionAlias).map(([name, others]) => [name, [...others]])),
      fileSystem,
      useSyncFileSystemCalls: true,
    });
  // many programs import nothing but what Node has, and to load it takes longer than to judge one of them
  let resolver: EnhancedResolve.Resolver | undefined;
  const known = new Map<string, string | undefined>();
  const resolveFrom = (folder: string, specifier: string) => {
    try {
      return ((resolver ??= create()).resolveSync({}, folder, specifier) || undefined)?.split("?", 1)[0];
    } catch {
      // there is none, or what says where it is cannot be read
      return undefined;
    }
  };
  return (folder, specifier) => {
    const key = `${folder}\n${specifier}`;
    if (!known.has(key)) known.set(key, resolveFrom(folder, specifier));
    return known.get(key);
  };
}

function holdsWorkspace(folder: string): boolean {
  return (
    isRegularFile(join(folder, "pnpm-workspace.yaml")) ||
    isRegularFile(join(folder, "lerna.json")) ||
    textOf(join(folder, "package.json")).includes('"workspaces"')
  );
}
