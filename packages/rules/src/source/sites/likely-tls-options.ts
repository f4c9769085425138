import type { TSESTree } from "@typescript-eslint/types";
import { guardOfCallers } from "../program/call-contexts.js";
import { guardAround } from "../program/guards.js";
import { layerOfWrites, type PropertyWrite } from "../values/layers.js";
import { cipherSetters, commandLineDefaults } from "./likely-calls.js";
import { isUnmistakable } from "./likely-shapes.js";
import { isLookAlike } from "./look-alikes.js";
import { readObject } from "../values/object-model.js";
import { identityOf, placeAt, placeOf } from "../values/places.js";
import type { Program } from "../program/program.js";
import { propertyName } from "../program/property-name.js";
import { storesOf } from "../values/stores.js";
import { createTlsOptions, optionNamed, type TlsOptions } from "./tls-options.js";
import { unmistakableWords } from "./unmistakable-words.js";
import { unwrap } from "../program/unwrap.js";

/** Writes that belong to one object, though no call of it is in sight. */
interface Shape {
  /** The same for all writes to one object. */
  readonly identity: unknown;
  readonly anchor: TSESTree.Node;
  readonly writes: readonly PropertyWrite[];
}

/**
 * Options whose call is out of sight but whose key and value are unmistakably Node's: a `rejectUnauthorized: false` in an object that
 * goes to a wrapper, a `secureProtocol` assigned to a parameter. What is already tied to a TLS call is left out.
 */
export function likelyTlsOptions(program: Program, claimed: ReadonlySet<TSESTree.Node>): readonly TlsOptions[] {
  const shapes = [...literalShapes(program), ...storedShapes(program), ...fieldShapes(program), ...patternShapes(program), ...callShapes(program)];
  return united(shapes).flatMap(({ anchor, writes }) => {
    const unclaimed = writes.filter((write) => !claimed.has(write.node) && !claimed.has(unwrap(write.value)));
    if (!unclaimed.some((write) => isUnmistakable(write, writes))) return [];
    return [createLikelyOptions(program, anchor, unclaimed)];
  });
}

function createLikelyOptions(program: Program, anchor: TSESTree.Node, writes: readonly PropertyWrite[]): TlsOptions {
  const site = {
    client: undefined,
    side: "unknown",
    certainty: "likely",
    scope: "connection",
    unverified: false,
    anchor,
    guard: guardOfCallers(program, anchor),
    vocabulary: unmistakableWords,
    forwards: undefined,
  } as const;
  return createTlsOptions(site, { ...layerOfWrites(writes, false), complete: false });
}

function isOption(name: string): boolean {
  return optionNamed(unmistakableWords, name) !== undefined;
}

function united(shapes: readonly Shape[]): readonly Shape[] {
  const byIdentity = new Map<unknown, Shape & { readonly writes: PropertyWrite[] }>();
  for (const shape of shapes) {
    const known = byIdentity.get(shape.identity);
    if (known) known.writes.push(...shape.writes);
    else byIdentity.set(shape.identity, { ...shape, writes: [...shape.writes] });
  }
  return [...byIdentity.values()];
}

function literalShapes(program: Program): readonly Shape[] {
  return program.objects.flatMap((object) => {
    const isShape = object.properties.some((property) => property.type === "Property" && isOption(propertyName(program, property) ?? ""));
    if (!isShape || isLookAlike(program, object)) return [];
    return [{ identity: holderOf(program, object) ?? object, anchor: object, writes: readObject(program, object).writes }];
  });
}

/** The place of the variable, property or class field that an object literal initialises. */
function holderOf(program: Program, object: TSESTree.ObjectExpression): unknown {
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

function storedShapes(program: Program): readonly Shape[] {
  return storesOf(program).flatMap(({ target, content }) => {
    const writes = "writes" in content ? content.writes.filter(({ key }) => isOption(key)) : [];
    if (writes.length === 0 || isLookAlike(program, target)) return [];
    return [{ identity: identityOf(program, target), anchor: writes[0]!.node, writes }];
  });
}

function fieldShapes(program: Program): readonly Shape[] {
  return program.fields.flatMap((field) => {
    const key = propertyName(program, field);
    if (key === undefined || !isOption(key) || !field.value) return [];
    const write = { key, keyNode: field.key, node: field, value: field.value, program, operator: "=", guard: undefined, owned: true };
    return [{ identity: placeAt(program, field.parent.parent), anchor: field, writes: [write] }];
  });
}

/** `{ rejectUnauthorized = false }` in a parameter or destructuring. */
function patternShapes(program: Program): readonly Shape[] {
  return program.defaults.flatMap((property) => {
    const key = propertyName(program, property);
    if (key === undefined || !isOption(key) || property.value.type !== "AssignmentPattern") return [];
    const { right: value } = property.value;
    const write = { key, keyNode: property.key, node: property, value, program, operator: "=", guard: guardAround(program, property), owned: true };
    return [{ identity: property.parent, anchor: property, writes: [write] }];
  });
}

function callShapes(program: Program): readonly Shape[] {
  return [...cipherSetters(program), ...commandLineDefaults(program)].map((write) => ({ identity: write.node, anchor: write.node, writes: [write] }));
}
