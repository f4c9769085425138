import type { Report } from "../report.js";

/** One unified diff of all changes, for `git apply` at the root of the run. */
export function render({ changed }: Report): Iterable<string> {
  return changed.map(({ patch }) => patch);
}
