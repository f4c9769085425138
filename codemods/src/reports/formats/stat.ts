import { createPaint } from "../../terminal/paint.js";
import { plural } from "../../terminal/plural.js";
import { printable } from "../../terminal/printable.js";
import type { Report } from "../report.js";
import type { View } from "./format.js";

const widestBar = 40;

/** How many lines change in which file, as `git diff --stat` shows it. */
export function* render({ changed }: Report, { color }: View): Iterable<string> {
  const paint = createPaint(color);
  const rows = changed.map(({ path, patch }) => ({ name: printable(path), ...linesOf(patch) }));
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  const most = Math.max(1, ...rows.map(({ added, removed }) => added + removed));
  const scale = Math.min(1, widestBar / most);
  for (const { name, added, removed } of rows) {
    const bar = paint.green("+".repeat(Math.ceil(added * scale))) + paint.red("-".repeat(Math.ceil(removed * scale)));
    yield ` ${name.padEnd(width)} | ${String(added + removed).padStart(4)} ${bar}\n`;
  }
  const [added, removed] = [
    rows.reduce((sum, row) => sum + row.added, 0),
    rows.reduce((sum, row) => sum + row.removed, 0),
  ];
  yield ` ${plural(rows.length, "file")} changed, ${plural(added, "insertion")}(+), ${plural(removed, "deletion")}(-)\n`;
}

function linesOf(patch: string): { readonly added: number; readonly removed: number } {
  const lines = patch.split("\n");
  const body = lines.slice(lines.findIndex((line) => line.startsWith("@@")));
  return {
    added: body.filter((line) => line.startsWith("+")).length,
    removed: body.filter((line) => line.startsWith("-")).length,
  };
}
