import type { CProgram } from "./program.js";
import { type CNode, descendants, field, parts, textOf, unwrapped } from "./tree.js";
import { valuesOf } from "./values.js";

/** A body, and what it is read with. */
interface Body {
  readonly node: CNode;
  readonly program: CProgram;
  /** All beneath it, but for what stands in lambdas. */
  readonly nodes: readonly CNode[];
  /** What the function is handed. */
  readonly parameters: ReadonlySet<string>;
  /** By variable, from where on it is sure to be above zero. */
  readonly sureFrom: Map<string, number>;
}

// of a function with more of them nobody can tell
const mostReturns = 50;

const known = new WeakMap<CNode, boolean>();

/**
 * Whether a function or lambda says yes whatever it is asked: every `return` of it gives a number above zero, or a variable that is sure to be one.
 * Of one that may end the program, throw, or jump nobody can tell.
 */
export function alwaysAccepts(callback: CNode, program: CProgram): boolean {
  const definition =
    callback.type === "lambda_expression" ? callback : program.functionNamed(textOf(unwrapped(callback), program.text));
  if (!definition) return false;
  const answer = known.get(definition) ?? isAccepting(definition, program);
  known.set(definition, answer);
  return answer;
}

function isAccepting(definition: CNode, program: CProgram): boolean {
  const node = field(definition, "body");
  if (!node) return false;
  const nodes = [...ownDescendants(node)];
  if (nodes.some((each) => isWayOut(each, program))) return false;
  const body = { node, program, nodes, parameters: parametersOf(definition, program), sureFrom: new Map() };
  const returns = nodes.filter(({ type }) => type === "return_statement");
  if (returns.length === 0 || returns.length > mostReturns) return false;
  return returns.every((statement) => isYes(parts(statement)[0], body, statement.range[0]));
}

function* ownDescendants(node: CNode): Generator<CNode> {
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if (next.type === "lambda_expression") continue;
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index]!);
  }
}

function parametersOf(definition: CNode, { text }: CProgram): ReadonlySet<string> {
  const declared = [...descendants(field(definition, "declarator") ?? definition)];
  return new Set(
    declared
      .filter(({ type, field }) => type === "identifier" && field === "declarator")
      .map((each) => textOf(each, text)),
  );
}

const ending =
  /^(?:_?exit|_Exit|quick_exit|abort|longjmp|siglongjmp|pthread_exit|terminate|\w{0,40}(?:die|fatal|panic))$/i;

function isWayOut(node: CNode, { text }: CProgram): boolean {
  if (node.type !== "call_expression") return /^(?:ERROR|goto_statement|throw_statement)$/.test(node.type);
  const callee = field(node, "function");
  return callee !== undefined && ending.test(textOf(callee, text).replace(/^std::/, ""));
}

// expressions within expressions; of deeper ones nobody can tell
const mostSteps = 8;

/** Whether an expression is above zero; where a place is given, with what variables are sure to be there. */
function isYes(expression: CNode | undefined, body: Body, at?: number, steps = 0): boolean {
  if (!expression || steps > mostSteps) return false;
  const { text } = body.program;
  const node = unwrapped(expression);
  const isYesAt = (name: string) => isYes(field(node, name), body, at, steps + 1);
  const written = textOf(node, text);
  if (/^(?:true|TRUE)$/.test(written) || /^!\s?0$/.test(written)) return true;
  if (node.type === "assignment_expression") return isPlain(node, text) && isYesAt("right");
  if (node.type === "conditional_expression") return isYesAt("consequence") && isYesAt("alternative");
  if (node.type === "binary_expression" && /^\|\|?$/.test(textOf(field(node, "operator")!, text)))
    return isYesAt("left") || isYesAt("right");
  if (node.type === "identifier" && at !== undefined && sureFrom(written, body) < at) return true;
  return valuesOf(node, body.program).every(({ number }) => number !== undefined && number > 0);
}

const isPlain = (assignment: CNode, text: string) => textOf(field(assignment, "operator")!, text) === "=";

/** A place where a variable gets a value. */
interface Write {
  readonly start: number;
  /** Whether it is a number above zero. */
  readonly isYes: boolean;
  /** Whether what stands behind it runs after it, whatever is asked. */
  readonly isCertain: boolean;
}

function sureFrom(name: string, body: Body): number {
  const known = body.sureFrom.get(name) ?? firstSure(name, body);
  body.sureFrom.set(name, known);
  return known;
}

/** Where the first write stands that is certain to give a number above zero, and behind which none gives another. */
function firstSure(name: string, body: Body): number {
  const { text } = body.program;
  const named = body.nodes.filter((each) => each.type === "identifier" && textOf(each, text) === name);
  if (named.some((each) => mayChangeElsewhere(each, text))) return Infinity;
  const writes = [...named.flatMap((each) => writeBy(each, body)), ...settlingChecks(name, body)];
  const lastOther = writes.reduce((last, { start, isYes }) => (isYes ? last : Math.max(last, start)), -1);
  return writes.reduce(
    (first, { start, isCertain }) => (isCertain && start > lastOther ? Math.min(first, start) : first),
    Infinity,
  );
}

/** `&ok`, `ok++`, `ok |= x`. */
function mayChangeElsewhere({ parent, field: role }: CNode, text: string): boolean {
  if (parent?.type === "update_expression" || parent?.type === "pointer_expression") return true;
  return parent?.type === "assignment_expression" && role === "left" && !isPlain(parent, text);
}

function writeBy(name: CNode, body: Body): readonly Write[] {
  const { parent } = name;
  const isWritten =
    (parent?.type === "assignment_expression" && name.field === "left") ||
    (parent?.type === "init_declarator" && name.field === "declarator");
  if (!isWritten) return [];
  const statement = parent.parent;
  const isWhole = statement?.type === "expression_statement" || statement?.type === "declaration";
  return [
    {
      start: parent.range[0],
      isYes: isYes(field(parent, "right") ?? field(parent, "value"), body),
      isCertain: isWhole && isOnTheWay(statement, body.node),
    },
  ];
}

/** Whether a statement stands in the body, or in blocks that are there for their own sake. */
function isOnTheWay(statement: CNode, body: CNode): boolean {
  let around = statement.parent;
  for (let steps = 0; around && steps < mostSteps; steps++) {
    if (around === body) return true;
    if (around.type !== "compound_statement" || around.parent?.type !== "compound_statement") return false;
    around = around.parent;
  }
  return false;
}

/** `if (!ok) ok = 1;` and `if (!ok) return 1;`: behind it the variable is above zero. */
function settlingChecks(name: string, body: Body): readonly Write[] {
  return body.nodes.flatMap((node): readonly Write[] => {
    const consequence = node.type === "if_statement" ? field(node, "consequence") : undefined;
    if (!consequence || field(node, "alternative") || !isOnTheWay(node, body.node) || !isDenial(node, name, body))
      return [];
    const statements = consequence.type === "compound_statement" ? parts(consequence) : [consequence];
    const isSettled = statements.some((each) => each.type === "return_statement" || isYesTo(name, each, body));
    return isSettled ? [{ start: node.range[0], isYes: true, isCertain: true }] : [];
  });
}

function isYesTo(name: string, statement: CNode, body: Body): boolean {
  const [expression] = statement.type === "expression_statement" ? parts(statement) : [];
  const left = expression?.type === "assignment_expression" ? field(expression, "left") : undefined;
  return left !== undefined && textOf(left, body.program.text) === name && isYes(expression, body);
}

/** `!ok` of what is handed over, which is 0 or 1; `ok != 1` and `ok <= 0` of any number. */
function isDenial(check: CNode, name: string, { program, parameters }: Body): boolean {
  const condition = field(check, "condition");
  const written = condition ? textOf(condition, program.text).replaceAll(/[()\s]/g, "") : "";
  const isNotOne = [`${name}!=1`, `1!=${name}`, `${name}<=0`, `${name}<1`].includes(written);
  return isNotOne || (parameters.has(name) && [`!${name}`, `${name}==0`, `0==${name}`].includes(written));
}
