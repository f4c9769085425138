import type { Level } from "tls-rules";
import { plural } from "../../terminal/plural.js";
import { printable } from "../../terminal/printable.js";
import { withoutCommands } from "../../terminal/without-commands.js";
import { type MarkerRemark, markerRemarks } from "../marker-remarks.js";
import type { Report, ReportError, ReportFinding } from "../report.js";
import { worstFirst } from "../worst-first.js";

type Command = "error" | "warning" | "notice";

const commands: Readonly<Record<Level, Command>> = { error: "error", warning: "warning", note: "notice" };

/** GitHub shows no more annotations of one kind per step: https://docs.github.com/en/rest/checks/runs. */
const shownPerStep = 10;

/** Workflow commands, which GitHub Actions shows beside the code: the open findings and the markers, the worst first, and the files that could not be read. */
export function* render({ findings, markers, errors }: Report): Iterable<string> {
  const remarks = [...findings.filter(({ status }) => status === "new"), ...markerRemarks(markers)];
  const lines = [...worstFirst<ReportFinding | MarkerRemark>(remarks).map(annotationOf), ...errors.map(failureOf)];
  for (const { command, text } of lines) yield `::${command} ${text}\n`;
  for (const command of Object.values(commands)) {
    const count = lines.filter((line) => line.command === command).length;
    if (count > shownPerStep)
      yield `GitHub shows the first ${shownPerStep} of ${plural(count, command)} beside the code; all of them are in this log.\n`;
  }
}

interface Line {
  readonly command: Command;
  readonly text: string;
}

function annotationOf({
  level,
  path,
  line,
  endLine,
  column,
  rule,
  message,
  ...rest
}: ReportFinding | MarkerRemark): Line {
  // GitHub takes columns only within one line
  const columns = line === endLine ? { col: column, ...("endColumn" in rest && { endColumn: rest.endColumn }) } : {};
  return {
    command: commands[level],
    text: `${properties({ file: path, line, endLine, ...columns, title: rule })}::${escapeData(printable(message))}`,
  };
}

function failureOf({ path, reason }: ReportError): Line {
  return {
    command: "error",
    text: `${properties({ file: path, title: "not processed" })}::${escapeData(printable(`${path} ${reason}`))}`,
  };
}

function properties(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
}

/** As actions/toolkit does it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts. */
function escapeData(text: string): string {
  return withoutCommands(printable(escapeLines(text)));
}

function escapeLines(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
