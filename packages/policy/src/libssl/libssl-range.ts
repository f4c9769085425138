import { overlaps, parseReleaseRange, type ReleaseInterval } from "../runtimes/release-range.js";
import { type LibsslRuntime, libsslRuntimes } from "./libssl-runtimes.js";

/** Commas join clauses in `pkg-config` and Conan as blanks do in semver; letters of patch releases (1.0.2k) say nothing here. */
const asSemver = (range: string) => range.replaceAll(",", " ").replaceAll(/(\d)[a-z]{1,2}\b/g, "$1");

function intervalsOf(range: string): readonly ReleaseInterval[] {
  try {
    return parseReleaseRange(asSemver(range));
  } catch {
    throw new RangeError(
      `\`${range.slice(0, 80)}\` is no range of OpenSSL releases. Write it as \`>=1.1.1\`, \`3.x\` or \`>=3.0 <4\`.`,
    );
  }
}

/**
 * The lines of OpenSSL that a range admits, oldest first: `>=1.1.1`, `3.x`, `>=3.0 <4`.
 * @throws RangeError for text that is no range, and for one that admits nothing from 1.0.2 on.
 */
export function libsslRuntimesIn(range: string): readonly LibsslRuntime[] {
  const intervals = intervalsOf(range.slice(0, 1000));
  const admitted = libsslRuntimes.filter((runtime) => intervals.some((interval) => overlaps(interval, runtime)));
  if (admitted.length === 0)
    throw new RangeError(`\`${range.slice(0, 80)}\` admits no OpenSSL from 1.0.2 on. Widen it.`);
  return admitted;
}

/** ` on OpenSSL 1.1.1 and 3.0` where only some of those in range are meant, else nothing. */
export function onSomeLibssl(some: readonly LibsslRuntime[], all: readonly LibsslRuntime[]): string {
  const meant = all.filter((runtime) => some.includes(runtime));
  if (meant.length === all.length || meant.length === 0) return "";
  const lines = meant.map(({ name }) => name.replace("OpenSSL ", ""));
  const last = lines.pop()!;
  return ` on OpenSSL ${lines.length > 0 ? `${lines.join(", ")} and ${last}` : last}`;
}
