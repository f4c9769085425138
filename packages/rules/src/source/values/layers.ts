import type { TSESTree } from "@typescript-eslint/types";
import type { Guard } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { ask, type Question } from "../program/questions.js";

/** One place in the program that gives a property of an object its value. */
export interface PropertyWrite {
  /** The property's name as the program spells it. */
  readonly key: string;
  readonly keyNode: TSESTree.Node;
  /** The property, assignment, class member, enum member or call. */
  readonly node: TSESTree.Node;
  readonly value: TSESTree.Node;
  /** The program as the value is read in it: inside the call that was followed to get there. */
  readonly program: FileView;
  /** `=`, or the operator that joins the value to what was there before: `|=`. */
  readonly operator: string;
  readonly guard: Guard | undefined;
}

type Writes = ReadonlyMap<string, readonly PropertyWrite[]>;

/** What one part of a program says about an object. Layers lie upon each other: what is written later counts. */
export interface Layer {
  /** By name, in the order in which they take effect. */
  readonly writes: Writes;
  /** The names that are written on every way through the program. */
  readonly certain: ReadonlySet<string>;
  /** The names whose writes lie on top of others, or of what is out of sight: without them those come to light. */
  readonly covering: ReadonlySet<string>;
  /** The names on top of whose writes something out of sight may lie. */
  readonly exposed: ReadonlySet<string>;
  /** False when a part (a spread of a parameter, an unknown merge) is out of sight. */
  readonly complete: boolean;
  /** True when a part is in sight but too much to know. */
  readonly isTooMuch: boolean;
}

export const noWrites: Pick<Layer, "writes" | "certain" | "covering" | "exposed"> = {
  writes: new Map(),
  certain: new Set(),
  covering: new Set(),
  exposed: new Set(),
};
export const emptyLayer: Layer = { ...noWrites, complete: true, isTooMuch: false };
export const unknownLayer: Layer = { ...emptyLayer, complete: false };
export const tooMuchLayer: Layer = { ...unknownLayer, isTooMuch: true };

/** Property writes that all take effect, one after the other. */
export function layerOfWrites(list: readonly PropertyWrite[], areCertain: boolean): Layer {
  const writes = new Map<string, PropertyWrite[]>();
  const covering = new Set<string>();
  for (const write of list) {
    const known = writes.get(write.key);
    if (known) covering.add(write.key);
    if (!known || (areCertain && write.operator === "=")) writes.set(write.key, [write]);
    else known.push(write);
  }
  return { ...emptyLayer, writes, covering, certain: new Set(areCertain ? writes.keys() : []) };
}

/** How many writes a layer is made of. */
export function sizeOfLayer({ writes }: Layer): number {
  let size = 0;
  for (const own of writes.values()) size += own.length;
  return size;
}

/** The layers on top of each other: what an upper one writes for certain hides what the lower ones write. */
export function overlay(layers: readonly Layer[]): Layer {
  const speaking = layers.filter((layer) => layer.writes.size > 0);
  const sight = { ...sightOf(layers), covering: coveringIn(layers), exposed: exposedIn(layers) };
  if (speaking.length <= 1) return { ...(speaking[0] ?? emptyLayer), ...sight };
  const writes = new Map<string, PropertyWrite[]>();
  const certain = new Set<string>();
  for (const layer of speaking) {
    for (const [key, own] of layer.writes) {
      if (layer.certain.has(key)) writes.set(key, [...own]);
      else add(writes, key, own);
    }
    for (const key of layer.certain) certain.add(key);
  }
  return { writes, certain, ...sight };
}

function coveringIn(layers: readonly Layer[]): ReadonlySet<string> {
  const covering = new Set<string>();
  const below = new Set<string>();
  let isUnknownBelow = false;
  for (const layer of layers) {
    for (const key of layer.covering) covering.add(key);
    for (const key of layer.writes.keys()) if (isUnknownBelow || below.has(key)) covering.add(key);
    for (const key of layer.writes.keys()) below.add(key);
    isUnknownBelow ||= !layer.complete;
  }
  return covering;
}

function exposedIn(layers: readonly Layer[]): ReadonlySet<string> {
  const exposed = new Set<string>();
  let isUnknownAbove = false;
  for (const layer of layers.toReversed()) {
    for (const key of isUnknownAbove ? layer.writes.keys() : layer.exposed) exposed.add(key);
    isUnknownAbove ||= !layer.complete;
  }
  return exposed;
}

/** One of the layers: nothing but what all of them write is certain. */
export function either(layers: readonly Layer[]): Layer {
  const [first] = layers;
  if (!first || layers.length === 1) return first ?? unknownLayer;
  const writes = new Map<string, PropertyWrite[]>();
  for (const layer of layers) {
    for (const [key, own] of layer.writes) add(writes, key, own);
  }
  const certain = new Set([...first.certain].filter((key) => layers.every((layer) => layer.certain.has(key))));
  const covering = new Set(layers.flatMap((layer) => [...layer.covering]));
  const exposed = new Set(layers.flatMap((layer) => [...layer.exposed]));
  return { writes, certain, covering, exposed, ...sightOf(layers) };
}

/** What is known of several layers together. */
function sightOf(layers: readonly Layer[]): Pick<Layer, "complete" | "isTooMuch"> {
  return {
    complete: layers.every((layer) => layer.complete),
    isTooMuch: layers.some((layer) => layer.isTooMuch),
  };
}

function add(writes: Map<string, PropertyWrite[]>, key: string, own: readonly PropertyWrite[]): void {
  const known = writes.get(key);
  if (!known) writes.set(key, [...own]);
  else for (const write of own) known.push(write);
}

/** The layer behind a guard, which weakens every write that has none of its own. */
export function guardedLayer(layer: Layer, guardOf: () => Guard | undefined): Layer {
  const guard = layer.writes.size > 0 ? guardOf() : undefined;
  if (!guard) return layer;
  const writes = [...layer.writes].map(
    ([key, own]) => [key, own.map((write) => ({ ...write, guard: write.guard ?? guard }))] as const,
  );
  return { ...layer, writes: new Map(writes) };
}

const noGuard = (): undefined => undefined;

/** Works a guard out when it is asked for, once. */
export function onDemand(guardOf: () => Guard | undefined): () => Guard | undefined {
  const question: Question<Guard | undefined> = {};
  return () => ask(question, { answer: guardOf, standIn: noGuard, tooDeep: noGuard, isAboutFile: false });
}

/** A write seen from inside a call; what is worked out on demand stays so. */
export function seenFrom(program: FileView, write: PropertyWrite): PropertyWrite {
  const { key, keyNode, node, value, operator } = write;
  return {
    key,
    keyNode,
    node,
    value,
    program,
    operator,
    get guard() {
      return write.guard;
    },
  };
}

/** The layer without some names: what a rest pattern takes. */
export function layerWithout(layer: Layer, names: ReadonlySet<string>): Layer {
  if (names.size === 0) return layer;
  return { ...layer, writes: new Map([...layer.writes].filter(([key]) => !names.has(key))) };
}
