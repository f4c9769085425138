import { type Runtime, runtimeFor, runtimes } from "tls-policy";

/** The runtime of a release, nightly builds included; undefined for those older than what was measured. */
export function runtimeOf(version: string): Runtime | undefined {
  try {
    return runtimeFor(version.split(/[-+]/, 1)[0]!);
  } catch (error) {
    if (error instanceof RangeError) return;
    throw error;
  }
}

/** Whether a release line gets fixes; one without a known end is the newest. @param today `2026-11-23`. */
export function isLineMaintained({ endOfLife }: Runtime, today: string): boolean {
  return endOfLife === undefined || today <= endOfLife;
}

/** The majors that get fixes, oldest first. */
export function maintainedMajors(today: string): readonly number[] {
  return [...new Set(runtimes.filter((runtime) => isLineMaintained(runtime, today)).map(({ major }) => major))];
}

/** `^22 || ^24 || >=26`. */
export function maintainedRange(today: string): string {
  const majors = maintainedMajors(today);
  return majors.map((major, index) => (index === majors.length - 1 ? `>=${major}` : `^${major}`)).join(" || ");
}
