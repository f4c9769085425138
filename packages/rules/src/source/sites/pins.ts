import type { TSESTree } from "@typescript-eslint/types";
import { calleeNames } from "../program/callee-names.js";
import { type Call, type FileView, isCall, isFunction, usesOf } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import type { Variable } from "../program/source-file.js";
import { ancestorOf } from "../program/walk.js";
import { functionsCalledBy, nameOfFunction } from "../values/functions.js";

/**
 * Whether a file compares what a peer's certificate is with something of its own: a fingerprint, a key, or a hash of the whole, under
 * whatever names it goes on, in the function that reads it or in one that is handed it.
 */
export const comparesCertificates: (program: FileView) => boolean = oncePerFile((program) => {
  const { file, nodes } = program;
  if (!properties.test(file.text) && !whole.test(file.text)) return false;
  return nodes.some((node) => isOfCertificate(program, node) && reachesComparison(program, node, renamingLimit));
});

const properties = /\b(fingerprint(256|512)?|pubkey)\b/;
const whole = /\braw\b/;

function isOfCertificate(program: FileView, node: TSESTree.Node): boolean {
  if (node.type !== "Identifier") return false;
  if (properties.exec(node.name)?.[0] === node.name) return true;
  return node.name === "raw" && /cert|peer/i.test(sourceOf(program, node));
}

/** What `raw` is read from: buffers and templates have one too. */
function sourceOf(program: FileView, node: TSESTree.Node): string {
  const { parent } = node;
  if (parent?.type === "MemberExpression") return program.textOf(parent.object);
  const declarator = ancestorOf(
    node,
    (each): each is TSESTree.VariableDeclarator => each.type === "VariableDeclarator",
  );
  return declarator?.init && declarator.id.type === "ObjectPattern" ? program.textOf(declarator.init) : "";
}

// a name of a name of a name
const renamingLimit = 3;

/** Whether a value ends in a comparison, also under other names. */
function reachesComparison(program: FileView, value: TSESTree.Node, renamings: number): boolean {
  for (let child = value, { parent } = value; parent; child = parent, { parent } = parent) {
    if (parent.type === "BinaryExpression" && isComparison(program, parent, child)) return true;
    if (isCall(parent) && isComparedBy(program, parent, child, renamings)) return true;
    if (parent.type === "VariableDeclarator" || parent.type === "AssignmentExpression") {
      const target = parent.type === "VariableDeclarator" ? parent.id : parent.left;
      return target !== child
        ? isComparedAs(program, namedIn(target), renamings)
        : isComparedAs(program, [value, ...patternAround(value)], renamings);
    }
    const fn = parent.type === "ReturnStatement" ? ancestorOf(parent, isFunction) : isFunction(parent) && parent;
    if (fn && (fn === parent ? fn.body === child : true)) {
      const name = nameOfFunction(program, fn);
      return name !== undefined && isComparedUnder(program, name, renamings);
    }
    if (/Statement$|Declaration$/.test(parent.type)) return false;
  }
  return false;
}

function isComparison(program: FileView, { operator, left, right }: TSESTree.BinaryExpression, side: TSESTree.Node) {
  const other = program.textOf(side === left ? right : left);
  return /^[!=]==?$/.test(operator) && !/^(undefined|null|true|false|""|''|"\w+")$/.test(other);
}

const comparing = /equal|^(includes|has|is|some|match|test|compare)$|^verify|pin/i;

function isComparedBy(program: FileView, call: Call, argument: TSESTree.Node, renamings: number): boolean {
  const names = calleeNames(call.callee);
  if (comparing.test(names.at(-1) ?? "")) return true;
  if (renamings === 0 || call.callee === argument) return false;
  // `hash.update(certificate)`, whose digest is what counts
  if (names.at(-1) === "update" && names.length === 2 && call.callee.type === "MemberExpression")
    return isComparedAs(program, [call.callee.object], renamings);
  const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument);
  return functionsCalledBy(program, call).some(({ params }) => {
    const parameter = params[index];
    return parameter !== undefined && isComparedAs(program, namedIn(parameter), renamings);
  });
}

function isComparedAs(program: FileView, names: readonly TSESTree.Node[], renamings: number): boolean {
  return names.some((name) => {
    const variable = name.type === "Identifier" ? program.variableOf(name) : undefined;
    return variable !== undefined && isComparedUnder(program, variable, renamings);
  });
}

function isComparedUnder(program: FileView, variable: Variable, renamings: number): boolean {
  return (
    renamings > 0 &&
    usesOf(variable).some((use) => use.isRead() && reachesComparison(program, use.identifier, renamings - 1))
  );
}

function namedIn(target: TSESTree.Node): readonly TSESTree.Node[] {
  return target.type === "Identifier" ? [target] : [];
}

/** The name that a pattern gives a property: `fp` of `{ fingerprint256: fp }`. */
function patternAround({ parent }: TSESTree.Node): readonly TSESTree.Node[] {
  return parent?.type === "Property" ? [parent.value] : [];
}
