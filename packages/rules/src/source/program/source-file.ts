import type { TSESTree } from "@typescript-eslint/types";
import type { PackageReleases } from "../../package-releases/package-releases.js";
import type { TypeReader } from "../types/type-reader.js";

export interface Definition {
  readonly type: string;
  readonly name: TSESTree.Node;
  readonly node: TSESTree.Node;
}

export interface Reference {
  readonly identifier: TSESTree.Node;
  readonly resolved: Variable | null;
  readonly writeExpr?: TSESTree.Node | null | undefined;
  readonly init?: boolean | undefined;
  isRead(): boolean;
  isWrite(): boolean;
}

export interface Variable {
  readonly name: string;
  readonly defs: readonly Definition[];
  readonly references: readonly Reference[];
}

export interface Scope {
  readonly references: readonly Reference[];
  readonly variables: readonly Variable[];
}

/** The part of a scope manager that is read; those of ESLint, typescript-eslint and oxlint all have it. */
export interface ScopeManager {
  readonly scopes: readonly Scope[];
}

/** A parsed file. `ast` is ESTree with `range` on every node and `comments` on the program; `text` has no byte order mark. */
export interface SourceFile {
  /** POSIX path relative to the project, used to tell tests from production code. */
  readonly path: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopeManager: ScopeManager;
  /** The files around this one, where the host can read them. */
  readonly neighbours?: Neighbours | undefined;
  /** What types say, where the host has them. */
  readonly types?: TypeReader | undefined;
  /** Which releases of packages the project uses, where the host can read that. */
  readonly releases?: PackageReleases | undefined;
}

/** What a host knows of the files around one. Nothing is read before it is asked for. */
export interface Neighbours {
  /** What a specifier means in this file; undefined for a package, and for a file that is not there or cannot be read. */
  imported(specifier: string): Neighbour | undefined;
  /** The files that import this one. */
  importers(): Importers;
}

/** A file that another one imports, or is imported by. */
export interface Neighbour {
  readonly text: string;
  /** Undefined when it cannot be parsed. */
  parse(): SourceFile | undefined;
}

/** The files that import one, in the order of their paths. */
export interface Importers {
  readonly files: readonly Neighbour[];
  /** False when there may be others, in this project or out of it. */
  readonly complete: boolean;
}
