import type { Runtime } from "../runtimes/runtimes.js";
import { negotiate } from "./negotiate.js";
import type { Negotiation, ProcessSettings, Side, TlsOptionValues } from "./negotiation.js";

/** A verdict with the runtime that gives it. */
export interface RuntimeVerdict {
  readonly runtime: Runtime;
  readonly negotiation: Negotiation;
}

/** `negotiate` for each runtime of a range: the verdict over the range is the union, and each part names the runtime that decides. */
export function negotiateOver(
  options: TlsOptionValues,
  range: readonly Runtime[],
  side: Side,
  process?: ProcessSettings,
): readonly RuntimeVerdict[] {
  return range.map((runtime) => ({ runtime, negotiation: negotiate(options, runtime, side, process) }));
}

/**
 * The verdicts on options that are known only as alternatives: every set that the program may pass, on every runtime.
 * Leave an option out of no set because its value is unknown: give each value it can have, or draw no conclusion from these verdicts.
 */
export function possibleNegotiations(
  optionSets: readonly TlsOptionValues[],
  range: readonly Runtime[],
  side: Side,
  process?: ProcessSettings,
): readonly RuntimeVerdict[] {
  return optionSets.flatMap((options) => negotiateOver(options, range, side, process));
}
