import { countUpTo } from "../../../collections/count-up-to.js";
import type { PlacedEdit } from "../../../engine/judging/judgement.js";

/** Neighbouring lines that edits change, all edits of a file together. */
export interface Run {
  /** Of the text as it was, from 1. */
  readonly first: number;
  last: number;
  readonly before: string[];
  readonly after: string[];
}

/** Those that edits have a part in, in order. */
export function runsOfEdits(runs: readonly Run[], edits: readonly PlacedEdit[]): readonly Run[] {
  const touched = edits.flatMap(({ start, end }) => {
    // what takes a line out ends where the next one begins
    const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
    const [from, to] = [countUpTo(start.line - 1, runs, (run) => run.last), countUpTo(last, runs, (run) => run.first)];
    return runs.slice(from, to);
  });
  return [...new Set(touched)].sort((one, other) => one.first - other.first);
}

/** The lines of a file's unified diff that follow each other and are not the same in both texts. */
export function runsIn(patch: string): readonly Run[] {
  const runs: Run[] = [];
  let line = 0;
  let run: Run | undefined;
  for (const text of patch.split("\n").slice(3)) {
    if (text.startsWith("\\")) continue;
    const hunk = /^@@ -(\d+)/.exec(text);
    if (hunk) line = Number(hunk[1]);
    if (text.startsWith("-") || text.startsWith("+")) {
      if (!run) runs.push((run = { first: line, last: line, before: [], after: [] }));
      const content = text.slice(1).replace(/\r$/, "");
      if (text.startsWith("+")) run.after.push(content);
      else {
        run.before.push(content);
        run.last = line++;
      }
    } else {
      run = undefined;
      if (text.startsWith(" ")) line++;
    }
  }
  return runs;
}
