import { plural } from "../terminal/plural.js";
import type { View } from "./formats/format.js";
import type { Report, ReportFinding } from "./report.js";

export interface Step {
  readonly command: string;
  readonly purpose: string;
}

/** What to type next: the program as it was started, with the paths and options of this run as they were typed. */
export function nextSteps(
  { command, findings, markers, staleBaseline, changed, root }: Report,
  { program, argumentsText }: Pick<View, "program" | "argumentsText">,
): readonly Step[] {
  const open = findings.filter(({ status }) => status === "new");
  const fixable = open.filter((finding) => finding.fixable && finding.edits.length > 0);
  const asking = open.filter(({ grade, fixable: isFixable }) => grade === "ask" && !isFixable);
  const marked = new Set(
    markers.flatMap(({ path, rule, line }) => [line, line + 1].map((at) => placeOf(path, rule, at))),
  );
  const unmarked = open.filter(
    ({ fixable: isFixable, level, path, rule, line }) =>
      !isFixable && level !== "note" && !marked.has(placeOf(path, rule, line)),
  );
  const again = (rest: string) => [program, rest, argumentsText].filter((part) => part !== "").join(" ");
  return [
    ...(command === "check" && fixable.length > 0
      ? [{ command: again("fix"), purpose: `apply ${gradesOf(fixable)}` }]
      : []),
    ...(asking.length > 0
      ? [
          {
            command: again("fix -i"),
            purpose: `decide on ${plural(asking.length, "edit")} that may not suit every environment`,
          },
        ]
      : []),
    ...(unmarked.length > 0
      ? [
          {
            command: again("fix --mark"),
            purpose: `also mark ${plural(unmarked.length, "place")} that ${unmarked.length === 1 ? "needs" : "need"} a person`,
          },
        ]
      : []),
    ...(open[0] ? [{ command: `${program} explain ${open[0].rule}`, purpose: "why, and what would change" }] : []),
    ...(command === "check" && staleBaseline.length > 0
      ? [
          {
            command: again("baseline --prune"),
            purpose: `take ${plural(staleBaseline.length, "entry")} out of the baseline`,
          },
        ]
      : []),
    ...(command === "fix" && changed.length > 0
      ? [{ command: `${program} undo`, purpose: `put ${plural(changed.length, "file")} back as before (in ${root})` }]
      : []),
  ];
}

function gradesOf(findings: readonly ReportFinding[]): string {
  const counts = new Map<string, number>();
  for (const { grade } of findings) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  return [...counts].map(([grade, count]) => `${count} ${grade}`).join(", ");
}

function placeOf(path: string, rule: string, line: number): string {
  return `${path}\n${rule}\n${line}`;
}
