import type { Release } from "./release.js";
import { compareReleases, parseRelease, printRelease } from "./release.js";
import type { Runtime } from "./runtimes.js";
import { runtimes } from "./runtimes.js";

/** Releases from `from` on and before `before`; no `before` is no end. */
interface Interval {
  readonly from: Release;
  readonly before: Release | undefined;
}

type Partial = readonly [major: number, minor?: number, patch?: number];

const FIRST: Release = [0, 0, 0];
const EVERYTHING: Interval = { from: FIRST, before: undefined };
const NOTHING: Interval = { from: FIRST, before: FIRST };

const VERSION = String.raw`v?(?:\d+|[xX*])(?:\.(?:\d+|[xX*])){0,2}(?:[-+][\w.+-]+)?`;
const COMPARATOR = new RegExp(`^(\\^|~>?|>=|<=|>|<|=)?(${VERSION})$`);
const HYPHEN = new RegExp(`^(${VERSION})\\s+-\\s+(${VERSION})$`);

/** Leaves wildcards and what follows them out: `18.x` is `[18]`, `*` is undefined. Prereleases count as their release. */
function readPartial(text: string): Partial | undefined {
  const numbers = text.replace(/^v/, "").replace(/[-+].*$/, "").split(".");
  const wildcard = numbers.findIndex((number) => !/^\d+$/.test(number));
  const known = (wildcard === -1 ? numbers : numbers.slice(0, wildcard)).map(Number);
  return known.length === 0 ? undefined : (known as unknown as Partial);
}

const first = ([major, minor = 0, patch = 0]: Partial): Release => [major, minor, patch];

/** The first release behind all that a partial version stands for: `18` ends before 19.0.0, `18.2` before 18.3.0. */
function behind([major, minor, patch]: Partial): Release {
  if (minor === undefined) return [major + 1, 0, 0];
  return patch === undefined ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

/** The first release that `^` excludes: the next one whose leftmost non-zero number differs. */
function caretEnd([major, minor, patch]: Partial): Release {
  if (major > 0 || minor === undefined) return [major + 1, 0, 0];
  return minor > 0 || patch === undefined ? [0, minor + 1, 0] : [0, 0, patch + 1];
}

const tildeEnd = ([major, minor]: Partial): Release => (minor === undefined ? [major + 1, 0, 0] : [major, minor + 1, 0]);

function intervalOf(operator: string, version: Partial | undefined): Interval {
  if (!version) return operator === "<" || operator === ">" ? NOTHING : EVERYTHING;
  switch (operator) {
    case ">=":
      return { from: first(version), before: undefined };
    case ">":
      return { from: behind(version), before: undefined };
    case "<":
      return { from: FIRST, before: first(version) };
    case "<=":
      return { from: FIRST, before: behind(version) };
    case "^":
      return { from: first(version), before: caretEnd(version) };
    case "~":
    case "~>":
      return { from: first(version), before: tildeEnd(version) };
    default:
      return { from: first(version), before: behind(version) };
  }
}

function intersect(a: Interval, b: Interval): Interval {
  const from = compareReleases(a.from, b.from) >= 0 ? a.from : b.from;
  if (!a.before || !b.before) return { from, before: a.before ?? b.before };
  return { from, before: compareReleases(a.before, b.before) <= 0 ? a.before : b.before };
}

function readComparators(text: string, range: string): Interval {
  const hyphen = HYPHEN.exec(text);
  if (hyphen) return intersect(intervalOf(">=", readPartial(hyphen[1]!)), intervalOf("<=", readPartial(hyphen[2]!)));
  // `>= 18` may have a blank behind the operator
  const words = text.replace(/(\^|~>?|>=|<=|>|<|=)\s+/g, "$1").split(/\s+/).filter((word) => word !== "");
  return words.map((word) => readComparator(word, range)).reduce(intersect, EVERYTHING);
}

function readComparator(word: string, range: string): Interval {
  const match = COMPARATOR.exec(word);
  if (!match) throw new RangeError(`\`${range}\` is not a range of Node releases: \`${word}\` cannot be read. Write it as in \`engines.node\`, e.g. \`>=18\` or \`^20.19.0 || >=22\`.`);
  return intervalOf(match[1] ?? "", readPartial(match[2]!));
}

/**
 * The runtimes that a semver range of Node releases admits, as `engines.node` writes it; oldest first.
 * @throws RangeError for what is no range, and for a range that admits no release from Node 8 on.
 */
export function runtimesIn(range: string): readonly Runtime[] {
  const intervals = range.split("||").map((alternative) => readComparators(alternative.trim(), range));
  const admitted = runtimes.filter((runtime) => intervals.some((interval) => isAdmitted(runtime, interval)));
  if (admitted.length === 0) throw new RangeError(`\`${range}\` admits no Node release from 8 on. Widen the range.`);
  return admitted;
}

function isAdmitted(runtime: Runtime, interval: Interval): boolean {
  const own: Interval = { from: parseRelease(runtime.from), before: runtime.before ? parseRelease(runtime.before) : undefined };
  const { from, before } = intersect(own, interval);
  return !before || compareReleases(from, before) < 0;
}

const short = (release: Release) => printRelease(release).replace(/(?:\.0){1,2}$/, "");

function lastBefore([major, minor, patch]: Release): string {
  if (patch > 0) return `${major}.${minor}.${patch - 1}`;
  return minor > 0 ? `${major}.${minor - 1}` : String(major - 1);
}

function describeRun(run: readonly Runtime[]): string {
  const [from, last] = [parseRelease(run[0]!.from), run.at(-1)!];
  if (!last.before) return `${short(from)}+`;
  const end = lastBefore(parseRelease(last.before));
  return short(from) === end ? end : `${short(from)}-${end}`;
}

/** Names runtimes for people, neighbours joined: "Node 12-16", "Node 17-22.19, 24.5+". */
export function describeRuntimes(some: readonly Runtime[]): string {
  const runs: Runtime[][] = [];
  for (const runtime of runtimes.filter((candidate) => some.includes(candidate))) {
    const run = runs.at(-1);
    const follows = run && runtimes.indexOf(run.at(-1)!) === runtimes.indexOf(runtime) - 1;
    if (follows) run.push(runtime);
    else runs.push([runtime]);
  }
  return `Node ${runs.map(describeRun).join(", ")}`;
}
