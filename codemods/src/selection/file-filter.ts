import { posix } from "node:path";
import { isCPath } from "tls-rules/c/candidates";
import { fileKinds, otherFileKind } from "tls-rules/other-files/candidates";
import { isPythonPath } from "tls-rules/python/candidates";
import { isScriptHost } from "../engine/text/script-hosts.js";
import { UsageError } from "../failures/usage-error.js";
import { isInside, posixRelative } from "../files/posix-path.js";
import { type IgnorePatterns, isLeftOut, parseIgnorePatterns } from "./ignore-patterns.js";
import { reasonNotToRead } from "./unread-types.js";

/** The extensions of programs that are read unless others are asked for. */
export const defaultExtensions: readonly string[] = [".js", ".cjs", ".mjs", ".jsx", ".ts", ".cts", ".mts", ".tsx"];

export interface FilterOptions {
  /** With the leading dot; undefined for programs by default, and the other files that decide how Node does TLS. */
  readonly extensions: readonly string[] | undefined;
  /** Patterns as in a .gitignore. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The folders that they start from. */
  readonly includeFrom: string;
  readonly excludeFrom: string;
}

export interface FileFilter {
  /** What is read, in words. */
  readonly types: string;
  /** Whether a file of this name is read at all: a program and not only its types, or another file that matters. */
  hasReadableType(path: string): boolean;
  /** Why a file of a type that is not read is worth naming all the same; undefined for those that nobody would miss. */
  reasonNotToRead(path: string): string | undefined;
  /** Whether --include and --exclude leave a file in. */
  isWanted(file: string): boolean;
  /** Whether --exclude leaves a whole folder out. */
  isExcludedFolder(folder: string): boolean;
}

export function createFileFilter({
  extensions,
  include,
  exclude,
  includeFrom,
  excludeFrom,
}: FilterOptions): FileFilter {
  const types = new Set(extensions ?? defaultExtensions);
  const [included, excluded] = [matcher(include, includeFrom), matcher(exclude, excludeFrom)];
  return {
    types: extensions
      ? extensions.join(" ")
      : `${defaultExtensions.join(" ")} .py .c .h .cc .cpp, ${fileKinds.map(({ title }) => title).join(", ")}`,
    hasReadableType: (path) =>
      types.has(posix.extname(path))
        ? !isTypesOnly(path)
        : !extensions &&
          (otherFileKind(path) !== undefined || isPythonPath(path) || isCPath(path) || isScriptHost(path)),
    reasonNotToRead: (path) => (extensions ? undefined : reasonNotToRead(path)),
    isWanted: (file) => (include.length === 0 || included(file)) && !excluded(file),
    isExcludedFolder: (path) => excluded(`${path}/`),
  };
}

function isTypesOnly(name: string): boolean {
  return /\.d\.[cm]?ts$/.test(name);
}

function matcher(patterns: readonly string[], folder: string): (file: string) => boolean {
  if (patterns.length === 0) return () => false;
  const parsed = usable(patterns);
  return (file) => isInside(folder, file) && file !== `${folder}/` && isLeftOut(parsed, posixRelative(folder, file));
}

function usable(patterns: readonly string[]): IgnorePatterns {
  try {
    return parseIgnorePatterns(patterns, false);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`The patterns to include or exclude cannot be used: ${error.message}.`);
  }
}
