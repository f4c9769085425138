import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { textOf } from "../files/text.js";

/** Whether something has this name, were it a link to nothing. */
export function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return false;
    throw error;
  }
}

/** The package.json of a folder; undefined where there is none, and empty where it holds no object. */
export function manifestOf(folder: string): Readonly<Record<string, unknown>> | undefined {
  if (!isThere(join(folder, "package.json"))) return undefined;
  try {
    return Object(JSON.parse(textOf(join(folder, "package.json"))));
  } catch {
    return {};
  }
}

/** The paths of the files right in a folder; none where it cannot be listed. */
export function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
