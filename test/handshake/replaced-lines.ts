import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";

/** For each file that differs between two copies of a folder: the lines of the first copy, trimmed, that the second no longer has. */
export async function replacedLines(
  before: string,
  after: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const replaced: Record<string, readonly string[]> = {};
  for (const path of await filesBelow(before)) {
    const [old, now] = [await linesOf(join(before, path)), await linesOf(join(after, path))];
    if (old.join() !== now.join())
      replaced[path.split(sep).join("/")] = missingFrom(now, old).map((line) => line.trim());
  }
  return replaced;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !["node_modules", "dist"].includes(path.split(sep)[0]!))
    .sort();
}

async function linesOf(file: string): Promise<readonly string[]> {
  return (await readFile(file, "latin1")).split("\n");
}

function missingFrom(lines: readonly string[], wanted: readonly string[]): readonly string[] {
  const left = [...lines];
  return wanted.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
