import { extname } from "node:path";
import ignore from "ignore";
import { isInside, posixRelative } from "./posix-path.js";

/** The extensions that are read unless others are asked for. */
export const defaultExtensions: readonly string[] = [".js", ".cjs", ".mjs", ".jsx", ".ts", ".cts", ".mts", ".tsx"];

export interface FilterOptions {
  /** With the leading dot. */
  readonly extensions: readonly string[];
  /** Patterns as in a .gitignore, from `folder`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly folder: string;
}

export interface FileFilter {
  readonly extensions: readonly string[];
  /** Whether a file of this name is read at all: a program, and not only its types. */
  hasReadableType(name: string): boolean;
  /** Whether --include and --exclude leave a file in. */
  isWanted(file: string): boolean;
  /** Whether --exclude leaves a whole folder out. */
  isExcludedFolder(folder: string): boolean;
}

export function createFileFilter({ extensions, include, exclude, folder }: FilterOptions): FileFilter {
  const types = new Set(extensions);
  const [included, excluded] = [matcher(include, folder), matcher(exclude, folder)];
  return {
    extensions,
    hasReadableType: (name) => types.has(extname(name)) && !isTypesOnly(name),
    isWanted: (file) => (include.length === 0 || included(file)) && !excluded(file),
    isExcludedFolder: (path) => excluded(`${path}/`),
  };
}

function isTypesOnly(name: string): boolean {
  return /\.d\.[cm]?ts$/.test(name);
}

function matcher(patterns: readonly string[], folder: string): (file: string) => boolean {
  if (patterns.length === 0) return () => false;
  const rules = ignore({ ignorecase: false }).add(patterns);
  return (file) => isInside(folder, file) && file !== `${folder}/` && rules.ignores(posixRelative(folder, file));
}
