import type { TSESTree } from "@typescript-eslint/types";
import { guardAround } from "./guards.js";
import { classLayer } from "./class-members.js";
import { branchesOf } from "./branches.js";
import { resultsOf } from "./functions.js";
import { either, emptyLayer, guardedLayer, layerOfWrites, layerWithout, overlay, unknownLayer, type Layer, type PropertyWrite } from "./layers.js";
import { mergeOf } from "./merges.js";
import { recursively } from "./once.js";
import { isOwned } from "./ownership.js";
import { placeOf, type Place } from "./places.js";
import type { Program } from "./program.js";
import { propertyName } from "./property-name.js";
import { sourcesOf } from "./sources.js";
import type { Variable } from "./source-file.js";
import { storesAt } from "./stores.js";
import { unwrap } from "./unwrap.js";

/** What is known of an options object: its writes in the order in which they take effect. */
export interface ObjectModel {
  readonly writes: readonly PropertyWrite[];
  /** False when some part (a spread of a parameter, an unknown merge) is out of sight. */
  readonly complete: boolean;
}

/** Reads what an expression, or the property under `path` of it, says as an options object. */
export function readObject(program: Program, expression: TSESTree.Node, path: readonly string[] = []): ObjectModel {
  const { writes, complete } = layerUnder(program, expression, path);
  return { writes: [...writes.values()].flat(), complete };
}

/** What the program says about the object under `path` of an expression. */
export function layerUnder(program: Program, expression: TSESTree.Node, path: readonly string[]): Layer {
  if (path.length === 0) return layerOf(program, expression);
  const place = placeOf(program, expression);
  if (place) return layerAt(program, path.reduce((at, name) => at.property(name), place));
  return path.reduce((layer, name) => layerOfProperty(program, layer, name), layerOf(program, expression));
}

function layerOfProperty(program: Program, layer: Layer, name: string): Layer {
  const writes = layer.writes.get(name) ?? [];
  const values = writes.map((write) => guardedLayer(layerOf(program, write.value), write.guard));
  const isMissing = !layer.certain.has(name);
  return either([...values, ...(isMissing ? [layer.complete ? emptyLayer : unknownLayer] : [])]);
}

/** What the program says about the object that an expression denotes. */
export const layerOf: (program: Program, expression: TSESTree.Node) => Layer = (program, expression) =>
  layerOfNode(program, unwrap(expression));

const layerOfNode = recursively(
  () => emptyLayer,
  (program: Program, node: TSESTree.Node): Layer => {
    switch (node.type) {
      case "ObjectExpression":
        return layerOfLiteral(program, node);
      case "Identifier":
      case "ThisExpression":
      case "MemberExpression": {
        const place = placeOf(program, node);
        return place ? layerAt(program, place) : unknownLayer;
      }
      case "ConditionalExpression":
      case "LogicalExpression":
        return either(branchesOf(program, node).map((branch) => guardedLayer(layerOf(program, branch.node), branch.guard)));
      case "CallExpression":
      case "NewExpression":
        return layerOfCall(program, node);
      case "AssignmentExpression":
        return layerOf(program, node.right);
      case "ClassDeclaration":
      case "ClassExpression":
      case "TSEnumDeclaration":
        return classLayer(program, node);
      case "Literal":
        return emptyLayer;
      default:
        return unknownLayer;
    }
  },
);

function layerOfLiteral(program: Program, object: TSESTree.ObjectExpression): Layer {
  const guard = guardAround(program, object);
  const owned = isOwned(program, object);
  const layers: Layer[] = [];
  let writes: PropertyWrite[] = [];
  const settle = () => {
    if (writes.length > 0) layers.push(layerOfWrites(writes, true));
    writes = [];
  };
  for (const property of object.properties) {
    if (property.type === "SpreadElement") {
      settle();
      layers.push(layerOf(program, property.argument));
      continue;
    }
    const key = propertyName(program, property);
    if (key === undefined) layers.push(unknownLayer);
    else writes.push({ key, keyNode: property.key, node: property, value: property.value, operator: "=", guard, owned });
  }
  settle();
  return overlay(layers);
}

function layerOfCall(program: Program, node: TSESTree.CallExpression | TSESTree.NewExpression): Layer {
  const results = resultsOf(program, node);
  if (results.length > 0) return either(results.map((result) => layerOf(result.program, result.node)));
  const merge = mergeOf(program, node);
  return merge ? overlay(merge.objects.map((object) => layerOf(program, object))) : unknownLayer;
}

/** What the program says about the object at a place: what is stored there first, and what is put into it later. */
export const layerAt = recursively(
  () => emptyLayer,
  (program: Program, place: Place): Layer => {
    const stores = storesAt(program, place).map(({ content }) =>
      "write" in content ? layerOfWrites([content.write], false) : overlay(content.objects.map((object) => layerOf(program, object))),
    );
    return overlay([initialLayer(program, place), { ...overlay(stores), certain: new Set() }]);
  },
);

function initialLayer(program: Program, { root, parent, path }: Place): Layer {
  if (parent) return layerOfProperty(program, layerAt(program, parent), path.at(-1)!);
  return "type" in root ? layerOfThis(program, root) : layerOfVariable(program, root);
}

function layerOfVariable(program: Program, variable: Variable): Layer {
  const { all, complete } = sourcesOf(program, variable);
  const layers = all.map((source) => layerWithout(layerUnder(program, source.expression, source.path), source.without));
  return either(complete && all.length > 0 ? layers : [...layers, unknownLayer]);
}

function layerOfThis(program: Program, owner: TSESTree.Node): Layer {
  return owner.type === "Program" ? emptyLayer : layerOf(program, owner);
}
