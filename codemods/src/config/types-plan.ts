import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { TypesPlan } from "../engine/types/type-projects.js";
import { UsageError } from "../failures/usage-error.js";

/** Where the types of a run come from. Throws a UsageError where ts-morph or the named tsconfig.json is not there. */
export function typesPlan(tsconfig: string, name: string, cwd: string): TypesPlan {
  const file = tsconfig === "auto" ? undefined : resolve(cwd, tsconfig);
  if (file !== undefined && !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError(
      `${name}=${tsconfig}: there is no such file.`,
      "Name a tsconfig.json, or leave the name out: then the nearest one of each file is taken.",
    );
  }
  const tsMorph = findTsMorph(join(cwd, "package.json")) ?? findTsMorph(import.meta.url);
  if (tsMorph === undefined) {
    const advice =
      "Install it beside tls-codemod: `npm install --save-dev ts-morph`, or for one run `npx --package tls-codemod --package ts-morph tls-codemod --types`.";
    throw new UsageError(`${name}: types are asked of the package ts-morph, which is not installed.`, advice);
  }
  return { tsMorph, tsconfig: file };
}

/** The project's own first, whose compiler is the one that its tsconfig.json is for. */
function findTsMorph(from: string): string | undefined {
  try {
    return createRequire(from).resolve("ts-morph");
  } catch {
    return undefined;
  }
}
