import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { recursively } from "../program/recursively.js";
import { viewAt } from "../program/view-at.js";
import {
  either,
  emptyLayer,
  type Layer,
  layerOfWrites,
  layerWithout,
  overlay,
  type PropertyWrite,
  sizeOfLayer,
  tooMuchLayer,
  unknownLayer,
} from "./layers.js";
import { defaultPath, isNeighbour, isReadingOf, isWithoutName, moduleOf } from "./neighbours.js";
import { layerOf, layerOfStore } from "./object-model.js";
import { isExports, type Place, placeAt } from "./places.js";
import { nameOf } from "./property-name.js";
import { storesAt } from "./stores.js";

/** What a file exports, as an object: by name, and for a CommonJS module the properties of `module.exports`. */
export function layerOfExports(program: FileView): Layer {
  return exportedLayer(program, undefined);
}

/** As much of what a file exports as has to be read to know what one name is: a barrel passes on most of a project. */
export function layerOfExport(program: FileView, name: string): Layer {
  return layerOfName(program, placeAt(program, program.file.ast).property(name));
}

/** What each `export ... from` of a file passes on from a certain other one. */
export function layersFrom(program: FileView, source: FileView): readonly Layer[] {
  const statements = program.file.ast.body.filter((statement) => isReadingOf(program, statement, source));
  return statements.map((statement) => layerOfStatement(program, statement));
}

function layerOfStatement(program: FileView, statement: TSESTree.Node): Layer {
  if (statement.type === "ExportAllDeclaration") return layerOfExportAll(program, statement, undefined);
  return layerOfWrites(namedExports(program, statement, undefined), true);
}

const layerOfName = recursively(
  { inCycle: () => emptyLayer, beyond: () => tooMuchLayer, sizeOf: sizeOfLayer },
  (program: FileView, { path }: Place): Layer => exportedLayer(program, path[0]),
);

/** All that a file exports, or what may have one name. */
function exportedLayer(program: FileView, name: string | undefined): Layer {
  const { body } = program.file.ast;
  const wholes = wholeExports(program).map((node) => layerOf(program, node));
  const stores = storesAt(program, placeAt(program, program.file.ast)).map((store) => layerOfStore(program, store));
  const passedOn = body.map((statement) =>
    statement.type === "ExportAllDeclaration" ? layerOfExportAll(program, statement, name) : emptyLayer,
  );
  const named = body.flatMap((statement) => namedExports(program, statement, name));
  return overlay([...(wholes.length > 0 ? [either(wholes)] : []), ...stores, ...passedOn, layerOfWrites(named, true)]);
}

/** What a CommonJS module exports as a whole: `module.exports = ...`, `export = ...`. */
export function wholeExports(program: FileView): readonly TSESTree.Node[] {
  const assigned = program.assignments.flatMap(({ left, right }) =>
    left.type === "MemberExpression" && isExports(program, left) ? [right] : [],
  );
  return [
    ...assigned,
    ...program.file.ast.body.flatMap((statement) =>
      statement.type === "TSExportAssignment" ? [statement.expression] : [],
    ),
  ];
}

function layerOfExportAll(program: FileView, node: TSESTree.ExportAllDeclaration, name: string | undefined): Layer {
  if (name !== undefined && cannotPassOn(program, node, name)) return emptyLayer;
  const source = moduleOf(program, node);
  if (node.exported)
    return source
      ? layerOfWrites([writeOf(program, nameOf(node.exported), node, source.file.ast)], true)
      : unknownLayer;
  return source
    ? layerWithout(layerOfPart(viewAt(program, source.file.ast), name), new Set(["default"]))
    : unknownLayer;
}

/** Whether a file that is there gives another one, which passes on all of its names, or all of them as one, no such name. */
function cannotPassOn(program: FileView, node: TSESTree.ExportAllDeclaration, name: string): boolean {
  if (!node.exported) return isWithoutName(program, node, name);
  return nameOf(node.exported) !== name && isNeighbour(program, node);
}

function layerOfPart(program: FileView, name: string | undefined): Layer {
  return name === undefined ? layerOf(program, program.file.ast) : layerOfExport(program, name);
}

function namedExports(program: FileView, statement: TSESTree.Node, name: string | undefined): readonly PropertyWrite[] {
  switch (statement.type) {
    case "ExportDefaultDeclaration":
      return [writeOf(program, "default", statement, statement.declaration)];
    case "ExportNamedDeclaration":
      if (statement.exportKind === "type") return [];
      if (statement.declaration) return declaredNames(program, statement.declaration);
      return statement.specifiers
        .filter(({ exported }) => name === undefined || nameOf(exported) === name)
        .flatMap((each) => specifiedExport(program, statement, each));
    default:
      return [];
  }
}

function declaredNames(program: FileView, declaration: TSESTree.Node): readonly PropertyWrite[] {
  switch (declaration.type) {
    case "VariableDeclaration":
      return declaration.declarations.flatMap(({ id }) =>
        namesIn(id).map((name) => writeOf(program, name.name, declaration, name)),
      );
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "TSEnumDeclaration":
      return declaration.id ? [writeOf(program, declaration.id.name, declaration, declaration.id)] : [];
    default:
      return [];
  }
}

function namesIn(pattern: TSESTree.Node): readonly TSESTree.Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === "Property" ? property.value : property.argument),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case "AssignmentPattern":
      return namesIn(pattern.left);
    case "RestElement":
      return namesIn(pattern.argument);
    default:
      return [];
  }
}

/** `export { a as b }`, from another file or not; what comes from a package is told by the specifier itself. */
function specifiedExport(
  program: FileView,
  statement: TSESTree.ExportNamedDeclaration,
  specifier: TSESTree.ExportSpecifier,
): readonly PropertyWrite[] {
  if (specifier.exportKind === "type") return [];
  const key = nameOf(specifier.exported);
  if (!statement.source) return [writeOf(program, key, specifier, specifier.local)];
  const source = moduleOf(program, statement);
  if (!source) return [writeOf(program, key, specifier, specifier)];
  const { ast } = source.file;
  const [name] = nameOf(specifier.local) === "default" ? defaultPath(source) : [nameOf(specifier.local)];
  if (name === undefined) return [writeOf(program, key, specifier, ast)];
  return (layerOfExport(viewAt(program, ast), name).writes.get(name) ?? []).map((write) => ({ ...write, key }));
}

function writeOf(program: FileView, key: string, node: TSESTree.Node, value: TSESTree.Node): PropertyWrite {
  return { key, keyNode: node, node, value, program, operator: "=", guard: undefined };
}
