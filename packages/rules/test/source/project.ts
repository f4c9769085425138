import { posix } from "node:path";
import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { type FileView, viewOf } from "../../src/source/program/file-view.js";
import type { Importers, Neighbour, SourceFile } from "../../src/source/program/source-file.js";

/** Files in memory that see each other; a specifier is a path with or without its extension. */
export interface Project {
  program(path: string): FileView;
  /** The files that have been parsed. */
  readonly parsed: readonly string[];
}

export function projectOf(files: Readonly<Record<string, string>>, areImportersComplete = true): Project {
  const known = new Map<string, SourceFile>();
  const sourceFile = (path: string): SourceFile => {
    if (!known.has(path))
      known.set(path, {
        ...parseSource(path, files[path]!),
        neighbours: { imported: (specifier) => imported(path, specifier), importers: () => importersOf(path) },
      });
    return known.get(path)!;
  };
  const imported = (from: string, specifier: string): Neighbour | undefined => {
    const path = resolve(files, from, specifier);
    return path === undefined ? undefined : neighbour(path);
  };
  const neighbour = (path: string): Neighbour => ({
    text: files[path]!,
    parse: () => parsedOrNone(() => sourceFile(path)),
  });
  const importersOf = (path: string): Importers => {
    const importers = Object.keys(files).filter((from) =>
      specifiersIn(files[from]!).some((specifier) => resolve(files, from, specifier) === path),
    );
    return { files: importers.map(neighbour), complete: areImportersComplete };
  };
  return {
    program: (path) => viewOf(sourceFile(path)),
    get parsed() {
      return [...known.keys()].sort();
    },
  };
}

function parsedOrNone(parse: () => SourceFile): SourceFile | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function specifiersIn(text: string): readonly string[] {
  return [...text.matchAll(/["'](\.[^"']*)["']/g)].map(([, specifier]) => specifier!);
}

function resolve(files: Readonly<Record<string, string>>, from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return;
  const path = posix.join(posix.dirname(from), specifier);
  return [path, `${path}.ts`, `${path}.js`, `${path}/index.ts`, `${path}/index.js`].find((each) =>
    Object.hasOwn(files, each),
  );
}
