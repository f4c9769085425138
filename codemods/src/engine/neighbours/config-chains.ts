import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type * as Jsonc from "jsonc-parser";
import { textOf } from "../../files/text.js";
import { requirePackage } from "../../loading/require-package.js";

/** More than anybody writes. Following a chain takes the resolver the square of its length, and thousands of levels of its stack. */
const longestChain = 64;

/** Tells of any file whether the nearest tsconfig.json extends so many others that it is too much to know what it says. Each is read once. */
export function createChainCheck(): (file: string) => boolean {
  const configs = new Map<string, readonly string[]>();
  const folders = new Map<string, boolean>();

  function extended(config: string): readonly string[] {
    if (!configs.has(config)) configs.set(config, extendedIn(config));
    return configs.get(config)!;
  }

  function isTooLong(folder: string): boolean {
    if (!folders.has(folder)) folders.set(folder, isTooLongIn(folder));
    return folders.get(folder)!;
  }

  function isTooLongIn(folder: string): boolean {
    const config = join(folder, "tsconfig.json");
    if (!existsSync(config)) return folder !== dirname(folder) && isTooLong(dirname(folder));
    const reached = new Set([config]);
    for (const each of reached) {
      for (const other of extended(each)) reached.add(other);
      if (reached.size > longestChain) return true;
    }
    return false;
  }

  return (file) => isTooLong(dirname(file));
}

/** The files that a configuration extends, as far as they are there. */
function extendedIn(config: string): readonly string[] {
  const { parse } = requirePackage("jsonc-parser") as typeof Jsonc;
  try {
    const names: unknown = parse(textOf(config))?.extends;
    return [names].flat().flatMap((name) => (typeof name === "string" ? (locate(dirname(config), name) ?? []) : []));
  } catch {
    // nested too deeply
    return [];
  }
}

function locate(folder: string, name: string): string | undefined {
  if (isAbsolute(name) || name.startsWith(".")) return firstThere(resolve(folder, name));
  const found = firstThere(join(folder, "node_modules", name));
  return found ?? (folder === dirname(folder) ? undefined : locate(dirname(folder), name));
}

function firstThere(path: string): string | undefined {
  return [path, `${path}.json`, join(path, "tsconfig.json")].find((each) => each.endsWith(".json") && existsSync(each));
}
