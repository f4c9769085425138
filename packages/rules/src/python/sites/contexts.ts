import type { PythonOperation, Side } from "tls-policy";
import { firstFrom } from "../../edits/first-from.js";
import { enclosingClass } from "../program/classes.js";
import { type Guard, guardsOf } from "../program/guards.js";
import { bindingsOf, type PyModule, scopeOf } from "../program/module.js";
import { field, isWithin, parts, type PyNode, textOf } from "../program/tree.js";
import { type Construction, constructionOf } from "./constructions.js";
import { argumentStep, assignmentSteps, methodStep, type Step } from "./steps.js";
import { sideOfUse, sideOfWrapping } from "./uses.js";

/** One context of a program: where it is made, what is done to it in order, and what it is for. */
export interface ContextSite {
  /** Undefined where the context comes from elsewhere: a parameter, another module. */
  readonly construction: Construction | undefined;
  /** What decides that it is made. */
  readonly guards: readonly Guard[];
  readonly steps: readonly Step[];
  readonly side: Side | undefined;
  /** The client that makes the context for itself, verifies with it, and gives it a floor. */
  readonly maker?: string;
}

/** Every context that a file makes, and those of others that it changes. */
export function contextsOf(module: PyModule): readonly ContextSite[] {
  const made = module.calls.flatMap((call) => {
    const construction = constructionOf(call, module);
    return construction ? [siteOf(construction, module)] : [];
  });
  const taken = new Set(made.flatMap(({ steps }) => steps.map(({ node }) => node)));
  return [...made, ...foreignSites(taken, module)];
}

const wrappers = new Set(["parenthesized_expression", "conditional_expression", "boolean_operator", "await"]);

/** The outermost expression that may be this one's value. */
function wholeValue(node: PyNode): PyNode {
  let value = node;
  while (value.parent && wrappers.has(value.parent.type)) value = value.parent;
  return value;
}

/** The names that a value is given: `a = b = value`. */
function holdersOf(value: PyNode): readonly PyNode[] {
  const holders: PyNode[] = [];
  for (let node = value; node.parent?.type === "assignment" && node.field === "right"; node = node.parent)
    holders.push(field(node.parent, "left")!);
  if (value.parent?.type === "as_pattern") {
    const alias = field(value.parent, "alias");
    if (alias) holders.push(parts(alias)[0] ?? alias);
  }
  return holders.filter(({ type }) => type === "identifier" || type === "attribute");
}

function siteOf(construction: Construction, module: PyModule): ContextSite {
  const { call } = construction;
  const value = wholeValue(call);
  const [holder] = holdersOf(value);
  const region = holder ? regionOf(holder, call, module) : undefined;
  const steps = [...argumentSteps(construction, module), ...(region ? stepsIn(region, module) : [])];
  return {
    construction,
    guards: guardsOf(call, module),
    steps,
    side: construction.maker ? "client" : sideOf(construction, value, region, module),
    ...(construction.maker !== undefined && { maker: construction.maker }),
  };
}

/** The list that a construction is told. `ssl.wrap_socket` makes no context that could be changed: what it is told is the socket's. */
function argumentSteps({ call, list }: Construction, module: PyModule): readonly Step[] {
  const step = argumentStep(call, "set_ciphers", "ciphers", list, module);
  return step ? [step] : [];
}

/** Where a name stands for one context: from its construction to the end of its scope, or to where it is given another value. */
interface Region {
  readonly holder: string;
  readonly scope: PyNode;
  readonly from: number;
  readonly to: number;
}

function regionOf(holder: PyNode, call: PyNode, module: PyModule): Region {
  const text = textOf(holder, module.text);
  const own = scopeOf(call, module).node;
  const scope = holder.type === "identifier" ? own : (enclosingClass(call) ?? own);
  const from = call.range[1];
  const next = startingIn(module.assignments, from + 1, scope.range[1]).find(
    (assignment) =>
      assignment.type === "assignment" &&
      textOf(field(assignment, "left")!, module.text) === text &&
      isWithin(assignment, scope) &&
      guardsOf(assignment, module).length === 0,
  );
  return { holder: text, scope, from, to: next?.range[0] ?? scope.range[1] };
}

/** Those of nodes in the order of a file that start in a range. */
function startingIn(nodes: readonly PyNode[], from: number, to: number): readonly PyNode[] {
  const startOf = ({ range }: PyNode) => range[0];
  return nodes.slice(firstFrom(nodes, from, startOf), firstFrom(nodes, to, startOf));
}

const nodesIn = (nodes: readonly PyNode[], { from, to, scope }: Region): readonly PyNode[] =>
  startingIn(nodes, from, to).filter(({ range }) => range[1] <= scope.range[1]);

/** Nested functions see the name unless they have one of their own. */
function isSeen(node: PyNode, { holder, scope }: Region, module: PyModule): boolean {
  if (holder.includes(".") || scopeOf(node, module).node === scope) return true;
  return bindingsOf(holder, node, module) === module.scopes.get(scope)?.bindings.get(holder);
}

function stepsIn(region: Region, module: PyModule): readonly Step[] {
  const own = (nodes: readonly PyNode[]) => nodesIn(nodes, region).filter((node) => isSeen(node, region, module));
  const steps = [
    ...own(module.assignments).flatMap((node) => assignmentSteps(node, region.holder, module)),
    ...own(module.calls).flatMap((node) => methodStep(node, region.holder, module) ?? []),
  ];
  return steps.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Calls that the context is handed to, and its own `wrap_socket`. */
function usesIn(region: Region, module: PyModule): readonly PyNode[] {
  return nodesIn(module.calls, region).filter((call) => {
    if (!isSeen(call, region, module)) return false;
    const callee = field(call, "function");
    if (callee && textOf(callee, module.text).startsWith(`${region.holder}.wrap_`)) return true;
    return argumentValues(call).some((value) => textOf(value, module.text) === region.holder);
  });
}

function argumentValues(call: PyNode): readonly PyNode[] {
  const list = field(call, "arguments");
  if (!list) return [];
  return parts(list).map((each) => (each.type === "keyword_argument" ? field(each, "value")! : each));
}

function sideOf(
  { call, name, alternatives }: Construction,
  value: PyNode,
  region: Region | undefined,
  module: PyModule,
): Side | undefined {
  if (name === "wrap_socket") return sideOfWrapping(call, module);
  const told = new Set(alternatives.map(({ made }) => sideOfConstruction(made)));
  const [only] = told;
  if (told.size === 1 && only && !isUsedAgainst(only, alternatives, region, module)) return only;
  const direct = enclosingCall(value);
  const uses = region ? usesIn(region, module) : direct ? [direct] : [];
  const sides = new Set(uses.map((use) => sideOfUse(use, region?.holder, module)));
  const [side] = sides;
  return sides.size === 1 ? side : undefined;
}

/** `create_default_context(Purpose.CLIENT_AUTH)` by mistake, or without a purpose for a server: everything that it is used for is the other side's. */
function isUsedAgainst(
  side: Side,
  alternatives: Construction["alternatives"],
  region: Region | undefined,
  module: PyModule,
): boolean {
  if (!region || !alternatives.every(({ made }) => made.call === "create_default_context")) return false;
  const sides = usesIn(region, module).map((use) => sideOfUse(use, region.holder, module));
  return sides.length > 0 && sides.every((each) => each !== undefined && each !== side);
}

function sideOfConstruction(made: { readonly call: string; readonly protocol?: string; readonly purpose?: string }) {
  if (made.protocol === "TLS_CLIENT") return "client";
  if (made.protocol === "TLS_SERVER" || made.purpose === "CLIENT_AUTH") return "server";
  return made.call === "create_default_context" || (made.call === "_create_unverified_context" && !made.protocol)
    ? "client"
    : undefined;
}

/** The call that a value is an argument of. */
function enclosingCall(value: PyNode): PyNode | undefined {
  const list = value.parent?.type === "keyword_argument" ? value.parent.parent : value.parent;
  return list?.type === "argument_list" ? list.parent : undefined;
}

/** Writes to contexts that come from elsewhere, one site for each name in each scope. */
function foreignSites(taken: ReadonlySet<PyNode>, module: PyModule): readonly ContextSite[] {
  const groups = new Map<string, Step[]>();
  const calls = module.text.includes("set_ciphers") ? module.calls : [];
  for (const node of [...module.assignments, ...calls]) {
    for (const holder of holdersIn(node, module)) {
      const steps = node.type === "call" ? listStep(node, holder, module) : assignmentSteps(node, holder, module);
      const own = steps.filter((step) => !taken.has(step.node) && isUnmistakable(step));
      const key = `${scopeOf(node, module).node.range[0]} ${holder}`;
      if (own.length > 0) groups.set(key, [...(groups.get(key) ?? []), ...own]);
    }
  }
  return [...groups.values()].map((steps) => ({
    construction: undefined,
    guards: [],
    steps,
    side: undefined,
  }));
}

/** The names whose attributes are written, or whose method is called. */
function holdersIn(node: PyNode, { text }: PyModule): readonly string[] {
  const left = field(node, node.type === "call" ? "function" : "left");
  const targets = left && /^(?:pattern_list|tuple_pattern)$/.test(left.type) ? parts(left) : left ? [left] : [];
  const objects = targets.flatMap((target) => (target.type === "attribute" ? [field(target, "object")!] : []));
  return [...new Set(objects.map((object) => textOf(object, text)))];
}

/** `set_ciphers("...")`, which nothing but a context has. */
function listStep(call: PyNode, holder: string, module: PyModule): readonly Step[] {
  const step = methodStep(call, holder, module);
  return step?.name === "set_ciphers" ? [step] : [];
}

/** The value names the ssl module's own constants, which nothing else takes, or is a cipher list. */
function isUnmistakable({ name, alternatives }: Step): boolean {
  if (name === "set_ciphers") return alternatives.length > 0;
  return name !== "check_hostname" && alternatives.some(({ value }) => value?.kind === "constant");
}

/** The operations that have run by the time the context is used where `step` has run: those that nothing else decides. */
export function operationsWith(
  { steps }: ContextSite,
  step: Step | undefined,
  chosen: PythonOperation | undefined,
): readonly PythonOperation[] {
  const given = new Set(step?.guards.map(({ text }) => text));
  return steps.flatMap((each) => {
    if (each === step) return chosen ? [chosen] : [];
    if (isInstead(each.node, step?.node)) return [];
    if (each.guards.some(({ text }) => !given.has(text))) return [];
    return each.alternatives.length === 1 ? [each.alternatives[0]!.operation] : [];
  });
}

/** Whether a handler of errors does this, in which another step does not stand: what went wrong is not done as well. */
function isInstead(node: PyNode, other: PyNode | undefined): boolean {
  for (let handler = node.parent; handler; handler = handler.parent)
    if (/^except_(?:group_)?clause$/.test(handler.type) && !(other && isWithin(other, handler))) return true;
  return false;
}
