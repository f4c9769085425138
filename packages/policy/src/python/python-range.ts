import { pythonRelease, type PythonRuntime, pythonRuntimes } from "./python-runtimes.js";

const CLAUSE = /^(~=|===?|!=|<=|>=|<|>)\s*v?(\d+(?:\.\d+)*)(\.\*)?(?:(?:a|b|rc|\.dev|\.post)\d+)?$/;

interface Clause {
  readonly operator: string;
  /** The release line that the clause names: a patch release counts as its line. */
  readonly line: number;
  readonly numbers: readonly string[];
  readonly isWildcard: boolean;
}

function readClause(text: string, specifier: string): Clause {
  const [, operator, release, wildcard] = CLAUSE.exec(text) ?? [];
  if (operator === undefined || release === undefined)
    throw new RangeError(
      `\`${specifier.slice(0, 80)}\` is no version specifier of Python (PEP 440): write \`>=3.8\` or \`>=3.8,<4\`.`,
    );
  const numbers = release.split(".");
  return { operator, line: pythonRelease(release), numbers, isWildcard: wildcard !== undefined };
}

const isWholeLine = ({ numbers }: Clause) => numbers.length <= 2;

/** Whether some release of a line, 3009 for 3.9, meets the clause. */
function admits(clause: Clause, line: number): boolean {
  const major = Math.floor(line / 1000) === Number(clause.numbers[0]);
  switch (clause.operator) {
    case ">=":
      return line >= clause.line;
    case ">":
      return isWholeLine(clause) ? line > clause.line : line >= clause.line;
    case "<=":
      return line <= clause.line;
    case "<":
      return isWholeLine(clause) ? line < clause.line : line <= clause.line;
    case "~=":
      return clause.numbers.length <= 2 ? major && line >= clause.line : line === clause.line;
    case "!=":
      return !(line === clause.line && (clause.isWildcard || isWholeLine(clause)));
    default:
      return clause.isWildcard && clause.numbers.length === 1 ? major : line === clause.line;
  }
}

// The lines that exist or will soon; those newer than the newest measured one count as it.
const LINES = [2007, ...Array.from({ length: 40 }, (_, minor) => 3006 + minor)];

const contains = ({ from, before }: PythonRuntime, line: number) =>
  line >= pythonRelease(from) && (before === undefined || line < pythonRelease(before));

/**
 * The runtimes that a version specifier such as `requires-python` admits (PEP 440: clauses between commas), oldest first,
 * of every flavour and line of OpenSSL.
 * @throws RangeError for text that is no specifier, and for one that admits neither 2.7 nor 3.6 or newer.
 */
export function pythonRuntimesIn(specifier: string): readonly PythonRuntime[] {
  const clauses = specifier
    .slice(0, 1000)
    .split(",")
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "")
    .map((clause) => readClause(clause, specifier));
  const lines = LINES.filter((line) => clauses.every((clause) => admits(clause, line)));
  const admitted = pythonRuntimes.filter((runtime) => lines.some((line) => contains(runtime, line)));
  if (admitted.length === 0)
    throw new RangeError(`\`${specifier.slice(0, 80)}\` admits neither Python 2.7 nor 3.6 and newer. Widen it.`);
  return admitted;
}
