import { structuredPatch } from "diff";

export interface DiffLine {
  readonly kind: "same" | "removed" | "added" | "gap";
  readonly text: string;
  /** The line's number in the text it comes from; undefined for a gap. */
  readonly number: number | undefined;
}

const kinds = { " ": "same", "-": "removed", "+": "added" } as const;

/** What changes between two texts, with three lines around each change; empty when nothing does. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: 3 });
  return hunks.flatMap(({ oldStart, newStart, lines }, index) => {
    const gap: readonly DiffLine[] = index > 0 || oldStart > 1 ? [{ kind: "gap", text: "", number: undefined }] : [];
    return [...gap, ...numbered(lines, oldStart, newStart)];
  });
}

function numbered(lines: readonly string[], oldStart: number, newStart: number): readonly DiffLine[] {
  let [before, after] = [oldStart, newStart];
  return lines.flatMap((line): readonly DiffLine[] => {
    const mark = line[0] as string;
    if (!isMark(mark)) return [];
    const number = mark === "+" ? after : before;
    if (mark !== "+") before++;
    if (mark !== "-") after++;
    return [{ kind: kinds[mark], text: line.slice(1), number }];
  });
}

/** The diff also says where a text ends without a line break. */
function isMark(character: string): character is keyof typeof kinds {
  return Object.hasOwn(kinds, character);
}
