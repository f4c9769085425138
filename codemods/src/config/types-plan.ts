import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import type { TypesPlan } from "../engine/types/type-projects.js";
import { UsageError } from "../failures/usage-error.js";
import { findRepository } from "../vcs/repository.js";

export interface TypesRequest {
  /** A file, or `auto` for the nearest one of each file. */
  readonly tsconfig: string;
  /** What has asked for types, for messages. */
  readonly name: string;
  readonly cwd: string;
  /** Whether the command line, which alone may choose code, says to run the project's own ts-morph. */
  readonly trustProject: boolean;
}

/** Where the types of a run come from. Throws a UsageError where ts-morph or the named tsconfig.json is not there. */
export function typesPlan({ tsconfig, name, cwd, trustProject }: TypesRequest): TypesPlan {
  const file = tsconfig === "auto" ? undefined : resolve(cwd, tsconfig);
  if (file !== undefined && !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(
      `${name}=${tsconfig}: there is no such file.`,
      "Name a tsconfig.json, or leave the name out: then the nearest one of each file is taken.",
    );
  }
  return { tsMorph: trustProject ? tsMorphOfProject(cwd) : tsMorphBeside(name), tsconfig: file };
}

/** What is installed with this program. A scanned repository has no say in it. */
function tsMorphBeside(name: string): string {
  try {
    return createRequire(import.meta.url).resolve("ts-morph");
  } catch {
    const advice =
      "Install it beside tls-codemod: `npm install --save-dev ts-morph`, or for one run `npx --package tls-codemod --package ts-morph tls-codemod --types`.";
    throw new UsageError(`${name}: types are asked of the package ts-morph, which is not installed.`, advice);
  }
}

/** The project's compiler is the one that its tsconfig.json is for. It is looked for in the project alone, and never under a name that a package gives itself. */
function tsMorphOfProject(cwd: string): string {
  const root = findRepository(cwd)?.root ?? cwd;
  for (let folder = cwd; ; folder = dirname(folder)) {
    const installed = join(folder, "node_modules", "ts-morph");
    if (existsSync(installed)) return createRequire(join(folder, "package.json")).resolve(installed);
    if (folder === root)
      throw new UsageError(
        `--trust-project: the project has no ts-morph in ${join(root, "node_modules")}.`,
        "Install it there, or leave --trust-project out: then the one beside tls-codemod is taken.",
      );
  }
}
