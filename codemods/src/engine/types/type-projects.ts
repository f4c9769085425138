import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createTypeReader, type TypeChecker, type TypeReader } from "tls-rules";
import type * as TsMorph from "ts-morph";
import { withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { isRegularFile } from "../../files/regular-file.js";
import { requirePackage } from "../../loading/require-package.js";
import { repositoryAt } from "../../vcs/repository.js";
import { createNodeFinder } from "./node-finder.js";

/** Where types come from. Plain data, because it is sent to worker processes. */
export interface TypesPlan {
  /** The file that ts-morph is loaded from. */
  readonly tsMorph: string;
  /** Absolute; undefined for the nearest one of each file. */
  readonly tsconfig: string | undefined;
}

/** Tells the types of a text that stands in place of a file. Neither compiler nor files are loaded before a type is asked for. */
export type TypesOf = (file: string, text: string) => TypeReader;

/** One project of the compiler per tsconfig.json, with one file and what it imports at a time. */
export function openTypeProjects({ tsMorph, tsconfig }: TypesPlan): TypesOf {
  const projects = new Map<string, OpenProject>();
  const projectOf = (file: string): OpenProject => {
    const config = tsconfig ?? nearestConfig(dirname(file));
    const key = config ?? dirname(file);
    if (!projects.has(key)) projects.set(key, openProject(requirePackage(tsMorph) as typeof TsMorph, config, file));
    return projects.get(key)!;
  };
  return (file, text) => {
    let opened: TypeReader | undefined;
    return { optionTypeOf: (object, name) => (opened ??= projectOf(file).open(file, text)).optionTypeOf(object, name) };
  };
}

/** The tsconfig.json of a folder or of one above it, up to the root of the repository. */
export function nearestConfig(folder: string): string | undefined {
  const config = join(folder, "tsconfig.json");
  if (isRegularFile(config)) return config;
  return repositoryAt(folder) || dirname(folder) === folder ? undefined : nearestConfig(dirname(folder));
}

/** A tsconfig.json cannot be used. */
export class TypesError extends Error {
  override readonly name = "TypesError";
}

interface OpenProject {
  open(file: string, text: string): TypeReader;
}

function openProject({ Project, ts }: typeof TsMorph, config: string | undefined, file: string): OpenProject {
  const options: TsMorph.ProjectOptions = {
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    compilerOptions: { allowJs: true, noEmit: true },
  };
  const project =
    config === undefined
      ? new Project(options)
      : configured(config, () => new Project({ ...options, tsConfigFilePath: config }));
  const { types } = project.getCompilerOptions();
  // before TypeScript 6 all of @types was there unless a tsconfig.json said otherwise, and what @types/node declares has to be
  if (types === undefined) project.compilerOptions.set({ types: ["node"] });
  if (config === undefined) project.compilerOptions.set({ typeRoots: [...typeRootsAbove(dirname(file))] });
  let last: TsMorph.SourceFile | undefined;
  return {
    open(name, text) {
      last?.forget();
      last = project.createSourceFile(name, withoutByteOrderMark(text), { overwrite: true });
      const checker = project.getTypeChecker().compilerObject as unknown as TypeChecker;
      return createTypeReader({ checker, nodeFor: createNodeFinder(ts, last.compilerNode) });
    },
  };
}

function configured<Configured>(config: string, open: () => Configured): Configured {
  try {
    return open();
  } catch (error) {
    throw new TypesError(`${config}: ${(error as Error).message}`, { cause: error });
  }
}

function* typeRootsAbove(folder: string): Generator<string> {
  const root = join(folder, "node_modules", "@types");
  if (existsSync(root)) yield root;
  if (dirname(folder) !== folder) yield* typeRootsAbove(dirname(folder));
}
