import type { Layer } from "../values/layers.js";
import { createTlsOptions, type TlsOptions, type TlsSite } from "./tls-options.js";

/** One object is taken in few ways, however many calls take it. */
export const wayLimit = 16;

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

/** Whether two records have the same in every field of the first but one; lists are the same where their elements are. */
export function isSameBeside<Of extends object>(field: keyof Of, one: Of, other: Of): boolean {
  return (Object.keys(one) as (keyof Of)[]).every((name) => name === field || isSame(one[name], other[name]));
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((each, index) => each === other[index]);
}
