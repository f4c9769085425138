const braces = { "{{": "}}", "{%": "%}" } as const;

/**
 * A template of YAML with its actions filled in, so that it parses and each place stays where it is:
 * blanks for an action that has its line for itself, letters elsewhere.
 */
export function withoutTemplateActions(file: string): string {
  let text = "";
  for (let at = 0; ;) {
    const start = nextAction(file, at);
    const end = start === -1 ? -1 : file.indexOf(braces[file.slice(start, start + 2) as keyof typeof braces], start);
    if (end === -1) return text + file.slice(at);
    text += file.slice(at, start) + filled(file, start, end + 2);
    at = end + 2;
  }
}

function nextAction(file: string, from: number): number {
  action.lastIndex = from;
  return action.exec(file)?.index ?? -1;
}

const action = /\{[{%]/g;

function filled(file: string, start: number, end: number): string {
  const lineEnd = file.indexOf("\n", end);
  const isAlone =
    file.slice(file.lastIndexOf("\n", start) + 1, start).trim() === "" &&
    file.slice(end, lineEnd === -1 ? undefined : lineEnd).trim() === "";
  return file.slice(start, end).replaceAll(/[^\r\n]/g, isAlone ? " " : "x");
}
