import type { TSESTree } from "@typescript-eslint/types";
import { guardAround } from "../guards/guards.js";
import { type FileView, usesOf } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { isExported } from "../values/is-exported.js";
import type { PropertyWrite } from "../values/layers.js";
import { mergeOf } from "../values/merges.js";
import { layerOf, readObject } from "../values/object-model.js";
import { identityOf, placeAt, placeOf } from "../values/places.js";
import { propertyName } from "../values/property-name.js";
import { isOverwritten, storesOf } from "../values/stores.js";
import { cipherSetters, commandLineDefaults } from "./likely-calls.js";
import { isLookAlike } from "./look-alikes.js";
import { optionNamed } from "./tls-options.js";
import { unmistakableWords } from "./unmistakable-words.js";

/** Writes that belong to one object, whatever the object is used for. At least one of them is named as an option. */
export interface OptionShape {
  readonly anchor: TSESTree.Node;
  /** The nodes that are or denote the object. */
  readonly objects: readonly TSESTree.Node[];
  readonly writes: readonly PropertyWrite[];
  /** The names whose writes lie on top of others, or of what is out of sight. */
  readonly covering: ReadonlySet<string>;
}

interface Piece extends Omit<OptionShape, "covering"> {
  readonly covering?: ReadonlySet<string>;
  /** The same for all writes to one object. */
  readonly identity: unknown;
}

/** Every object of a file with properties named as TLS options are, but for expected values, log lines and what else only looks alike. */
export const optionShapes: (program: FileView) => readonly OptionShape[] = oncePerFile((program) =>
  united([
    ...literalShapes(program),
    ...storedShapes(program),
    ...fieldShapes(program),
    ...patternShapes(program),
    ...callShapes(program),
  ]),
);

function isOption(name: string): boolean {
  return optionNamed(unmistakableWords, name) !== undefined;
}

function united(pieces: readonly Piece[]): readonly OptionShape[] {
  const byIdentity = new Map<unknown, Piece[]>();
  for (const piece of pieces) {
    const known = byIdentity.get(piece.identity);
    if (known) known.push(piece);
    else byIdentity.set(piece.identity, [piece]);
  }
  return [...byIdentity.values()].map((own) => ({
    anchor: own[0]!.anchor,
    objects: own.flatMap(({ objects }) => objects),
    writes: own.flatMap(({ writes }) => writes),
    covering: new Set(own.flatMap(({ covering }) => [...(covering ?? [])])),
  }));
}

function literalShapes(program: FileView): readonly Piece[] {
  return program.objects.flatMap((object) => {
    const isShape = object.properties.some(
      (property) => property.type === "Property" && isOption(propertyName(program, property) ?? ""),
    );
    if (!isShape || isLookAlike(program, object)) return [];
    const { writes: all, covering } = readObject(program, object);
    const writes = all.filter((write) => !isOverwritten(program, write) && !isSpreadUnder(program, object, write.key));
    if (!writes.some(({ key }) => isOption(key))) return [];
    return [{ identity: holderOf(program, object) ?? object, anchor: object, objects: [object], writes, covering }];
  });
}

/** Whether all that is done with an object is to spread or merge it below another property of the name. */
function isSpreadUnder(program: FileView, object: TSESTree.ObjectExpression, key: string): boolean {
  const { parent } = object;
  if (parent.type === "CallExpression") return isMergedUnder(program, parent, object, key);
  const variable = parent.type === "VariableDeclarator" ? program.variableOf(parent.id) : undefined;
  if (parent.type !== "SpreadElement" && !variable) return false;
  const spreads = variable ? usesOf(variable).map(({ identifier }) => identifier.parent!) : [parent];
  return (
    spreads.length > 0 && spreads.every((spread) => isCovered(program, spread, key)) && !isExported(program, variable)
  );
}

function isMergedUnder(
  program: FileView,
  call: TSESTree.CallExpression,
  object: TSESTree.ObjectExpression,
  key: string,
): boolean {
  const objects = mergeOf(program, call)?.objects ?? [];
  const index = objects.indexOf(object);
  return index !== -1 && objects.slice(index + 1).some((upper) => layerOf(program, upper).certain.has(key));
}

function isCovered(program: FileView, spread: TSESTree.Node, key: string): boolean {
  if (spread.type !== "SpreadElement" || spread.parent.type !== "ObjectExpression") return false;
  const { properties } = spread.parent;
  return properties
    .slice(properties.indexOf(spread) + 1)
    .some((property) => property.type === "Property" && propertyName(program, property) === key);
}

/** The place of the variable, property or class field that an object literal initialises. */
function holderOf(program: FileView, object: TSESTree.ObjectExpression): unknown {
  const { parent } = object;
  switch (parent.type) {
    case "VariableDeclarator":
      return placeOf(program, parent.id);
    case "AssignmentExpression":
      return parent.right === object ? identityOf(program, parent.left) : undefined;
    case "PropertyDefinition": {
      const name = propertyName(program, parent);
      return name === undefined ? undefined : placeAt(program, parent.parent.parent).property(name);
    }
    default:
      return;
  }
}

function storedShapes(program: FileView): readonly Piece[] {
  return storesOf(program).flatMap(({ target, content }) => {
    const all = "writes" in content ? content.writes.filter(({ key }) => isOption(key)) : [];
    const writes = all.filter((write) => !isOverwritten(program, write));
    if (writes.length === 0 || isLookAlike(program, target)) return [];
    return [{ identity: identityOf(program, target), anchor: writes[0]!.node, objects: [target], writes }];
  });
}

function fieldShapes(program: FileView): readonly Piece[] {
  return program.fields.flatMap((field) => {
    const key = propertyName(program, field);
    if (key === undefined || !isOption(key) || !field.value) return [];
    const owner = field.parent.parent;
    const write = {
      key,
      keyNode: field.key,
      node: field,
      value: field.value,
      program,
      operator: "=",
      guard: undefined,
    };
    // a JavaScript parser has no `implements`
    return [{ identity: placeAt(program, owner), anchor: field, objects: owner.implements ?? [], writes: [write] }];
  });
}

/** `{ rejectUnauthorized = false }` in a parameter or destructuring. */
function patternShapes(program: FileView): readonly Piece[] {
  return program.defaults.flatMap((property) => {
    const key = propertyName(program, property);
    if (key === undefined || !isOption(key) || property.value.type !== "AssignmentPattern") return [];
    const { right: value } = property.value;
    const write = {
      key,
      keyNode: property.key,
      node: property,
      value,
      program,
      operator: "=",
      guard: guardAround(program, property),
    };
    return [{ identity: property.parent, anchor: property, objects: [property.parent], writes: [write] }];
  });
}

function callShapes(program: FileView): readonly Piece[] {
  return [...cipherSetters(program), ...commandLineDefaults(program)].map((write) => ({
    identity: write.node,
    anchor: write.node,
    objects: [],
    writes: [write],
  }));
}
