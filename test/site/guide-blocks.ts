import { readdirSync, readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);

/** A code block of a guide or README. */
export interface GuideBlock {
  readonly language: string;
  /** What the comment before the block says it is: `clean`, `finds RULE, RULE`, `shown: REASON`; empty without one. */
  readonly mark: string;
  readonly code: string;
  readonly line: number;
  /** The block before it in the guide. */
  readonly previous: GuideBlock | undefined;
}

/** The texts that people read first, by their paths from the repository's root. */
export const guides: readonly string[] = [
  ...readdirSync(new URL("docs/guides/", root))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/guides/${name}`),
  "docs/site/index.md",
  "README.md",
  "codemods/README.md",
];

export function blocksOf(guide: string): readonly GuideBlock[] {
  const text = readFileSync(new URL(guide, root), "utf8");
  const blocks: GuideBlock[] = [];
  for (const match of text.matchAll(/^(?:<!-- (?!begin|end)(.*?) -->\n)?```(\w+)\n([^]*?)^```$/gm)) {
    const [, mark = "", language, code] = match;
    blocks.push({
      language: language!,
      mark,
      code: code!,
      line: text.slice(0, match.index).split("\n").length,
      previous: blocks.at(-1),
    });
  }
  return blocks;
}
