import type { FileView } from "../program/file-view.js";
import { isCall } from "../program/file-view.js";
import type { Layer } from "../values/layers.js";
import { createTlsOptions, type TlsOptions, type TlsSite } from "./tls-options.js";

// one object is taken in few ways, however many calls take it
const wayLimit = 16;

const optionsOfLayers = new WeakMap<Layer["writes"], TlsOptions[]>();

/** The options of a call; those of calls that take the same object in the same way are worked out once. */
export function sharedTlsOptions(site: TlsSite, layer: Layer): TlsOptions {
  if (layer.writes.size === 0) return createTlsOptions(site, layer);
  const known = optionsOfLayers.get(layer.writes) ?? [];
  const same = known.find((options) => isSameBeside("anchor", site, options));
  if (same) return { ...same, anchor: site.anchor };
  const options = createTlsOptions(site, layer);
  if (known.length < wayLimit) optionsOfLayers.set(layer.writes, [...known, options]);
  return options;
}

/** Without those whose calls differ from others' in nothing but their place: what there is to say of their options is said already. */
export function withoutRepeatedCalls(program: FileView, found: readonly TlsOptions[]): readonly TlsOptions[] {
  const known = new Map<TlsOptions["values"], TlsOptions[]>();
  return found.filter((options) => {
    const others = known.get(options.values) ?? [];
    if (others.some((other) => isRepeated(program, options, other))) return false;
    if (others.length < wayLimit) known.set(options.values, [...others, options]);
    return true;
  });
}

function isRepeated(program: FileView, options: TlsOptions, other: TlsOptions): boolean {
  const [call, before] = [options.anchor, other.anchor];
  return (
    isCall(call) &&
    isCall(before) &&
    program.textOf(call.callee) === program.textOf(before.callee) &&
    isSameBeside("anchor", options, other)
  );
}

/** Whether two records have the same in every field of the first but one; lists are the same where their elements are. */
function isSameBeside<Of extends object>(field: keyof Of, one: Of, other: Of): boolean {
  return (Object.keys(one) as (keyof Of)[]).every((name) => name === field || isSame(one[name], other[name]));
}

function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
