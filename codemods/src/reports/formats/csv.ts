import type { Report, ReportFinding } from "../report.js";

const columns = [
  ...["rule", "level", "grade", "certainty", "status", "fixable"],
  ...["repository", "path", "test", "line", "column", "endLine", "endColumn"],
  ...["message", "remedy", "before", "after", "guard", "reason", "fingerprint"],
] as const satisfies readonly (keyof ReportFinding)[];

/** One record per finding, and one with the names of the fields before them, as RFC 4180 says. Every field is quoted: what separates fields depends on the country. */
export function* render({ findings }: Report): Iterable<string> {
  yield record(columns);
  for (const finding of findings) yield record(columns.map((column) => String(finding[column] ?? "")));
}

function record(values: readonly string[]): string {
  return `${values.map((value) => quoted(inert(value))).join(",")}\r\n`;
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/** Spreadsheets take a text that begins like this for a formula: https://owasp.org/www-community/attacks/CSV_Injection. */
function inert(value: string): string {
  return /^\s*[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
}
