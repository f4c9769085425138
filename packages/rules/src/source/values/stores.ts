import type { TSESTree } from "@typescript-eslint/types";
import { guardAround } from "../program/guards.js";
import type { PropertyWrite } from "./layers.js";
import { mergeOf } from "./merges.js";
import { oncePerFile } from "../program/once.js";
import { placeOf, type Place } from "./places.js";
import type { Program } from "../program/program.js";
import { propertyName } from "../program/property-name.js";

/** A piece of code that puts properties into an object that exists already, in source order with the others. */
export interface Store {
  /** The expression that names the object. */
  readonly target: TSESTree.Node;
  /** Single properties, or objects whose properties are all copied. */
  readonly content: { readonly writes: readonly PropertyWrite[] } | { readonly objects: readonly TSESTree.Node[] };
}

/** Every `object.name = value` and `Object.assign(object, ...)` of a file. */
export const storesOf: (program: Program) => readonly Store[] = oncePerFile((program) =>
  [...assignedStores(program), ...mergedStores(program)].sort((a, b) => a.target.range[0] - b.target.range[0]),
);

function assignedStores(program: Program): readonly Store[] {
  const stores: Store[] = [];
  for (const assignment of program.assignments) {
    const { left } = assignment;
    const key = left.type === "MemberExpression" ? propertyName(program, left) : undefined;
    if (left.type !== "MemberExpression" || key === undefined) continue;
    stores.push({ target: left.object, content: { writes: [writeOf(program, assignment, left, key)] } });
  }
  return stores;
}

function writeOf(program: Program, node: TSESTree.AssignmentExpression, left: TSESTree.MemberExpression, key: string): PropertyWrite {
  const { right: value, operator } = node;
  return {
    key,
    keyNode: left.property,
    node,
    value,
    program,
    operator,
    owned: true,
    get guard() {
      return guardAround(program, node);
    },
  };
}

function mergedStores(program: Program): readonly Store[] {
  const stores: Store[] = [];
  for (const call of program.calls) {
    const merge = mergeOf(program, call);
    const objects = merge?.objects.filter((object) => object !== merge.target) ?? [];
    if (merge?.target && objects.length > 0) stores.push({ target: merge.target, content: { objects } });
  }
  return stores;
}

const storesByPlace = oncePerFile((program) => {
  const stores = new Map<Place, Store[]>();
  for (const store of storesOf(program)) {
    const place = placeOf(program, store.target);
    if (!place) continue;
    const known = stores.get(place);
    if (known) known.push(store);
    else stores.set(place, [store]);
  }
  return stores;
});

/** What a file puts into the object at a place, in source order. */
export function storesAt(program: Program, place: Place): readonly Store[] {
  return storesByPlace(program).get(place) ?? [];
}
