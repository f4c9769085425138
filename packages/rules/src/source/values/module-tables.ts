import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { unwrap } from "../program/unwrap.js";
import { propertyName } from "./property-name.js";
import { isModuleOfInterest } from "./sinks.js";
import { sourcesOf } from "./sources.js";

/**
 * The names of properties that may hold something of a module, as in `{ Ctor: https.Agent }`: the only ones worth following when they
 * are called. To follow every property that a program calls would mean to follow most of the program.
 */
export const namesHoldingMembers: (program: FileView) => ReadonlySet<string> = oncePerFile((program) => {
  const names = new Set<string>();
  const add = (name: string | undefined, value: TSESTree.Node | null): void => {
    if (name !== undefined && value && startsAtModule(program, value)) names.add(name);
  };
  for (const { properties } of program.objects) {
    for (const property of properties)
      if (property.type === "Property" && !property.computed) add(propertyName(program, property), property.value);
  }
  for (const { left, right } of program.assignments) {
    if (left.type === "MemberExpression" && !left.computed) add(propertyName(program, left), right);
  }
  for (const field of program.fields) add(propertyName(program, field), field.value);
  return names;
});

// a name of a name of a name
const renamingLimit = 3;

/** Whether the leftmost part of an expression is an import or a `require` of a module that a table knows. */
function startsAtModule(program: FileView, expression: TSESTree.Node, renamings = 0): boolean {
  const node = leftmost(expression);
  switch (node.type) {
    case "ImportExpression":
      return isOfInterest(node.source);
    case "CallExpression":
      return isOfInterest(node.arguments[0]);
    case "ImportSpecifier":
    case "ImportDefaultSpecifier":
    case "ImportNamespaceSpecifier":
      return node.parent.type === "ImportDeclaration" && isOfInterest(node.parent.source);
    case "TSImportEqualsDeclaration":
      return node.moduleReference.type === "TSExternalModuleReference" && isOfInterest(node.moduleReference.expression);
    case "ConditionalExpression":
      return startsAtModule(program, node.consequent, renamings) || startsAtModule(program, node.alternate, renamings);
    case "LogicalExpression":
      return startsAtModule(program, node.left, renamings) || startsAtModule(program, node.right, renamings);
    case "Identifier": {
      const variable = program.variableOf(node);
      if (!variable) return node.name === "process";
      const imported = variable.defs.find(({ type }) => type === "ImportBinding");
      // what a file of the project exports is no module, and to know it would mean to parse that file
      if (imported) return startsAtModule(program, imported.node, renamings);
      return (
        renamings < renamingLimit &&
        sourcesOf(program, variable).all.some((source) => startsAtModule(program, source.expression, renamings + 1))
      );
    }
    default:
      return false;
  }
}

/** A name that the code does not tell may be any. */
function isOfInterest(source: TSESTree.Node | undefined): boolean {
  if (source?.type !== "Literal" || typeof source.value !== "string") return true;
  return isModuleOfInterest(source.value.replace(/^node:/, ""));
}

/** Where an expression begins, as it is read from the left. */
function leftmost(expression: TSESTree.Node): TSESTree.Node {
  let node = unwrap(expression);
  for (;;) {
    if (node.type === "MemberExpression") node = unwrap(node.object);
    else if (node.type === "NewExpression") node = unwrap(node.callee);
    else if (node.type === "CallExpression" && !isRequire(node)) node = unwrap(node.callee);
    else return node;
  }
}

function isRequire({ callee }: TSESTree.CallExpression): boolean {
  return (
    callee.type === "Identifier" && /^(require|_*(interopRequire|import)(Default|Wildcard|Star))$/.test(callee.name)
  );
}
