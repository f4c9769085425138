import { plural } from "../../../terminal/plural.js";

/** What may be cut; lists with a lower number are cut last. */
export interface Cuttable {
  readonly items: readonly string[];
  /** What one item is called. */
  readonly noun: string;
  readonly priority: number;
}

export type Part = string | Cuttable;

/** The parts one after the other in at most `limit` UTF-16 units; what is cut is counted in its place. */
export function fit(parts: readonly Part[], limit: number): string {
  const lists = parts.filter((part) => typeof part !== "string");
  const texts = parts.filter((part) => typeof part === "string");
  let free = limit - lengthOf(texts) - lengthOf(lists.map((list) => cutNote(list, list.items.length)));
  const kept = new Map<Cuttable, readonly string[]>();
  for (const list of [...lists].sort((a, b) => a.priority - b.priority)) {
    kept.set(
      list,
      list.items.filter((item) => item.length <= free && ((free -= item.length), true)),
    );
  }
  return parts.map((part) => (typeof part === "string" ? part : shown(part, kept.get(part)!))).join("");
}

function shown(list: Cuttable, kept: readonly string[]): string {
  const cut = list.items.length - kept.length;
  return kept.join("") + (cut > 0 ? cutNote(list, cut) : "");
}

function cutNote({ noun }: Cuttable, count: number): string {
  return `\n_${plural(count, noun)} did not fit in here, because GitHub takes no more than 65,536 characters; the html and json reports have all._\n\n`;
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}
