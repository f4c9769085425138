import type { TSESTree } from "@typescript-eslint/types";
import { calleeNames } from "../program/callee-names.js";
import type { FileView } from "../program/file-view.js";
import type { Definition } from "../program/source-file.js";
import { unwrap } from "../program/unwrap.js";
import { walk } from "../program/walk.js";

// a name of a name of a name
const renamingLimit = 3;

/** Whether an expression depends on what a function is told from outside: a parameter, a setting, a call, the environment, the command line. */
export function comesFromOutside(program: FileView, expression: TSESTree.Node, renamings = 0): boolean {
  let isOutside = false;
  walk(unwrap(expression), (node) => {
    isOutside ||= isFromOutside(program, node, renamings);
    return isOutside ? "skip" : undefined;
  });
  return isOutside;
}

function isFromOutside(program: FileView, node: TSESTree.Node, renamings: number): boolean {
  switch (node.type) {
    case "ThisExpression":
    case "MetaProperty":
    case "ImportExpression":
      return true;
    case "MemberExpression":
      return isOfProcess(program, node);
    case "CallExpression":
      return isAnswered(program, node);
    case "Identifier":
      return isOutsideName(program, node, renamings);
    default:
      return false;
  }
}

function isOfProcess(program: FileView, { object, property }: TSESTree.MemberExpression): boolean {
  const isProcess = object.type === "Identifier" && object.name === "process" && program.isGlobal(object);
  return isProcess && property.type === "Identifier" && /^(env|argv|execArgv)$/.test(property.name);
}

function isOutsideName(program: FileView, node: TSESTree.Identifier, renamings: number): boolean {
  const variable = program.variableOf(node);
  if (!variable) return false;
  const written = variable.references.flatMap(({ writeExpr }) => writeExpr ?? []);
  return (
    variable.defs.some((definition) => isOutsideDefinition(program, definition, renamings)) ||
    (renamings < renamingLimit && written.some((value) => comesFromOutside(program, value, renamings + 1)))
  );
}

function isOutsideDefinition(program: FileView, { type, node }: Definition, renamings: number): boolean {
  switch (type) {
    case "Parameter":
      return true;
    case "ImportBinding":
      return node.parent?.type === "ImportDeclaration" && !isOfNode(node.parent.source.value);
    case "FunctionName":
      return isAskedFor(node);
    default:
      return node.type === "VariableDeclarator" && isOutsideVariable(program, node, renamings);
  }
}

/** Whether what a name declares is a function: what a call answers is not known here. */
function isAskedFor(node: TSESTree.Node): boolean {
  return node.type === "FunctionDeclaration" && node.body.body.length > 0;
}

function isOutsideVariable(
  program: FileView,
  { init, parent }: TSESTree.VariableDeclarator,
  renamings: number,
): boolean {
  const loop = parent.parent;
  const source = init ?? (loop.type === "ForOfStatement" || loop.type === "ForInStatement" ? loop.right : undefined);
  if (!source || renamings === renamingLimit) return false;
  return comesFromOutside(program, source, renamings + 1);
}

/** Whether what a call gives was said elsewhere: a module that is not Node's, the command line, a file, somebody who was asked. */
function isAnswered(program: FileView, { callee, arguments: [first] }: TSESTree.CallExpression): boolean {
  const name = calleeNames(callee).at(-1) ?? "";
  if (name !== "require") return asking.test(name);
  return first !== undefined && !(first.type === "Literal" && isOfNode(String(first.value)));
}

const asking = /^(parseArgs|readFile(Sync)?|question|prompt|confirm|select)$/;

const ownModules =
  /^(node:.*|fs|fs\/promises|path|os|url|util|assert|events|stream|buffer|crypto|net|tls|http|https|http2|dns|zlib|child_process|querystring|readline|timers|worker_threads|cluster|v8|vm|perf_hooks)$/;

/** Node's own modules have no opinion; `process` tells what it was told. */
function isOfNode(module: string): boolean {
  return ownModules.test(module) && module !== "node:process";
}
