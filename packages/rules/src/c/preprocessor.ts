/** A condition of the preprocessor: whether what stands in its branch is compiled at all. */
export interface PreprocessorCondition {
  /** `#ifdef HAVE_TLS`, `#if OPENSSL_VERSION_NUMBER < 0x10100000L`; `not ` before it in the `#else` branch. */
  readonly text: string;
  readonly expression: string;
  readonly isNegated: boolean;
}

/** Lines that are compiled under the same conditions. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly conditions: readonly PreprocessorCondition[];
}

const directive = /^[ \t]*#[ \t]*(ifdef|ifndef|if|elif|else|endif|define)\b([^\r\n]*)/;
// longer conditions are known to be there, not what they say
const shownLength = 200;

interface Branch {
  readonly earlier: readonly PreprocessorCondition[];
  readonly current: PreprocessorCondition | undefined;
}

function conditionOf(keyword: string, rest: string): PreprocessorCondition {
  const written = rest
    .split(/\/[/*]/, 1)[0]!
    .trim()
    .slice(0, shownLength);
  const expression =
    keyword === "ifdef" ? `defined(${written})` : keyword === "ifndef" ? `!defined(${written})` : written;
  return { text: `#${keyword} ${written}`, expression, isNegated: false };
}

/** `#if 1`, and the `#else` of `#if 0`: nobody chooses there. */
const isAlways = ({ expression, isNegated }: PreprocessorCondition) =>
  (isNegated ? /^\(?0\)?$/ : /^\(?1\)?$/).test(expression);

const negated = (condition: PreprocessorCondition): PreprocessorCondition => ({
  ...condition,
  text: `not ${condition.text}`,
  isNegated: true,
});

/** `#ifndef X` right before `#define X` keeps a header from being read twice; `__cplusplus` asks for the language. */
function isNoChoice({ expression }: PreprocessorCondition, nextLine: string): boolean {
  const [, name] = /^!defined\((\w+)\)$/.exec(expression) ?? [];
  const [, keyword, rest = ""] = directive.exec(nextLine) ?? [];
  return (
    /^!?defined\(?\s*\(?__cplusplus\)*$/.test(expression) ||
    (keyword === "define" && rest.trim().split(/[\s(]/)[0] === name)
  );
}

/** Splits a text by its lines into what is compiled under which conditions; where the braces of the code stand does not count. */
export function regionsOf(text: string): readonly Region[] {
  const regions: Region[] = [];
  const open: Branch[] = [];
  const lines = text.split("\n");
  let start = 0;
  let offset = 0;
  let isComment = false;
  const close = (end: number) => {
    const conditions = open.flatMap(({ earlier, current }) => [...earlier, ...(current ? [current] : [])]);
    if (end > start) regions.push({ start, end, conditions: conditions.filter((condition) => !isAlways(condition)) });
    start = end;
  };
  for (const [index, line] of lines.entries()) {
    const [, keyword, rest = ""] = isComment ? [] : (directive.exec(joined(lines, index)) ?? []);
    if (keyword !== undefined && keyword !== "define") {
      close(offset);
      step(open, keyword, rest, lines[index + 1] ?? "");
    }
    isComment = endsInComment(line, isComment);
    offset += line.length + 1;
  }
  close(text.length);
  return regions;
}

// a line of the preprocessor goes on behind a backslash; no condition needs more of them to be told
const mostContinued = 20;

function joined(lines: readonly string[], index: number): string {
  let text = lines[index]!;
  for (let next = index + 1; /\\\r?$/.test(text) && next - index < mostContinued && next < lines.length; next++)
    text = text.replace(/\\\r?$/, " ") + lines[next]!;
  return text;
}

/** A `#define`, and where what it stands for begins. */
export interface CDefinition {
  readonly range: readonly [start: number, end: number];
  readonly body: number;
}

const definition = /^[ \t]*#[ \t]*define[ \t]+\w+(?:\([^()\r\n]*\))?/;

/** The definitions of a text, each up to the first line that no backslash ends, in source order; none of those in block comments. */
export function definitionsIn(text: string): readonly CDefinition[] {
  const definitions: CDefinition[] = [];
  let offset = 0;
  let isComment = false;
  let open: { readonly start: number; readonly body: number } | undefined;
  for (const line of text.split("\n")) {
    const [head] = (!open && !isComment && definition.exec(line)) || [];
    if (head !== undefined) open = { start: offset, body: offset + head.length };
    const end = offset + line.replace(/\r$/, "").length;
    if (open && !/\\\r?$/.test(line)) {
      definitions.push({ range: [open.start, end], body: open.body });
      open = undefined;
    }
    isComment = endsInComment(line, isComment);
    offset += line.length + 1;
  }
  return definitions;
}

function step(open: Branch[], keyword: string, rest: string, nextLine: string): void {
  if (keyword.startsWith("if")) {
    const condition = conditionOf(keyword, rest);
    open.push({ earlier: [], current: isNoChoice(condition, nextLine) ? undefined : condition });
    return;
  }
  const branch = open.pop();
  if (!branch || keyword === "endif") return;
  const earlier = [...branch.earlier, ...(branch.current ? [negated(branch.current)] : [])];
  open.push({ earlier, current: keyword === "elif" ? conditionOf("if", rest) : undefined });
}

/** Whether a block comment is open where a line ends; one that begins inside a string is taken for one, which no program has at its `#if`. */
function endsInComment(line: string, wasOpen: boolean): boolean {
  const lastOpen = line.lastIndexOf("/*");
  const lastClose = line.lastIndexOf("*/");
  if (lastOpen < 0 && lastClose < 0) return wasOpen;
  const isLineComment = !wasOpen && line.indexOf("//") >= 0 && line.indexOf("//") < lastOpen;
  return lastOpen > lastClose && !isLineComment;
}

/** The conditions under which an offset is compiled, the outermost first. */
export function conditionsAt(regions: readonly Region[], offset: number): readonly PreprocessorCondition[] {
  let [low, high] = [0, regions.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (regions[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return regions[low]?.conditions ?? [];
}

/** `#if 0`, and the `#else` of `#if 1`. */
export function isNeverCompiled(conditions: readonly PreprocessorCondition[]): boolean {
  return conditions.some(({ expression, isNegated }) => (isNegated ? /^\(?1\)?$/ : /^\(?0\)?$/).test(expression));
}

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "==": (left, right) => left === right,
};

const versionTest = /^OPENSSL_VERSION_NUMBER(<=|>=|[<>]|==)(0[xX][\da-fA-F]+)[uUlL]*$/;

/** What conditions ask of `OPENSSL_VERSION_NUMBER`, as a test of a release; a condition that asks anything else asks nothing here. */
export function versionTestOf(
  conditions: readonly PreprocessorCondition[],
): (release: readonly [major: number, minor: number, patch: number]) => boolean {
  const tests = conditions.flatMap(({ expression, isNegated }) => {
    const [, operator, number] = versionTest.exec(expression.replaceAll(/[\s()]/g, "")) ?? [];
    return operator === undefined ? [] : [{ compare: comparisons[operator]!, number: Number(number), isNegated }];
  });
  return (release) =>
    tests.every(({ compare, number, isNegated }) => compare(versionNumber(release), number) !== isNegated);
}

/** As in OPENSSL_VERSION_NUMBER(3): 0x1010100f for 1.1.1, the last digit for a release. */
function versionNumber([major, minor, patch]: readonly [number, number, number]): number {
  return major * 0x10000000 + minor * 0x100000 + patch * 0x1000 + (major < 3 ? 0xf : 0);
}
