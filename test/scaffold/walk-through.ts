/** What a reader of a document does: commands to run, and lines to put in the place of others. */
export type Step = { readonly command: string } | Hunk;

interface Hunk {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The steps of one section, in their order: each line of its `sh` blocks, each `@@` part of its `diff` blocks. */
export function stepsOf(document: string, heading: string): readonly Step[] {
  const section = document.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const blocks = section.matchAll(/^( *)```(sh|diff)\n(.*?)^ *```$/gms);
  return [...blocks].flatMap(([, indent, language, text]): readonly Step[] => {
    const lines = text!
      .trimEnd()
      .split("\n")
      .map((line) => line.slice(indent!.length));
    return language === "sh" ? lines.map((command) => ({ command })) : hunksOf(lines);
  });
}

function hunksOf(lines: readonly string[]): readonly Hunk[] {
  const starts = lines.flatMap((line, index) => (line.startsWith("@@ ") ? [index] : []));
  return starts.map((start, index) => {
    const body = lines.slice(start + 1, starts[index + 1]);
    const side = (sign: string) =>
      body
        .filter((line) => line.startsWith(" ") || line.startsWith(sign))
        .map((line) => `${line.slice(1)}\n`)
        .join("");
    return { path: lines[start]!.slice("@@ ".length), before: side("-"), after: side("+") };
  });
}

/** @throws unless the text holds the lines, and holds them once. */
export function applied(text: string, { path, before, after }: Hunk): string {
  const [start, ...others] = text.split(before);
  if (others.length !== 1) throw new Error(`${path} holds these lines ${others.length} times:\n${before}`);
  return start! + after + others[0]!;
}
