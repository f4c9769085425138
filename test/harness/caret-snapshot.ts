import type { Finding } from "tls-rules";
import { type Case, sampleOf } from "./cases.js";
import type { Reading } from "./doors/reading.js";

/** A case and what is found in it, for people to review: code with carets, messages, output. */
export function caretSnapshot(example: Case, { findings, output }: Reading): string {
  const { path } = sampleOf(example);
  return [
    `# ${example.name}`,
    ...(path === "src/example.js" ? [] : [`File: ${path}`]),
    ...(example.settings ? [`Settings: ${JSON.stringify(example.settings)}`] : []),
    "",
    ...numbered(example.code, findings),
    "",
    ...findings.flatMap(described),
    "",
    ...(output === example.code ? ["Output: unchanged"] : ["Output:", ...numbered(output, [])]),
  ].join("\n");
}

function numbered(code: string, findings: readonly Finding[]): readonly string[] {
  let start = 0;
  return code.split("\n").flatMap((line, index) => {
    const from = start;
    start += line.length + 1;
    return [`${String(index + 1).padStart(3)} | ${line}`.trimEnd(), ...carets(line, from, findings)];
  });
}

function carets(line: string, lineStart: number, findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ range }, index) => {
    const start = Math.max(range[0] - lineStart, line.length - line.trimStart().length);
    const end = Math.min(range[1] - lineStart, line.length);
    if (start >= end) return [];
    const isFirst = range[0] >= lineStart;
    const isLast = range[1] <= lineStart + line.length;
    const marks = (isFirst ? "^" : "~") + "~".repeat(end - start - 1);
    return [`    | ${blank(line.slice(0, start))}${marks}${isLast ? ` [${index + 1}]` : ""}`];
  });
}

function blank(text: string): string {
  return text.replaceAll(/[^\t]/g, " ");
}

function described(finding: Finding, index: number): readonly string[] {
  const { message, level, grade, certainty, guard, remedy } = finding;
  const behind = guard === undefined ? "" : `, behind \`${guard}\``;
  return [
    `[${index + 1}] ${message} (${level}, ${grade}, ${certainty}${behind})`,
    ...(remedy ? [`    ${remedy}`] : []),
  ];
}
