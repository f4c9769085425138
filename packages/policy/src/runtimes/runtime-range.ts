import { compareReleases, parseRelease } from "./release.js";
import { overlaps, parseReleaseRange } from "./release-range.js";
import { type Runtime, runtimes } from "./runtimes.js";

const intervalOf = ({ from, before }: Runtime) => ({
  from: parseRelease(from),
  before: before === undefined ? undefined : parseRelease(before),
});

/**
 * The runtimes that a semver range such as `engines.node` admits, oldest first. Releases newer than those measured count as the newest runtime.
 * @throws RangeError for text that is no semver range, and for a range that admits no release from Node 8 on.
 */
export function runtimesIn(range: string): readonly Runtime[] {
  const intervals = parseReleaseRange(range);
  const admitted = runtimes.filter((runtime) => intervals.some((interval) => overlaps(intervalOf(runtime), interval)));
  if (admitted.length > 0) return admitted;
  throw new RangeError(
    isOfPrereleases(range)
      ? `\`${range}\` admits prereleases alone, and none of them was measured. Name the release that they lead to.`
      : `\`${range}\` admits no Node release from 8 on. Widen the range.`,
  );
}

/** `27.0.0-alpha.3`, which is no release but ends before one. */
function isOfPrereleases(range: string): boolean {
  return range.split("||").every((set) => /^\s*[=v]*\d+\.\d+\.\d+-\w/.test(set));
}

const newestMeasured = parseRelease(runtimes.at(-1)!.measured);

/**
 * Whether a semver range admits nothing but releases newer than the newest that was measured, so that what is said of them is an extrapolation.
 * False for text that is no range.
 */
export function isBeyondMeasured(range: string): boolean {
  try {
    const intervals = parseReleaseRange(range);
    return intervals.length > 0 && intervals.every(({ from }) => compareReleases(from, newestMeasured) > 0);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Runtimes that follow one another without a gap. */
type Run = readonly [first: Runtime, ...rest: Runtime[]];

function toRuns(selected: readonly Runtime[]): readonly Run[] {
  const runs: [Runtime, ...Runtime[]][] = [];
  for (const runtime of runtimes.filter((candidate) => selected.includes(candidate))) {
    const run = runs.at(-1);
    if (run?.at(-1)!.before === runtime.from) run!.push(runtime);
    else runs.push([runtime]);
  }
  return runs;
}

/** `18` for 18.0.0, `22.20` for 22.20.0, `12.22.5` as it is. */
const short = (release: string) => release.replace(/(?:\.0){1,2}$/, "");

/** The end of a run as its last line or release: `16` before 17.0.0, `22.19` before 22.20.0. */
function endOf(before: string): { readonly text: string; readonly isLineEnd: boolean } {
  const [major, minor, patch] = parseRelease(before);
  if (minor === 0 && patch === 0) return { text: `${major - 1}`, isLineEnd: true };
  return { text: patch > 0 ? `${major}.${minor}.${patch - 1}` : `${major}.${minor - 1}`, isLineEnd: false };
}

function describeRun(run: Run): string {
  const start = short(run[0].from);
  const { before } = run.at(-1)!;
  if (before === undefined) return `${start}+`;
  const { text, isLineEnd } = endOf(before);
  if (start === text) return start;
  return isLineEnd && start.startsWith(`${text}.`) ? `${start}-${text}.x` : `${start}-${text}`;
}

/** Names runtimes as a reader would: "Node 12-16", "Node 22.20-22.x and 24.5+", "Node 18, 20 and 22". */
export function describeRuntimes(selected: readonly Runtime[]): string {
  const parts = toRuns(selected).map(describeRun);
  const last = parts.at(-1);
  return `Node ${parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${last}` : (last ?? "")}`.trim();
}
