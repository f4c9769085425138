import { join } from "node:path";
import { describeRuntimes, type Runtime, runtimes, runtimesIn } from "tls-policy";
import { createNodeRanges } from "../config/node-range.js";
import { isLineMaintained, maintainedRange } from "./node-lines.js";

/** What `engines.node` of the nearest package.json lets in. */
export interface ProjectReport {
  /** Path of the package.json from the working directory. */
  readonly manifest: string;
  readonly range: string;
  /** Why the range could not be used. */
  readonly problem: string | undefined;
  /** Admitted releases that have no TLS 1.3 and begin at TLSv1: "Node 10-11"; undefined where there are none. Node 8 stands for older ones too. */
  readonly withoutTls13: string | undefined;
  /** Admitted releases that get no fixes. */
  readonly unmaintained: string | undefined;
  /** A range of maintained releases; undefined where it admits no others. */
  readonly suggestion: string | undefined;
}

/** Undefined where no package.json names a range. @param today `2026-11-23`. */
export function examineProject(folder: string, today: string): ProjectReport | undefined {
  const found = createNodeRanges(folder, undefined).rangeFor(join(folder, "package.json"));
  if (found.source !== "engines") return;
  const { manifest, range } = found;
  try {
    return { manifest, range, problem: undefined, ...judge(runtimesIn(range), today) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const nothing = { withoutTls13: undefined, unmaintained: undefined };
    return { manifest, range, problem: error.message, ...nothing, suggestion: maintainedRange(today) };
  }
}

function judge(admitted: readonly Runtime[], today: string): Omit<ProjectReport, "manifest" | "range" | "problem"> {
  const withoutTls13 = named(admitted.filter(({ traits }) => !traits.has("hasTls13")));
  const unmaintained = named(admitted.filter((runtime) => !isLineMaintained(runtime, today)));
  return {
    withoutTls13,
    unmaintained,
    suggestion: (withoutTls13 ?? unmaintained) ? maintainedRange(today) : undefined,
  };
}

/** Whole lines, because a range rarely ends inside one for long. */
function named(admitted: readonly Runtime[]): string | undefined {
  const majors = new Set(admitted.map(({ major }) => major));
  return majors.size > 0 ? describeRuntimes(runtimes.filter(({ major }) => majors.has(major))) : undefined;
}
