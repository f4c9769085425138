import type { TSESTree } from "@typescript-eslint/types";
import { choiceOfName, guardAround } from "../guards/guards.js";
import type { Call, FileView } from "../program/file-view.js";
import { recursively } from "../program/recursively.js";
import type { Variable } from "../program/source-file.js";
import { unwrap } from "../program/unwrap.js";
import { viewAt } from "../program/view-at.js";
import { branchesOf } from "./branches.js";
import { getterLayer, membersOfClass, membersOfEnum } from "./class-members.js";
import { layerOfExport, layerOfExports } from "./exports.js";
import { instancesOf, nameOfFunction, resultsOf, superclassesOf } from "./functions.js";
import {
  either,
  emptyLayer,
  guardedLayer,
  type Layer,
  layerOfWrites,
  layerWithout,
  noWrites,
  onDemand,
  overlay,
  type PropertyWrite,
  seenFrom,
  sizeOfLayer,
  tooMuchLayer,
  unknownLayer,
} from "./layers.js";
import { mergeOf } from "./merges.js";
import { membersNamed } from "./module-bindings.js";
import { moduleOf } from "./neighbours.js";
import { type Place, placeAt, placeOf } from "./places.js";
import { propertyName } from "./property-name.js";
import { sourcesOf } from "./sources.js";
import { type Store, storesAt } from "./stores.js";

/** What is known of an options object: its writes in the order in which they take effect. */
export interface ObjectModel {
  readonly writes: readonly PropertyWrite[];
  /** The names whose writes lie on top of others, or of what is out of sight. */
  readonly covering: ReadonlySet<string>;
  /** False when some part (a spread of a parameter, an unknown merge) is out of sight. */
  readonly complete: boolean;
}

/** Reads what an expression, or the property under `path` of it, says as an options object. */
export function readObject(program: FileView, expression: TSESTree.Node, path: readonly string[] = []): ObjectModel {
  const { writes, complete, covering } = layerUnder(program, expression, path);
  return { writes: [...writes.values()].flat(), complete, covering };
}

/** What the program says about the object under `path` of an expression. */
export function layerUnder(program: FileView, expression: TSESTree.Node, path: readonly string[]): Layer {
  if (path.length === 0) return layerOf(program, expression);
  const place = placeOf(program, expression);
  if (place)
    return layerAt(
      program,
      path.reduce((at, name) => at.property(name), place),
    );
  return path.reduce((layer, name) => layerOfProperty(layer, name), layerWith(program, expression, path[0]!));
}

/** The object in which the last name of a path stands. */
export function layerAround(program: FileView, expression: TSESTree.Node, path: readonly string[]): Layer {
  const [name] = path;
  return path.length === 1 ? layerWith(program, expression, name!) : layerUnder(program, expression, path.slice(0, -1));
}

/** What an expression denotes, of a whole file as much as has to be read to know one name. */
function layerWith(program: FileView, expression: TSESTree.Node, name: string): Layer {
  return expression.type === "Program"
    ? layerOfExport(viewAt(program, expression), name)
    : layerOf(program, expression);
}

function layerOfProperty(layer: Layer, name: string): Layer {
  const writes = layer.writes.get(name) ?? [];
  const values = writes.map((write) => guardedLayer(layerOf(write.program, write.value), () => write.guard));
  return either(layer.certain.has(name) ? values : [...values, { ...layer, ...noWrites }]);
}

/** What the program says about the object that an expression denotes. */
export const layerOf: (program: FileView, expression: TSESTree.Node) => Layer = (program, expression) =>
  layerOfNode(program, unwrap(expression));

const layerOfNode = recursively(
  { inCycle: () => emptyLayer, beyond: () => tooMuchLayer, sizeOf: sizeOfLayer },
  (program: FileView, node: TSESTree.Node): Layer => {
    switch (node.type) {
      case "ObjectExpression":
        return layerOfLiteral(program, node);
      case "Identifier":
      case "ThisExpression":
      case "MemberExpression": {
        const place = placeOf(program, node);
        if (place) return layerAt(program, place);
        return node.type === "MemberExpression" ? layerOfMember(program, node) : unknownLayer;
      }
      case "ConditionalExpression":
      case "LogicalExpression":
        return layerOfBranches(program, node);
      case "ArrayExpression":
        return layerOfArray(program, node);
      case "CallExpression":
      case "NewExpression":
        return layerOfCall(program, node);
      case "AssignmentExpression":
        return layerOf(program, node.right);
      case "ClassDeclaration":
      case "ClassExpression":
        return membersOfClass(program, node);
      case "TSEnumDeclaration":
        return membersOfEnum(program, node);
      case "Program":
        return layerOfExports(program);
      case "ImportExpression":
        return layerOfModule(program, node) ?? unknownLayer;
      case "Literal":
        return emptyLayer;
      default:
        return unknownLayer;
    }
  },
);

/** A property of what a call gives: `require("./config").tls`. */
function layerOfMember(program: FileView, node: TSESTree.MemberExpression): Layer {
  const table = layerOf(program, node.object);
  const name = propertyName(program, node);
  return name === undefined ? layerOfTable(program, node, table) : layerOfProperty(table, name);
}

// more entries say that nothing is known
const tableLimit = 64;

/** Whatever a table holds, each behind its name, or nothing: `modes[name]`. */
function layerOfTable(program: FileView, { property }: TSESTree.MemberExpression, table: Layer): Layer {
  if (table.writes.size === 0 || table.writes.size > tableLimit) return unknownLayer;
  const layers = [...table.writes.keys()].map((name) =>
    guardedLayer(layerOfProperty(table, name), () => choiceOfName(program, property, name)),
  );
  return either([...layers, table.complete ? emptyLayer : unknownLayer]);
}

function layerOfLiteral(program: FileView, object: TSESTree.ObjectExpression): Layer {
  const layers: Layer[] = [];
  let run: PropertyWrite[] = [];
  for (const property of object.properties) {
    const write = literalWrite(program, object, property);
    if (write) run.push(write);
    else {
      layers.push(layerOfWrites(run, true), layerOfPart(program, property));
      run = [];
    }
  }
  return overlay([...layers, layerOfWrites(run, true)]);
}

function literalWrite(
  program: FileView,
  object: TSESTree.ObjectExpression,
  property: TSESTree.ObjectLiteralElement,
): PropertyWrite | undefined {
  if (property.type !== "Property" || property.kind !== "init") return;
  const key = propertyName(program, property);
  if (key === undefined) return;
  const guard = onDemand(() => guardAround(program, object));
  return {
    key,
    keyNode: property.key,
    node: property,
    value: property.value,
    program,
    operator: "=",
    get guard() {
      return guard();
    },
  };
}

/** A spread, a getter, or a property whose name is not known. */
function layerOfPart(program: FileView, property: TSESTree.ObjectLiteralElement): Layer {
  if (property.type === "SpreadElement") return layerOf(program, property.argument);
  return property.kind === "get" ? getterLayer(program, property) : unknownLayer;
}

/** `cond && {...}` may be nothing. */
function layerOfBranches(program: FileView, node: TSESTree.ConditionalExpression | TSESTree.LogicalExpression): Layer {
  const layers = branchesOf(program, node).map((branch) => guardedLayer(layerOf(program, branch.node), branch.guard));
  return either(node.type === "LogicalExpression" && node.operator === "&&" ? [...layers, emptyLayer] : layers);
}

function layerOfArray(program: FileView, { elements }: TSESTree.ArrayExpression): Layer {
  const firstSpread = elements.findIndex((element) => element?.type === "SpreadElement");
  const own = firstSpread === -1 ? elements : elements.slice(0, firstSpread);
  const writes = own.flatMap((element, index) =>
    element
      ? [
          {
            key: String(index),
            keyNode: element,
            node: element,
            value: element,
            program,
            operator: "=",
            guard: undefined,
          },
        ]
      : [],
  );
  return { ...layerOfWrites(writes, true), complete: firstSpread === -1 };
}

/** What a `require(...)` or `import(...)` gives. */
function layerOfModule(program: FileView, node: TSESTree.Node): Layer | undefined {
  const source = moduleOf(program, node);
  return source && layerOf(program, source.file.ast);
}

function layerOfCall(program: FileView, node: Call): Layer {
  const exported = layerOfModule(program, node);
  if (exported) return exported;
  const results = resultsOf(program, node);
  if (results.length > 0)
    return either(results.map((result) => guardedLayer(layerOf(result.program, result.node), result.guard)));
  const instances = instancesOf(program, node);
  if (instances.length > 0)
    return either(instances.map((instance) => layerAt(instance.program, placeAt(program, instance.node))));
  const merge = mergeOf(program, node);
  if (merge) return overlay(merge.objects.map((object) => layerOf(program, object)));
  return isParsedAddress(program, node) ? emptyLayer : unknownLayer;
}

const parsers: ReadonlySet<string> = new Set(["parse", "urlToHttpOptions"]);

/** `url.parse(...)` and `url.urlToHttpOptions(...)` give the parts of an address, which are no options of TLS. */
function isParsedAddress(program: FileView, { callee }: Call): boolean {
  const [member, ...others] = membersNamed(program, callee, parsers);
  return member?.module === "url" && others.length === 0 && parsers.has(member.path.join("."));
}

/** What the program says about the object at a place: what is stored there first, and what is put into it later. */
const layerAt = recursively(
  { inCycle: () => emptyLayer, beyond: () => tooMuchLayer, sizeOf: sizeOfLayer },
  (program: FileView, place: Place): Layer => {
    let layers = [initialLayer(program, place)];
    for (const store of storesAt(program, place)) {
      const { certain: copied, ...own } = layerOfStore(program, store);
      const written = "writes" in store.content ? own.writes.keys() : copied;
      const certain = new Set(store.isDecisive() ? written : []);
      layers.push({ ...own, certain });
      if (store.deleted !== undefined) layers = [layerBehindDeletion(overlay(layers), store)];
    }
    return overlay(layers);
  },
);

/** Where a property may be taken out, nothing is certain of it any more. */
function layerBehindDeletion(layer: Layer, { deleted, isDecisive }: Store): Layer {
  if (isDecisive()) return layerWithout(layer, new Set([deleted!]));
  return { ...layer, certain: new Set([...layer.certain].filter((name) => name !== deleted)) };
}

/** What a store puts into its object; an earlier or later store may put something else there. */
export function layerOfStore(program: FileView, { content }: Store): Layer {
  return "writes" in content
    ? layerOfWrites(
        content.writes.map((write) => (program.inside ? seenFrom(program, write) : write)),
        false,
      )
    : overlay(content.objects.map((object) => layerOf(program, object)));
}

function initialLayer(program: FileView, { root, parent, path }: Place): Layer {
  if (parent) return layerOfProperty(layerAt(program, parent), path.at(-1)!);
  return "type" in root ? layerOfThis(program, root) : layerOfVariable(program, root);
}

function layerOfVariable(program: FileView, variable: Variable): Layer {
  const { all, complete } = sourcesOf(program, variable);
  const layers = all.map((source) => layerWithout(layerUnder(program, source.expression, source.path), source.without));
  return either(complete && all.length > 0 ? layers : [...layers, unknownLayer]);
}

function layerOfThis(program: FileView, owner: TSESTree.Node): Layer {
  switch (owner.type) {
    case "FunctionDeclaration":
    case "FunctionExpression": {
      const variable = nameOfFunction(program, owner);
      return variable ? layerAt(program, placeAt(program, variable).property("prototype")) : emptyLayer;
    }
    case "ClassDeclaration":
    case "ClassExpression":
      return overlay([
        ...superclassesOf(program, owner).map((parent) => layerAt(program, placeAt(program, parent))),
        membersOfClass(program, owner),
      ]);
    case "ObjectExpression":
      return layerOf(program, owner);
    default:
      return emptyLayer;
  }
}
