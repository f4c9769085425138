const width = 92;

/** Breaks a line between words, with `indent` blanks in front of what follows. */
export function wrap(line: string, indent: number): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const at = rest.lastIndexOf(" ", width);
    if (at <= indent) break;
    lines.push(rest.slice(0, at));
    rest = " ".repeat(indent) + rest.slice(at + 1);
  }
  return [...lines, rest];
}
