/** What a run over the corpus found, as text: a line for each finding under the name of its package, so that a change of a rule shows as a diff. */
export function snapshotOf({ findings, errors }) {
  const blocks = new Map();
  const add = (name, line) => blocks.set(name, [...(blocks.get(name) ?? []), `  ${line}`]);
  for (const finding of findings) add(finding.package, describe(finding));
  for (const { package: name, file, kind, reason } of errors) add(name, `${file} ${kind}: ${reason}`);
  const text = [...blocks].sort(byName).map(([name, lines]) => [name, ...lines].join("\n"));
  return `${text.join("\n\n")}\n`;
}

function describe({ file, line, column, rule, messageId, certainty, level, grade, text }) {
  return `${file}:${line}:${column} ${rule}/${messageId} ${certainty} ${level} ${grade} | ${text}`;
}

function byName([first], [second]) {
  return first < second ? -1 : 1;
}

const entry =
  /^ {2}(?<file>\S.*?):(?<line>\d+):(?<column>\d+) (?<rule>[a-z-]+)\/(?<messageId>\w+) (?<certainty>\w+) (?<level>\w+) (?<grade>\w+) \| (?<text>.*)$/;

/**
 * Reads a snapshot.
 * @throws for a line that is neither a package nor a finding
 */
export function readSnapshot(text) {
  let name = "";
  return text.split("\n").flatMap((line) => {
    if (line === "") return [];
    if (!line.startsWith(" ")) {
      name = line;
      return [];
    }
    const finding = entry.exec(line)?.groups;
    if (!finding) throw new Error(`${JSON.stringify(line)} of ${name} is no finding.`);
    return [{ ...finding, package: name }];
  });
}
