import { compareReleases, type Release } from "./release.js";

/** Releases from `from` up to but not including `before`; without `before`, all newer ones. */
export interface ReleaseInterval {
  readonly from: Release;
  readonly before: Release | undefined;
}

/** A release number with what a range leaves open: `18` has no minor, `18.x` neither. */
interface PartialRelease {
  readonly numbers: readonly number[];
  readonly isPrerelease: boolean;
}

const zero: Release = [0, 0, 0];
const everything: ReleaseInterval = { from: zero, before: undefined };
const nothing: ReleaseInterval = { from: zero, before: zero };

const wildcard = "[xX*]";
const numberPattern = `(?:0|[1-9]\\d*|${wildcard})`;
const partialPattern = `v?(?!${wildcard}\\.\\d)(?!\\d+\\.${wildcard}\\.\\d)(${numberPattern})(?:\\.(${numberPattern})(?:\\.(${numberPattern})(-[\\w.-]+)?(?:\\+[\\w.-]+)?)?)?`;
const hyphenRange = new RegExp(`^=?${partialPattern}\\s+-\\s+=?${partialPattern}$`);
const comparator = new RegExp(`^(>=|<=|>|<|=|\\^|~>?)?=?${partialPattern}$`);
const spaceAfterOperator = /(?<=[<>=^~])\s+/g;

function readPartial(parts: readonly (string | undefined)[]): PartialRelease {
  const [major, minor, patch, prerelease] = parts;
  const numbers: number[] = [];
  for (const part of [major, minor, patch]) {
    if (part === undefined || /[xX*]/.test(part)) break;
    numbers.push(Number(part));
  }
  return { numbers, isPrerelease: numbers.length === 3 && prerelease !== undefined };
}

const floorOf = ({ numbers: [major = 0, minor = 0, patch = 0] }: PartialRelease): Release => [major, minor, patch];

/** The release after every one that matches the first `length` numbers of `release`. */
function after(release: Release, length: number): Release {
  if (length === 1) return [release[0] + 1, 0, 0];
  return length === 2 ? [release[0], release[1] + 1, 0] : [release[0], release[1], release[2] + 1];
}

/** The first release beyond a partial one: 19.0.0 after `18`, 18.1.0 after `18.0`. A prerelease ends before its release. */
const ceilingOf = (partial: PartialRelease): Release | undefined => {
  if (partial.numbers.length === 0) return undefined;
  return partial.isPrerelease ? floorOf(partial) : after(floorOf(partial), partial.numbers.length);
};

/** `^` keeps the first number that is not zero, as far as it is given. */
function caretCeiling(partial: PartialRelease): Release {
  const { numbers } = partial;
  const significant = numbers.findIndex((number) => number > 0);
  return after(floorOf(partial), significant < 0 ? numbers.length : significant + 1);
}

function toInterval(operator: string, partial: PartialRelease): ReleaseInterval {
  const from = floorOf(partial);
  const isAnything = partial.numbers.length === 0;
  if (isAnything) return operator === ">" || operator === "<" ? nothing : everything;
  switch (operator) {
    case ">":
      return { from: ceilingOf(partial)!, before: undefined };
    case ">=":
      return { from, before: undefined };
    case "<":
      return { from: zero, before: from };
    case "<=":
      return { from: zero, before: ceilingOf(partial) };
    case "^":
      return { from, before: caretCeiling(partial) };
    case "~":
    case "~>":
      return { from, before: after(from, Math.min(partial.numbers.length, 2)) };
    default:
      return { from, before: ceilingOf(partial) };
  }
}

function readComparator(text: string): ReleaseInterval | undefined {
  const match = comparator.exec(text);
  return match ? toInterval(match[1] ?? "", readPartial(match.slice(2))) : undefined;
}

function intersect(left: ReleaseInterval, right: ReleaseInterval): ReleaseInterval {
  const from = compareReleases(left.from, right.from) >= 0 ? left.from : right.from;
  if (!left.before || !right.before) return { from, before: left.before ?? right.before };
  return { from, before: compareReleases(left.before, right.before) <= 0 ? left.before : right.before };
}

function readHyphen(match: RegExpExecArray): ReleaseInterval {
  return { from: floorOf(readPartial(match.slice(1, 5))), before: ceilingOf(readPartial(match.slice(5))) };
}

function readSet(text: string): ReleaseInterval | undefined {
  const set = text.trim();
  if (set === "") return everything;
  const hyphen = hyphenRange.exec(set);
  if (hyphen) return readHyphen(hyphen);
  const intervals = set.replace(spaceAfterOperator, "").split(/\s+/).map(readComparator);
  return intervals.every((interval) => interval !== undefined)
    ? (intervals as ReleaseInterval[]).reduce(intersect)
    : undefined;
}

/** True where the interval holds at least one release number. */
export function isNonEmpty({ from, before }: ReleaseInterval): boolean {
  return !before || compareReleases(from, before) < 0;
}

/**
 * The releases that a semver range such as `engines.node` admits, prereleases aside, one interval per part between `||`.
 * @throws RangeError for text that is no semver range.
 */
export function parseReleaseRange(range: string): readonly ReleaseInterval[] {
  const sets = range.split("||").map(readSet);
  if (sets.some((set) => set === undefined))
    throw new RangeError(
      `\`${range}\` is not a range of Node releases. Write it as in \`engines.node\`, e.g. \`>=18\` or \`^20.19.0 || >=22\`.`,
    );
  return (sets as ReleaseInterval[]).filter(isNonEmpty);
}

/**
 * Whether two semver ranges, of whatever package, share a release, prereleases aside.
 * @throws RangeError for text that is no semver range.
 */
export function rangesOverlap(left: string, right: string): boolean {
  const others = parseReleaseRange(right);
  return parseReleaseRange(left).some((interval) => others.some((other) => overlaps(interval, other)));
}

/** Whether two intervals share a release number. */
export function overlaps(left: ReleaseInterval, right: ReleaseInterval): boolean {
  return isNonEmpty(intersect(left, right));
}
