import type { Edit } from "tls-rules";

/** A text with edits spliced in from the back: written anew here, so that the engine's own way of applying them is not its judge. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const backwards = [...edits].sort((a, b) => b.range[0] - a.range[0] || b.range[1] - a.range[1]);
  return backwards.reduce(
    (result, edit) => result.slice(0, edit.range[0]) + edit.text + result.slice(edit.range[1]),
    text,
  );
}

/** Several edits as the one replacement that ESLint makes of them. */
export function mergedEdit(text: string, edits: readonly Edit[]): Edit {
  const start = Math.min(...edits.map((edit) => edit.range[0]));
  const end = Math.max(...edits.map((edit) => edit.range[1]));
  const inside = edits.map((edit) => ({
    text: edit.text,
    range: [edit.range[0] - start, edit.range[1] - start] as const,
  }));
  return { range: [start, end], text: withEdits(text.slice(start, end), inside) };
}
