import { probing } from "../../choice-words.js";
import { type PyModule, scopeOf } from "./module.js";
import { field, type PyNode, textOf } from "./tree.js";

/** A condition that decides whether code runs. */
export interface Guard {
  /** The condition as written, `not ` before it where the code runs when it is false. */
  readonly text: string;
  readonly condition: PyNode;
  readonly isNegated: boolean;
}

/** Whether the interpreter or its OpenSSL has something: true everywhere on the releases that have it, so nobody's choice. */
const featureTest =
  /\b(?:hasattr|callable)\s*\(|\bsys\.(?:version_info|hexversion|version|platform)\b|\bPY[23]\b|\bsix\.PY|\bssl\.HAS_\w+|\bHAS_(?:SSL|SNI|TLS\w*|OPENSSL|PYOPENSSL)\b|\bssl\.OPENSSL_VERSION|\b__name__\b|\bTYPE_CHECKING\b|\bplatform\.|\bos\.name\b/;

export const isFeatureTest = (condition: string): boolean => featureTest.test(condition);

/** A function or class that is there to switch the check off, by its name. */
const optOut =
  /(?:^|_)(?:insecure|unverified|unsafe|untrusted|trust_all|trust_any|accept_all)|(?:no|skip|disable|ignore|without|bypass)_?(?:ssl|tls|verif|cert|check|host)|allow_(?:self_?signed|invalid|insecure)/i;

const isBranch = ({ type }: PyNode) => type === "if_statement" || type === "elif_clause" || type === "while_statement";

/** The conditions between a node and the scope that it stands in, the outermost first. */
export function guardsOf(node: PyNode, module: PyModule): readonly Guard[] {
  const scope = scopeOf(node, module).node;
  const guards: Guard[] = [];
  for (let child = node; child.parent && child !== scope; child = child.parent)
    guards.unshift(...guardsAt(child, child.parent, module.text));
  return [...optOutsAround(node, module), ...guards.filter(({ text }) => !isFeatureTest(text))];
}

/** The name of a function or class around a node that says what it is for. */
function optOutsAround(node: PyNode, { text }: PyModule): readonly Guard[] {
  const guards: Guard[] = [];
  for (let scope = node.parent; scope; scope = scope.parent) {
    const name = /^(?:function|class)_definition$/.test(scope.type) ? field(scope, "name") : undefined;
    const words = name ? textOf(name, text).replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_") : "";
    if (name && (optOut.test(words) || probing.test(words.replaceAll("_", " ").toLowerCase())))
      guards.unshift({ condition: name, isNegated: false, text: textOf(name, text) });
  }
  return guards;
}

function guardsAt(child: PyNode, parent: PyNode, text: string): readonly Guard[] {
  if (parent.type === "conditional_expression") return conditionalGuard(child, parent, text);
  if (parent.type === "boolean_operator") return shortCircuit(child, parent, text);
  if (isBranch(parent) && child.field === "consequence")
    return [...earlier(parent, text), ...(fillsIn(parent, child, text) ? [] : [guardOf(parent, false, text)])];
  if (isBranch(parent) && child.field === "body") return [guardOf(parent, false, text)];
  if (parent.type === "else_clause" && parent.parent?.type === "if_statement") return earlier(parent, text);
  return [];
}

/** `if context is None: context = ...`: what is there where nobody has said anything, and so nobody's choice. */
function fillsIn(branch: PyNode, consequence: PyNode, text: string): boolean {
  const condition = textOf(field(branch, "condition") ?? branch, text);
  const [, negated, tested] = /^(?:not ([\w.]+)|([\w.]+) (?:is|==) None)$/.exec(condition) ?? [];
  const name = negated ?? tested;
  return (
    name !== undefined &&
    consequence.children.some(({ type, children }) => {
      const [assignment] = type === "expression_statement" ? children : [];
      return assignment?.type === "assignment" && textOf(field(assignment, "left")!, text) === name;
    })
  );
}

/** What must have been false for an `elif` or `else` to be asked. */
function earlier(branch: PyNode, text: string): readonly Guard[] {
  const statement = branch.parent;
  if (branch.type === "if_statement" || statement?.type !== "if_statement") return [];
  const before = statement.children.slice(0, statement.children.indexOf(branch));
  return [statement, ...before.filter(({ type }) => type === "elif_clause")].map((each) => guardOf(each, true, text));
}

function guardOf(branch: PyNode, isNegated: boolean, text: string): Guard {
  return guard(field(branch, "condition") ?? branch, isNegated, text);
}

function guard(condition: PyNode, isNegated: boolean, text: string): Guard {
  const written = textOf(condition, text).replaceAll(/\s+/g, " ");
  return { condition, isNegated, text: isNegated ? negated(condition, written, text) : written };
}

function negated(condition: PyNode, written: string, text: string): string {
  const argument = condition.type === "not_operator" ? field(condition, "argument") : undefined;
  if (argument) return textOf(argument, text).replaceAll(/\s+/g, " ");
  return /^[\w.[\]"'()]+$/.test(written) ? `not ${written}` : `not (${written})`;
}

/** `a if c else b`: its children are the two values and the condition between them. */
function conditionalGuard(child: PyNode, parent: PyNode, text: string): readonly Guard[] {
  const [, condition, otherwise] = parent.children.filter(({ type }) => type !== "comment");
  if (!condition || child === condition) return [];
  return [guard(condition, child === otherwise, text)];
}

/** `a or b` comes to `b` when `a` is false. */
function shortCircuit(child: PyNode, parent: PyNode, text: string): readonly Guard[] {
  const left = field(parent, "left");
  if (!left || child === left) return [];
  const operator = field(parent, "operator");
  return [guard(left, operator !== undefined && textOf(operator, text) === "or", text)];
}
