import { posix } from "node:path";

/** A block of code in Markdown. */
export interface CodeBlock {
  /** Where its text is, in UTF-16 units. */
  readonly range: readonly [start: number, end: number];
  /** The extension that a file of its language has. */
  readonly extension: string;
}

/** What people write behind a fence, by the extension of the language that they mean. */
const languages: Readonly<Record<string, readonly string[]>> = {
  ".js": ["js", "javascript", "mjs", "cjs", "node"],
  ".jsx": ["jsx"],
  ".ts": ["ts", "typescript", "mts", "cts"],
  ".tsx": ["tsx"],
  ".py": ["py", "python", "python3"],
  ".c": ["c"],
  ".cpp": ["cpp", "c++", "cc", "cxx"],
  ".sh": ["sh", "bash", "shell", "zsh"],
  ".dockerfile": ["dockerfile", "docker"],
};

/** The extensions of the languages whose blocks are read. */
export const blockExtensions: readonly string[] = Object.keys(languages);

const extensionOf: ReadonlyMap<string, string> = new Map(
  Object.entries(languages).flatMap(([extension, words]) => words.map((word) => [word, extension] as const)),
);

export const markdownExtensions: readonly string[] = [".md", ".markdown", ".mdx"];

/** Whether a file is read by its code blocks, when it is asked for. */
export function isMarkdown(path: string): boolean {
  return markdownExtensions.includes(posix.extname(path));
}

/**
 * The fenced code blocks of Markdown (CommonMark 0.31, section 4.5) in languages that are read, those of list items too.
 * One in a quotation is a text of somebody else. A block that is not closed goes to the end.
 */
export function codeBlocksOf(text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { readonly fence: string; readonly language: string; readonly start: number } | undefined;
  const close = (end: number) => {
    const extension = extensionOf.get(open!.language);
    if (extension !== undefined) blocks.push({ range: [open!.start, end], extension });
    open = undefined;
  };
  let start = 0;
  for (const line of text.split("\n")) {
    const next = start + line.length + 1;
    const [fence, behind] = fenceOf(line);
    if (open && fence.startsWith(open.fence) && behind === "") close(start);
    else if (!open && fence !== "" && !(fence.startsWith("`") && behind.includes("`")))
      open = { fence, language: wordBefore(behind), start: Math.min(next, text.length) };
    start = next;
  }
  if (open) close(text.length);
  return blocks;
}

/** The fence that a line begins with, or an empty text, and what stands behind it. */
function fenceOf(line: string): readonly [fence: string, behind: string] {
  const trimmed = line.trim();
  const fence = /^(?:`{3,}|~{3,})/.exec(trimmed)?.[0] ?? "";
  return [fence, trimmed.slice(fence.length).trim()];
}

/** The language is the first word of an info string; renderers put their own words behind it, also without a space: `js{2,4}`. */
function wordBefore(info: string): string {
  return /^[^\s{:,]*/.exec(info)![0].toLowerCase();
}
