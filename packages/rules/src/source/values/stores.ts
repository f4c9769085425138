import type { TSESTree } from "@typescript-eslint/types";
import { guardOfWrite } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { recursively } from "../program/recursively.js";
import { isDecisive } from "../program/straight-line.js";
import { unwrap } from "../program/unwrap.js";
import { onDemand, type PropertyWrite } from "./layers.js";
import { mergeOf } from "./merges.js";
import { type Place, placeOf } from "./places.js";
import { propertyName } from "./property-name.js";

/** A piece of code that puts properties into an object that exists already, in source order with the others. */
export interface Store {
  /** The expression that names the object. */
  readonly target: TSESTree.Node;
  /** Single properties, or objects whose properties are all copied. */
  readonly content: { readonly writes: readonly PropertyWrite[] } | { readonly objects: readonly TSESTree.Node[] };
  /** Whether what the properties were before is gone for everybody. */
  readonly isDecisive: () => boolean;
  /** The name of a property that is taken out instead. */
  readonly deleted?: string;
}

/** Every `object.name = value` and `Object.assign(object, ...)` of a file. */
export const storesOf: (program: FileView) => readonly Store[] = oncePerFile((program) =>
  [...assignedStores(program), ...mergedStores(program), ...deletingStores(program)].sort(
    (a, b) => a.target.range[0] - b.target.range[0],
  ),
);

function assignedStores(program: FileView): readonly Store[] {
  return program.assignments.flatMap((node) =>
    node.left.type === "MemberExpression" ? [assignedStore(program, node, node.left)] : [],
  );
}

function assignedStore(program: FileView, node: TSESTree.AssignmentExpression, left: TSESTree.MemberExpression): Store {
  return {
    target: left.object,
    get content() {
      return { writes: writesOf(program, node) };
    },
    isDecisive: () => node.operator === "=" && isDecisive(program, node, left.object),
  };
}

/** `delete object.name`; it is decisive where nobody may have read it. */
function deletingStores(program: FileView): readonly Store[] {
  return program.deletions.flatMap((node): readonly Store[] => {
    const left = unwrap(node.argument);
    if (left.type !== "MemberExpression") return [];
    const deleted = propertyName(program, left);
    if (deleted === undefined) return [];
    const store = { target: left.object, content: { writes: [] }, deleted };
    return [{ ...store, isDecisive: () => isDecisive(program, node, left.object) }];
  });
}

const noWrites = (): readonly PropertyWrite[] => [];

/** To tell a computed name may take other stores, so that it is worked out only when somebody asks what is stored. */
const writesOf = recursively(
  { inCycle: noWrites, beyond: noWrites },
  (program: FileView, node: TSESTree.AssignmentExpression): readonly PropertyWrite[] =>
    node.left.type === "MemberExpression" ? writesTo(program, node, node.left) : [],
);

function writesTo(
  program: FileView,
  node: TSESTree.AssignmentExpression,
  left: TSESTree.MemberExpression,
): readonly PropertyWrite[] {
  const key = propertyName(program, left);
  if (key === undefined) return [];
  const { right: value, operator } = node;
  const guard = onDemand(() => guardOfWrite(program, node, left));
  const write: PropertyWrite = {
    key,
    keyNode: left.property,
    node,
    value,
    program,
    operator,
    get guard() {
      return guard();
    },
  };
  return [write];
}

function mergedStores(program: FileView): readonly Store[] {
  const stores: Store[] = [];
  for (const call of program.calls) {
    const merge = mergeOf(program, call);
    const objects = merge?.objects.filter((object) => object !== merge.target) ?? [];
    if (merge?.target && objects.length > 0)
      stores.push({
        target: merge.target,
        content: { objects },
        isDecisive: () => merge.objects[0] === merge.target && isDecisive(program, call, merge.target!),
      });
  }
  return stores;
}

const storesByPlace = oncePerFile(
  (program) => byPlace(program, storesOf(program)),
  (program) =>
    byPlace(
      program,
      storesOf(program).filter(({ target }) => hasPlainName(target)),
    ),
);

function byPlace(program: FileView, stores: readonly Store[]): ReadonlyMap<Place, readonly Store[]> {
  const found = new Map<Place, Store[]>();
  for (const store of stores) {
    const place = placeOf(program, store.target);
    if (!place) continue;
    const known = found.get(place);
    if (known) known.push(store);
    else found.set(place, [store]);
  }
  return found;
}

/** Whether an expression names its object without any computed name. */
function hasPlainName(target: TSESTree.Node): boolean {
  let node = unwrap(target);
  while (node.type === "MemberExpression" && !node.computed) node = unwrap(node.object);
  return node.type !== "MemberExpression";
}

/** What a file puts into the object at a place, in source order. */
export function storesAt(program: FileView, place: Place): readonly Store[] {
  return storesByPlace(program).get(place) ?? [];
}

/** Whether a write is gone before anybody reads it, because a later one of the same place is decisive. */
export function isOverwritten(program: FileView, { key, node }: PropertyWrite): boolean {
  const place = placeOfHolder(program, node);
  return (
    place !== undefined &&
    storesAt(program, place).some(
      (store) => store.target.range[0] > node.range[1] && puts(program, store, key) && store.isDecisive(),
    )
  );
}

/** Whether a store writes a property for certain, or takes it out. */
function puts(program: FileView, { content, deleted }: Store, key: string): boolean {
  if (deleted !== undefined) return deleted === key;
  if ("writes" in content) return content.writes[0]?.key === key;
  return content.objects.some(
    (object) =>
      object.type === "ObjectExpression" &&
      object.properties.some((property) => property.type === "Property" && propertyName(program, property) === key),
  );
}

/** The place of the object that a property or an assignment is about. */
function placeOfHolder(program: FileView, node: TSESTree.Node): Place | undefined {
  if (node.type === "AssignmentExpression")
    return node.left.type === "MemberExpression" ? placeOf(program, node.left.object) : undefined;
  return node.type === "Property" && node.parent.type === "ObjectExpression"
    ? placeOfObject(program, node.parent)
    : undefined;
}

/** The place that an object literal is put into when its variable is declared: it, or a property of the one around it. */
function placeOfObject(program: FileView, object: TSESTree.ObjectExpression): Place | undefined {
  const { parent } = object;
  if (parent.type === "VariableDeclarator") return parent.init === object ? placeOf(program, parent.id) : undefined;
  if (parent.type !== "Property" || parent.value !== object || parent.parent.type !== "ObjectExpression") return;
  const name = propertyName(program, parent);
  return name === undefined ? undefined : placeOfObject(program, parent.parent)?.property(name);
}
