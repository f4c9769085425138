import type { Range } from "tls-rules/other-files";

/** Where a named group of a match stands; the expression needs the flag `d`. */
export function groupRange(match: RegExpExecArray, name: string): Range {
  return match.indices!.groups![name]!;
}

/** Where the group stands that took part in the match. */
export function firstGroup(match: RegExpExecArray, ...names: readonly string[]): Range {
  return groupRange(
    match,
    names.find((name) => match.groups![name] !== undefined)!,
  );
}
