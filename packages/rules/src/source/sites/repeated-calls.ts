import { type FileView, isCall } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { findTlsOptions } from "./find-tls-options.js";
import { isSameBeside, wayLimit } from "./shared-tls-options.js";
import type { TlsOptions } from "./tls-options.js";

/** Without those whose calls differ from others' in nothing but their place: what there is to say of their options is said already. */
export function withoutRepeatedCalls(program: FileView, found: readonly TlsOptions[]): readonly TlsOptions[] {
  const first = firstCalls(program);
  return [...new Set(found.map((options) => first.get(options) ?? options))];
}

/** The options of the first call of each kind, by those of all that repeat it. */
const firstCalls = oncePerFile((program): ReadonlyMap<TlsOptions, TlsOptions> => {
  const known = new Map<TlsOptions["values"], TlsOptions[]>();
  const first = new Map<TlsOptions, TlsOptions>();
  for (const options of findTlsOptions(program)) {
    const others = known.get(options.values) ?? [];
    const same = others.find((other) => isRepeated(program, options, other));
    if (same) first.set(options, same);
    else if (others.length < wayLimit) known.set(options.values, [...others, options]);
  }
  return first;
});

function isRepeated(program: FileView, options: TlsOptions, other: TlsOptions): boolean {
  const [call, before] = [options.anchor, other.anchor];
  return (
    isCall(call) &&
    isCall(before) &&
    program.textOf(call.callee) === program.textOf(before.callee) &&
    isSameBeside("anchor", options, other)
  );
}
