import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, isCall, isFunction, usesOf } from "../source/program/file-view.js";
import type { Variable } from "../source/program/source-file.js";
import { functionsCalledBy } from "../source/values/functions.js";
import { isExported } from "../source/values/is-exported.js";
import { propertyName } from "../source/values/property-name.js";

// a name of a name of a name
const renamingLimit = 3;

/** What a name of a list stands for, where it is set once and nobody reads it but for one option. */
export function listBehind(program: FileView, name: TSESTree.Identifier, key: string): TSESTree.Node | undefined {
  const variable = program.variableOf(name);
  const [definition, ...others] = variable?.defs ?? [];
  const node = definition?.node;
  if (!variable || others.length > 0 || node?.type !== "VariableDeclarator" || node.id.type !== "Identifier") return;
  return node.init && servesOnly(program, variable, key, renamingLimit) ? node.init : undefined;
}

function servesOnly(program: FileView, variable: Variable, key: string, renamings: number): boolean {
  return (
    renamings > 0 &&
    !isExported(program, variable) &&
    usesOf(variable).every((use) => !use.isWrite() && endsAt(program, use.identifier, key, renamings))
  );
}

/** Whether all that becomes of an expression is the value of an option. */
function endsAt(program: FileView, expression: TSESTree.Node, key: string, renamings: number): boolean {
  for (let child = expression, { parent } = expression; parent; child = parent, { parent } = parent) {
    switch (parent.type) {
      case "SpreadElement":
      case "ArrayExpression":
      case "BinaryExpression":
      case "TemplateLiteral":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
        break;
      case "MemberExpression":
        if (parent.object !== child || !/^(join|concat|filter|slice)$/.test(propertyName(program, parent) ?? ""))
          return false;
        break;
      case "CallExpression":
        if (parent.callee !== child && !isPassedOn(program, parent, child)) return false;
        break;
      case "Property":
        return parent.value === child && propertyName(program, parent) === key;
      case "AssignmentExpression":
        return (
          parent.right === child &&
          parent.left.type === "MemberExpression" &&
          propertyName(program, parent.left) === key
        );
      case "VariableDeclarator": {
        const variable = parent.init === child ? program.variableOf(parent.id) : undefined;
        return variable !== undefined && servesOnly(program, variable, key, renamings - 1);
      }
      default:
        return false;
    }
  }
  return false;
}

/** Whether a call joins or lengthens the list that it is handed: `list.concat(more)`, or a function of the file that returns what it is handed. */
function isPassedOn(program: FileView, call: TSESTree.CallExpression, argument: TSESTree.Node): boolean {
  const { callee } = call;
  if (callee.type === "MemberExpression" && propertyName(program, callee) === "concat") return true;
  const index = call.arguments.indexOf(argument as TSESTree.CallExpressionArgument);
  const functions = functionsCalledBy(program, call);
  return (
    functions.length > 0 &&
    functions.every(({ params }) => {
      const parameter = params[index];
      const variable = parameter?.type === "Identifier" ? program.variableOf(parameter) : undefined;
      return variable !== undefined && usesOf(variable).every(({ identifier }) => isReturned(identifier));
    })
  );
}

function isReturned(expression: TSESTree.Node): boolean {
  for (let child = expression, { parent } = expression; parent; child = parent, { parent } = parent) {
    if (parent.type === "ReturnStatement") return true;
    if (isFunction(parent)) return parent.body === child;
    const isJoined = isCall(parent) && parent.callee === child;
    if (!isJoined && !/^(Member|Array|Binary)Expression$|^(SpreadElement|TemplateLiteral)$/.test(parent.type))
      return false;
  }
  return false;
}
