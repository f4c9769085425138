import type { TSESTree } from "@typescript-eslint/types";
import { sniContext } from "../../clients/node-tls.js";
import type { Client, OptionsAt, Sink, Target, Where, WhereAddress } from "../../define-client.js";
import { isOptionName } from "../../option-names.js";
import { isCaught } from "../program/control-flow.js";
import { type Call, type FileView, isCall, usesOf } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { unwrap } from "../program/unwrap.js";
import { ancestorOf } from "../program/walk.js";
import { isExported } from "../values/is-exported.js";
import type { Layer } from "../values/layers.js";
import { leavesOf } from "../values/leaves.js";
import { membersOf } from "../values/module-bindings.js";
import { expressionsAt } from "../values/nested-objects.js";
import { layerOf } from "../values/object-model.js";
import { sinks } from "../values/sinks.js";
import { alternativesOf } from "../values/static-value.js";
import { holds } from "./held-rows.js";
import { isFetch } from "./look-alikes.js";
import { reachedEntries } from "./reached-entries.js";

/** Why a call's TLS options come to nothing, as a sentence that ends another one; undefined where they are read. */
export function whyUnread(
  program: FileView,
  call: Call,
  shift: number,
  { instances }: Client,
  { target, unread, yieldsTo }: Sink,
  layer: Layer,
): string | undefined {
  if (yieldsTo && isWritten(program, call, shift, yieldsTo)) return whyTakenInstead(yieldsTo);
  if (unread && (!unread.where || isAlways(program, call, shift, unread.where))) return unread.why;
  if (isSniContext(program, call)) return sniContext;
  return (
    ignoredAgents(program).get(call) ??
    whyDropped(program, call, instances) ??
    (target && whyPlaintext(program, call, shift, target, layer))
  );
}

/**
 * `request.defaults({...});` hands out another client, and leaves the one that it is called on as it is. A context that nobody takes is
 * made to see whether that throws, where somebody catches it.
 */
function whyDropped(program: FileView, call: Call, instances: readonly string[] = []): string | undefined {
  if (!isDropped(program, call)) return;
  const called = unwrap(call.callee);
  const name = called.type === "MemberExpression" && "name" in called.property ? `${called.property.name}()` : "";
  if (instances.includes(name)) return `the client that \`${name}\` makes is dropped`;
  return isContext(program, call) && isCaught(call) ? triedOut : undefined;
}

/** Why options come to nothing that are there to see whether they throw. */
export const triedOut = "no connection is made with the context";

/** Whether nothing is done with what a call returns. */
function isDropped(program: FileView, { parent }: Call): boolean {
  if (parent.type === "ExpressionStatement") return true;
  if (parent.type !== "VariableDeclarator" || parent.id.type !== "Identifier") return false;
  const variable = program.variableOf(parent.id);
  return variable !== undefined && usesOf(variable).length === 0 && !isExported(program, variable);
}

/** Why options come to nothing beside others that are read instead of them. */
export function whyTakenInstead([, ...path]: OptionsAt): string {
  return `\`${path.join(".")}\` beside it is taken in its place`;
}

/** Whether anything stands in a place. */
export function isWritten(program: FileView, call: Call, shift: number, [index, ...path]: OptionsAt): boolean {
  const argument = call.arguments[index + shift];
  return (
    argument !== undefined && argument.type !== "SpreadElement" && expressionsAt(program, argument, path).length > 0
  );
}

/** Whether a row of a client's table holds beside what else the call is told. */
export function holdsBeside(
  program: FileView,
  call: Call,
  shift: number,
  { where, except }: Pick<Sink, "where" | "except">,
): boolean {
  const isAsked = where === undefined || mayBe(program, call, shift, where);
  return isAsked && ![except ?? []].flat(2).some((each) => isAlways(program, call, shift, each));
}

/** Whether one of the values, or an address with one of the schemes, may stand in one of the places. */
export function mayBe(program: FileView, call: Call, shift: number, where: Where | WhereAddress): boolean {
  return where.at.some((place) =>
    "schemes" in where
      ? urlsAt(program, call, shift, place).some((address) => hasScheme(address, where.schemes))
      : valuesAt(program, call, shift, place).some((value) => where.values.includes(value)),
  );
}

/** Whether nothing else can stand in one of the places. */
export function isAlways(program: FileView, call: Call, shift: number, where: Where | WhereAddress): boolean {
  return where.at.some((place) => {
    if ("schemes" in where) {
      const addresses = urlsAt(program, call, shift, place);
      return addresses.length > 0 && addresses.every((address) => hasScheme(address, where.schemes));
    }
    const said = valuesAt(program, call, shift, place);
    return said.length > 0 && said.every((value) => where.values.includes(value));
  });
}

function hasScheme(address: string, schemes: readonly string[]): boolean {
  return schemes.some((scheme) => address.toLowerCase().startsWith(`${scheme}://`));
}

/** What is known of the values in a place; a symbol for what is not. */
function valuesAt(program: FileView, call: Call, shift: number, [index, ...path]: OptionsAt) {
  const argument = call.arguments[index + shift];
  if (!argument || argument.type === "SpreadElement") return [];
  return expressionsAt(program, argument, path).flatMap((at) =>
    alternativesOf(at.program, at.value).map((each) => (each.kind === "known" ? each.value : undefined)),
  );
}

/** A context that is made for one server name, inside `SNICallback`. */
function isSniContext(program: FileView, call: Call): boolean {
  return (
    isContext(program, call) &&
    ancestorOf(call, (node): node is TSESTree.Property => node.type === "Property" && isNamed(node, "SNICallback")) !==
      undefined
  );
}

function isContext(program: FileView, call: Call): boolean {
  return membersOf(program, call.callee).some(
    ({ module, path }) => module === "tls" && /^createSecureContext$|^SecureContext$/.test(path.join(".")),
  );
}

function isNamed({ key, computed }: TSESTree.Property, name: string): boolean {
  return !computed && (key.type === "Identifier" ? key.name === name : key.type === "Literal" && key.value === name);
}

/**
 * The options that an agent beside them settles, where it says them itself: `mergeAgentOptions` of tls-policy.
 * They are those of `https.request`, and an agent that the program makes.
 */
export function settledByAgent(program: FileView, client: Client, layer: Layer): ReadonlySet<string> {
  const [agent, ...others] = client.modules.includes("https") ? (layer.writes.get("agent") ?? []) : [];
  if (!agent || others.length > 0 || agent.guard || !layer.certain.has("agent")) return new Set();
  const [made, ...choices] = leavesOf(agent.program, agent.value);
  if (choices.length > 0 || made?.node.type !== "NewExpression" || made.path.length > 0) return new Set();
  const isAgent = membersOf(made.program, made.node.callee).some(
    ({ module, path }) => module === "https" && path.join(".") === "Agent",
  );
  const [options] = made.node.arguments;
  if (!isAgent || !options || options.type === "SpreadElement") return new Set();
  const own = layerOf(made.program, options);
  return new Set([...own.certain].filter((name) => isOptionName(name) && layer.writes.has(name)));
}

function whyPlaintext(
  program: FileView,
  call: Call,
  shift: number,
  { at = [], beside = [], unless }: Target,
  layer: Layer,
): string | undefined {
  if (unless?.every((name) => layer.writes.has(name))) return;
  const urls = [
    ...at.flatMap((place) => urlsAt(program, call, shift, place)),
    ...beside.flatMap((name) =>
      (layer.writes.get(name) ?? []).flatMap((write) => startsOf(write.program, write.value)),
    ),
  ];
  const [first] = urls;
  return first !== undefined && urls.every((url) => plaintext.test(url))
    ? `\`${schemeOf(first)}\` speaks no TLS`
    : undefined;
}

const plaintext = /^(http|ws|mqtt|tcp|amqp|redis|ldap|nats|stomp|ftp):\/\//i;

function schemeOf(url: string): string {
  return /^\w+:\/\//.exec(url)![0];
}

function urlsAt(program: FileView, call: Call, shift: number, [index, ...path]: OptionsAt): readonly string[] {
  const argument = call.arguments[index + shift];
  if (!argument || argument.type === "SpreadElement") return [];
  return expressionsAt(program, argument, path).flatMap((at) => startsOf(at.program, at.value));
}

/** How the addresses begin that an expression may be; an empty text where that is not known. A lone scheme, or an object with one, counts as well. */
export function startsOf(program: FileView, expression: TSESTree.Node): readonly string[] {
  const node = unwrap(expression);
  const [first] = node.type === "NewExpression" && program.textOf(node.callee) === "URL" ? node.arguments : [];
  if (first) return startsOf(program, first);
  return alternativesOf(program, node).flatMap((alternative) => {
    if (alternative.kind === "known")
      return typeof alternative.value === "string" ? [alternative.value.replace(/^(\w+):?$/, "$1://")] : [];
    if (alternative.kind === "object")
      return (layerOf(program, alternative.node).writes.get("protocol") ?? []).flatMap((write) =>
        write.value === expression ? [] : startsOf(write.program, write.value),
      );
    return alternative.kind === "unknown" ? [beginningOf(alternative.node)] : [];
  });
}

/** What is written out at the beginning of a text whose rest is not known. */
function beginningOf(node: TSESTree.Node): string {
  if (node.type === "TemplateLiteral") return node.quasis[0]!.value.raw;
  if (node.type === "BinaryExpression" && node.operator === "+") return beginningOf(node.left);
  return node.type === "Literal" && typeof node.value === "string" ? node.value : "";
}

/** The agents that go nowhere but into calls that have no use for them, and why. */
const ignoredAgents = oncePerFile((program): ReadonlyMap<TSESTree.Node, string> => {
  const reasons = new Map<TSESTree.Node, string>();
  for (const call of program.calls) {
    const reason = whyAgentsAreIgnored(program, call);
    for (const agent of reason === undefined ? [] : agentsIn(program, call))
      if (!reasons.has(agent) && isOnlyIgnored(program, agent)) reasons.set(agent, reason!);
  }
  return reasons;
});

function whyAgentsAreIgnored(program: FileView, call: Call): string | undefined {
  if (isFetch(program, call.callee)) return "`fetch` has no `agent`: it takes a `dispatcher` of undici";
  for (const { client, of: sink, shift } of reachedEntries(program, call, sinks)) {
    const { target, ignoresAgents } = sink;
    const isIgnorant =
      ignoresAgents &&
      holds(program, client, ignoresAgents) &&
      (!ignoresAgents.where || isAlways(program, call, shift, ignoresAgents.where));
    if (isIgnorant) return ignoresAgents.why;
    for (const options of target && "at" in sink ? optionsOf(call, shift, sink.at) : []) {
      const why = whyPlaintext(program, call, shift, target!, layerOf(program, options));
      if (why !== undefined) return why;
    }
  }
  return;
}

function optionsOf(call: Call, shift: number, places: readonly OptionsAt[]): readonly TSESTree.Node[] {
  return places.flatMap(([index]) => {
    const argument = call.arguments[index + shift];
    return argument && argument.type !== "SpreadElement" ? [argument] : [];
  });
}

const agentName = /agent$/i;

function agentsIn(program: FileView, call: Call): readonly TSESTree.Node[] {
  return call.arguments.flatMap((argument) => {
    if (argument.type === "SpreadElement") return [];
    const { writes } = layerOf(program, argument);
    const agents = [...writes].flatMap(([name, own]) => (agentName.test(name) ? own : []));
    return agents.flatMap((write) => leavesOf(write.program, write.value).map(({ node }) => node));
  });
}

function isOnlyIgnored(program: FileView, agent: TSESTree.Node): boolean {
  const { parent } = agent;
  if (parent?.type !== "VariableDeclarator") return isIgnoredUse(program, agent);
  const variable = program.variableOf(parent.id);
  return variable !== undefined && usesOf(variable).every(({ identifier }) => isIgnoredUse(program, identifier));
}

function isIgnoredUse(program: FileView, use: TSESTree.Node): boolean {
  const { parent } = use;
  const call = ancestorOf(use, isCall);
  return (
    parent?.type === "Property" &&
    "name" in parent.key &&
    agentName.test(String(parent.key.name)) &&
    call !== undefined &&
    whyAgentsAreIgnored(program, call) !== undefined
  );
}
