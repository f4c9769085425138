import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type * as Jsonc from "jsonc-parser";
import { isInside } from "../../files/posix-path.js";
import { isRegularFile } from "../../files/regular-file.js";
import { textOf } from "../../files/text.js";
import { requirePackage } from "../../loading/require-package.js";

/** What a specifier may mean by the nearest tsconfig.json of a file, as absolute paths without an extension perhaps, the best first. */
export type MappedPaths = (from: string, specifier: string) => readonly string[];

/** More than anybody writes. */
const mostConfigs = 64;
const mostPatterns = 1_000;

const configDir = "${configDir}";

/** What `paths`, `baseUrl` and `rootDirs` mean, absolute. */
interface Mapping {
  readonly baseUrl: string | undefined;
  readonly rootDirs: readonly string[];
  readonly paths: ReadonlyMap<string, readonly string[]>;
}

interface Config {
  readonly folder: string;
  /** As it is written, like the others. */
  readonly baseUrl: string | undefined;
  readonly rootDirs: readonly string[] | undefined;
  readonly paths: Readonly<Record<string, unknown>> | undefined;
  /** Files. */
  readonly extended: readonly string[];
  readonly referenced: readonly string[];
}

const nothing: Mapping = { baseUrl: undefined, rootDirs: [], paths: new Map() };

/** Reads each tsconfig.json once. One that depends on very many others, or maps very many names, is too much to know, and maps none. */
export function createMappedPaths(): MappedPaths {
  const configs = new Map<string, Config>();
  const folders = new Map<string, Mapping>();

  function configIn(file: string): Config {
    const config = configs.get(file) ?? readConfig(file);
    configs.set(file, config);
    return config;
  }

  function mappingFor(folder: string): Mapping {
    const mapping = folders.get(folder) ?? findMapping(folder);
    folders.set(folder, mapping);
    return mapping;
  }

  function findMapping(folder: string): Mapping {
    const file = join(folder, "tsconfig.json");
    if (isRegularFile(file)) return mappingOf(file);
    return folder === dirname(folder) ? nothing : mappingFor(dirname(folder));
  }

  function mappingOf(file: string): Mapping {
    const all = withAll([file], (each) => [...configIn(each).extended, ...configIn(each).referenced]);
    if (all === undefined) return nothing;
    // a file without programs of its own leaves its folder to those that it refers to
    const own = [file, ...configIn(file).referenced].map((each) => effective(each));
    const paths = new Map(own.flatMap((each) => [...each.paths]).reverse());
    return paths.size > mostPatterns ? nothing : { ...own[0]!, paths };
  }

  /** A configuration over those that it extends, of which later ones count more. */
  function effective(file: string): Mapping {
    const chain = chainOf(file, new Set());
    const [based, rooted, mapped] = (["baseUrl", "rootDirs", "paths"] as const).map((name) =>
      chain.findLast((config) => config[name] !== undefined),
    );
    const absolute = (folder: string) => (path: string) =>
      path.startsWith(configDir) ? join(dirname(file), path.slice(configDir.length)) : resolve(folder, path);
    const baseUrl = based && absolute(based.folder)(based.baseUrl!);
    return {
      baseUrl,
      rootDirs: rooted?.rootDirs?.map(absolute(rooted.folder)) ?? [],
      paths: mapped ? absolutePaths(mapped, absolute(baseUrl ?? mapped.folder)) : nothing.paths,
    };
  }

  /** What counts less stands before what counts more; each once, where it counts most. */
  function chainOf(file: string, seen: Set<string>): readonly Config[] {
    if (seen.has(file)) return [];
    seen.add(file);
    const config = configIn(file);
    const bases = config.extended.toReversed().map((each) => chainOf(each, seen));
    return [...bases.reverse().flat(), config];
  }

  return (from, specifier) => {
    const { baseUrl, rootDirs, paths } = mappingFor(dirname(from));
    if (specifier.startsWith(".")) return inOtherRoots(rootDirs, resolve(dirname(from), specifier));
    return [...mappedBy(paths, specifier), ...(baseUrl === undefined ? [] : [join(baseUrl, specifier)])];
  };
}

/** All that can be reached; undefined when these are very many. */
function withAll(files: readonly string[], next: (file: string) => readonly string[]): ReadonlySet<string> | undefined {
  const reached = new Set(files);
  for (const file of reached) {
    for (const other of next(file)) reached.add(other);
    if (reached.size > mostConfigs) return undefined;
  }
  return reached;
}

/** Several folders count as one: https://www.typescriptlang.org/tsconfig/#rootDirs. */
function inOtherRoots(rootDirs: readonly string[], path: string): readonly string[] {
  const own = rootDirs.filter((root) => isInside(root, path)).sort((a, b) => b.length - a.length)[0];
  return own === undefined
    ? []
    : rootDirs.filter((root) => root !== own).map((root) => join(root, relative(own, path)));
}

/** As TypeScript chooses: the pattern itself, or else the one with the longest beginning. https://www.typescriptlang.org/tsconfig/#paths */
function mappedBy(paths: Mapping["paths"], specifier: string): readonly string[] {
  const exact = paths.get(specifier);
  if (exact) return exact;
  let [best, targets]: [string, readonly string[]] = ["", []];
  for (const [pattern, each] of paths) {
    const [start, end, ...more] = pattern.split("*");
    if (end === undefined || more.length > 0 || (targets.length > 0 && start!.length <= best.length)) continue;
    const fits = specifier.startsWith(start!) && specifier.endsWith(end);
    if (fits && specifier.length >= start!.length + end.length)
      [best, targets] = [start!, each.map(filledIn(start!, end))];
  }
  return targets;

  function filledIn(start: string, end: string): (target: string) => string {
    const middle = specifier.slice(start.length, specifier.length - end.length);
    return (target) => target.replace("*", () => middle);
  }
}

function absolutePaths({ paths = {} }: Config, absolute: (path: string) => string): Mapping["paths"] {
  return new Map(Object.entries(paths).map(([pattern, targets]) => [pattern, strings(targets).map(absolute)]));
}

/** What does not parse, or is nested too deeply, says nothing. */
function readConfig(file: string): Config {
  const folder = dirname(file);
  const content = parse(textOf(file));
  const options = objectOr(content["compilerOptions"]);
  const { baseUrl, rootDirs } = options;
  return {
    folder,
    baseUrl: typeof baseUrl === "string" ? baseUrl : undefined,
    rootDirs: Array.isArray(rootDirs) ? strings(rootDirs).slice(0, mostConfigs) : undefined,
    paths: isObject(options["paths"]) ? options["paths"] : undefined,
    extended: strings(content["extends"]).flatMap((name) => locate(folder, name) ?? []),
    // other folders have a configuration that their files find
    referenced: Array.isArray(content["references"])
      ? content["references"].flatMap((each: unknown) =>
          strings(objectOr(each)["path"])
            .filter((path) => path.endsWith(".json"))
            .map((path) => resolve(folder, path)),
        )
      : [],
  };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return objectOr((requirePackage("jsonc-parser") as typeof Jsonc).parse(text, [], { allowTrailingComma: true }));
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectOr(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function strings(value: unknown): readonly string[] {
  return [value].flat().filter((each) => typeof each === "string");
}

function locate(folder: string, name: string): string | undefined {
  if (isAbsolute(name) || name.startsWith(".")) return firstThere(resolve(folder, name));
  const found = firstThere(join(folder, "node_modules", name));
  return found ?? (folder === dirname(folder) ? undefined : locate(dirname(folder), name));
}

function firstThere(path: string): string | undefined {
  return [path, `${path}.json`, join(path, "tsconfig.json")].find(
    (each) => each.endsWith(".json") && isRegularFile(each),
  );
}
