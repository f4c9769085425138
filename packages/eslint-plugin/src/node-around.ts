import { dirname, join } from "node:path";
import { declaredNode, longestNodeRange, nodeOfFolder } from "tls-rules/node-releases";
import { foldersBetween, textOf } from "./folders-around.js";

/**
 * The Node releases that the project of a file says it runs on, from the file's folder up to the one that ESLint was started in:
 * `engines.node`, or what a version manager's file pins.
 */
export function nodeAround(file: string, top: string): string | undefined {
  const range = declaredNode(foldersUp(file, top))?.range;
  return range !== undefined && range.length <= longestNodeRange ? range : undefined;
}

function* foldersUp(file: string, top: string) {
  for (const folder of foldersBetween(dirname(file), top)) yield nodeOfFolder((name) => textOf(join(folder, name)));
}
