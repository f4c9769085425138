import type { Paint } from "../terminal/paint.js";
import { plural } from "../terminal/plural.js";
import { printable } from "../terminal/printable.js";
import type { View } from "./formats/format.js";
import type { Report, ReportRepository } from "./report.js";

const mostLines = 40;

/** What each repository holds, when there are several; one without anything to do is only counted. */
export function* repositoryLines({ repositories }: Report, { verbose }: View, paint: Paint): Iterable<string> {
  if (repositories.length < 2) return;
  const busy = repositories
    .map((repository) => ({ name: printable(repository.name), parts: partsOf(repository) }))
    .filter(({ parts }) => parts.length > 0);
  const named = verbose ? busy : busy.slice(0, mostLines);
  const width = Math.max(0, ...named.map(({ name }) => name.length));
  yield `\n ${paint.bold(plural(repositories.length, "repository"))}\n`;
  for (const { name, parts } of named) yield `   ${name.padEnd(width)}  ${parts.join(" · ")}\n`;
  if (named.length < busy.length)
    yield paint.dim(`   and ${busy.length - named.length} more with findings; --verbose names them\n`);
  if (busy.length < repositories.length)
    yield paint.dim(`   and ${repositories.length - busy.length} with nothing to do\n`);
}

function partsOf({ totals: { findings, files, grades, markers } }: ReportRepository): readonly string[] {
  return [
    ...(findings.fixed > 0 ? [`${findings.fixed} fixed`] : []),
    ...(findings.new > 0 ? [plural(findings.new, "finding")] : []),
    ...Object.entries(grades).flatMap(([grade, count]) => (count > 0 ? [`${count} ${grade}`] : [])),
    ...(markers > 0 ? [plural(markers, "marker")] : []),
    ...(files.failed > 0 ? [`${plural(files.failed, "file")} failed`] : []),
  ];
}
