/** A line of a diff, in parts: what it shares with its counterpart, and what is its own. */
export interface CodeLine {
  readonly sign: " " | "-" | "+";
  readonly start: string;
  readonly own: string;
  readonly end: string;
}

/** The lines before and after an edit; lines that both begin or end with are told once. */
export function diffLines(before: string, after: string): readonly CodeLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const head = sharedStart(old, fresh);
  const tail = sharedStart(old.slice(head).reverse(), fresh.slice(head).reverse());
  const [removed, added] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)];
  const isPaired = removed.length === added.length;
  return [
    ...old.slice(0, head).map(same),
    ...removed.map((line, index) => split("-", line, isPaired ? added[index] : undefined)),
    ...added.map((line, index) => split("+", line, isPaired ? removed[index] : undefined)),
    ...old.slice(old.length - tail).map(same),
  ];
}

export function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/\r\n?|\n/);
}

function same(line: string): CodeLine {
  return { sign: " ", start: line, own: "", end: "" };
}

function split(sign: "-" | "+", line: string, counterpart: string | undefined): CodeLine {
  if (counterpart === undefined) return { sign, start: line, own: "", end: "" };
  const [characters, others] = [[...line], [...counterpart]];
  const head = sharedStart(characters, others);
  const tail = sharedStart(characters.slice(head).reverse(), others.slice(head).reverse());
  const part = (from: number, to: number) => characters.slice(from, to).join("");
  return {
    sign,
    start: part(0, head),
    own: part(head, characters.length - tail),
    end: part(characters.length - tail, characters.length),
  };
}

function sharedStart(first: readonly string[], second: readonly string[]): number {
  const differs = first.findIndex((item, index) => item !== second[index]);
  return differs === -1 ? first.length : differs;
}
