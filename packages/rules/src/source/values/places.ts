import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, isFunction, viewOf } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { recursively } from "../program/recursively.js";
import type { Variable } from "../program/source-file.js";
import { ownerOfThis } from "../program/this-owner.js";
import { unwrap } from "../program/unwrap.js";
import { viewAt } from "../program/view-at.js";
import { ancestorOf } from "../program/walk.js";
import { propertyName } from "./property-name.js";
import { sourcesOf } from "./sources.js";

/** Somewhere a value can be stored: a variable, what `this` is inside a class or function, the file's exports, or a property of such a place. */
export interface Place {
  readonly root: Variable | TSESTree.Node;
  readonly path: readonly string[];
  readonly parent: Place | undefined;
  property(name: string): Place;
}

/** The place that an expression names, or undefined when it is no chain of known names. Two names of one place give one object. */
export function placeOf(view: FileView, expression: TSESTree.Node): Place | undefined {
  const program = viewAt(view, expression);
  const names: string[] = [];
  let node = unwrap(expression);
  while (node.type === "MemberExpression" && !isExports(program, node)) {
    const name = propertyName(program, node);
    if (name === undefined) return;
    names.push(name);
    node = unwrap(node.object);
  }
  return names.reduceRight<Place | undefined>((place, name) => place?.property(name), rootPlace(program, node));
}

function rootPlace(program: FileView, node: TSESTree.Node): Place | undefined {
  if (isExports(program, node)) return placeAt(program, program.file.ast);
  if (node.type === "Identifier") {
    const variable = program.variableOf(node);
    return variable && placeOfVariable(program, variable);
  }
  if (node.type !== "ThisExpression") return;
  const owner = ownerOfThis(program, node);
  return owner && placeAt(program, owner);
}

/** The place of a variable, or the one that it is just another name for: `const { options } = this`. */
function placeOfVariable(program: FileView, variable: Variable): Place {
  return aliasOf(viewOf(program.file), variable).place ?? placeAt(program, variable);
}

const noAlias = (): { readonly place: Place | undefined } => ({ place: undefined });

const aliasOf = recursively({ inCycle: noAlias, beyond: noAlias }, (program: FileView, variable: Variable) => {
  const { all, complete } = sourcesOf(program, variable);
  const [source, ...others] = all;
  const isAlias = source && others.length === 0 && complete && source.operator === "=" && source.without.size === 0;
  const place = isAlias ? placeOf(program, source.expression) : undefined;
  return { place: source?.path.reduce<Place | undefined>((at, name) => at?.property(name), place) };
});

const rootPlaces = oncePerFile(() => new Map<Place["root"], Place>());

/** The place of what `this` is, or of a variable, by its root. */
export function placeAt(program: FileView, root: Place["root"]): Place {
  const places = rootPlaces(viewAt(program, "type" in root ? root : root.defs[0]!.name));
  let place = places.get(root);
  if (!place) places.set(root, (place = createPlace(root, [], undefined)));
  return place;
}

function createPlace(root: Place["root"], path: readonly string[], parent: Place | undefined): Place {
  const properties = new Map<string, Place>();
  const place: Place = {
    root,
    path,
    parent,
    property(name) {
      let property = properties.get(name);
      if (!property) properties.set(name, (property = createPlace(root, [...path, name], place)));
      return property;
    },
  };
  return place;
}

/** `exports` and `module.exports`. */
export function isExports(program: FileView, node: TSESTree.Node): boolean {
  if (node.type === "Identifier") return node.name === "exports" && program.isGlobal(node);
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier" || node.property.type !== "Identifier")
    return false;
  return node.object.name === "module" && node.property.name === "exports" && program.isGlobal(node.object);
}

/** The same for two expressions that name one object: its place, or else how the function spells it. */
export function identityOf(program: FileView, expression: TSESTree.Node): Place | string {
  const place = placeOf(program, expression);
  if (place) return place;
  const owner = ancestorOf(expression, isFunction);
  return `${owner?.range[0] ?? ""}:${program.textOf(expression)}`;
}
