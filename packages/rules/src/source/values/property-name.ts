import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import type { Variable } from "../program/source-file.js";
import { unwrap } from "../program/unwrap.js";
import { mergeOf } from "./merges.js";
import { sourcesOf } from "./sources.js";
import { alternativesOf } from "./static-value.js";

type Named = TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition;

/** The name that a member access, an object property or a class member has, computed or not; undefined when the code does not tell. */
export function propertyName(program: FileView, node: Named): string | undefined {
  const names = propertyNames(program, node);
  return names?.length === 1 ? names[0] : undefined;
}

/** All names that it may have: several for `constants["SSL_OP_NO_" + version]` in a loop over versions. */
export function propertyNames(program: FileView, node: Named): readonly string[] | undefined {
  const key = node.type === "MemberExpression" ? node.property : node.key;
  if (!node.computed && key.type === "Identifier") return [key.name];
  if (!node.computed && key.type === "PrivateIdentifier") return [`#${key.name}`];
  if (key.type === "Literal") return key.value === null ? undefined : [String(key.value)];
  if (!mayBeConstant(program, key)) return;
  const names = alternativesOf(program, key).map((alternative) =>
    alternative.kind === "known" ? nameFrom(alternative.value) : undefined,
  );
  return names.every((name) => name !== undefined) ? [...new Set(names)] : undefined;
}

function nameFrom(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

// a name of a name of a name
const renamingLimit = 3;

/** Counters and what functions return name no options; following them would mean to follow most of a program. */
function mayBeConstant(program: FileView, expression: TSESTree.Node, renamings = 0): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case "Identifier": {
      const variable = program.variableOf(node);
      return variable !== undefined && renamings < renamingLimit && isSetOnce(program, variable, renamings);
    }
    case "MemberExpression":
      return mayBeConstant(program, node.object, renamings);
    case "BinaryExpression":
      return (
        node.operator === "+" &&
        mayBeConstant(program, node.left, renamings) &&
        mayBeConstant(program, node.right, renamings)
      );
    case "ConditionalExpression":
      return mayBeConstant(program, node.consequent, renamings) && mayBeConstant(program, node.alternate, renamings);
    case "CallExpression":
      return mergeOf(program, node) !== undefined;
    default:
      return /^(Literal|TemplateLiteral|ArrayExpression|ObjectExpression|TSEnumDeclaration|Class|Import|Program)/.test(
        node.type,
      );
  }
}

function isSetOnce(program: FileView, variable: Variable, renamings: number): boolean {
  const { all, complete } = sourcesOf(program, variable);
  const [source] = all;
  return (
    complete &&
    all.length === 1 &&
    source!.operator === "=" &&
    mayBeConstant(program, source!.expression, renamings + 1)
  );
}

/** How an export, an import or a member of an enum spells its name. */
export function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}
