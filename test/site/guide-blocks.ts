import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../docs/guides/", import.meta.url);

/** A code block of a guide. */
export interface GuideBlock {
  readonly language: string;
  /** What the comment before the block says it is: `clean`, `finds RULE, RULE`, `shown: REASON`; empty without one. */
  readonly mark: string;
  readonly code: string;
  readonly line: number;
  /** The block before it in the guide. */
  readonly previous: GuideBlock | undefined;
}

export const guides: readonly string[] = readdirSync(folder).filter((name) => name.endsWith(".md"));

export function blocksOf(guide: string): readonly GuideBlock[] {
  const text = readFileSync(new URL(guide, folder), "utf8");
  const blocks: GuideBlock[] = [];
  for (const match of text.matchAll(/^(?:<!-- (?!begin|end)(.*?) -->\n)?```(\w+)\n([^]*?)^```$/gm)) {
    const [, mark = "", language, code] = match;
    blocks.push({ language: language!, mark, code: code!, line: text.slice(0, match.index).split("\n").length, previous: blocks.at(-1) });
  }
  return blocks;
}
