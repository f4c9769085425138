import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { otherFileKind } from "../../packages/rules/dist/other-files/candidates.js";

const programName = /\.[cm]?[jt]sx?$/;
/** What the command line reads unasked. */
const maxSize = 3_000_000;

/** The programs and other files that the tool reads, below a folder and not below the links in it. */
export function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile() && isRead(path) && statSync(path).size <= maxSize) yield path;
  }
}

function isRead(path) {
  return programName.test(path) || otherFileKind(path.replaceAll("\\", "/")) !== undefined;
}
