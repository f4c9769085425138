import type { TSESTree } from "@typescript-eslint/types";
import type { OptionsAt, Sink } from "../../define-client.js";
import { type Call, type FileView, isCall, usesOf } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { unwrap } from "../program/unwrap.js";
import { ancestorOf } from "../program/walk.js";
import type { Layer } from "../values/layers.js";
import { leavesOf } from "../values/leaves.js";
import { expressionsAt } from "../values/nested-objects.js";
import { layerOf } from "../values/object-model.js";
import { alternativesOf } from "../values/static-value.js";

/** Why a call's TLS options come to nothing, as a sentence that ends another one; undefined where they are read. */
export function whyUnread(
  program: FileView,
  call: Call,
  shift: number,
  { target }: Sink,
  layer: Layer,
): string | undefined {
  if (isIgnoredAgent(program, call)) return "`fetch` has no `agent`: it takes a `dispatcher` of undici";
  const urls = [
    ...(target?.at ?? []).flatMap((at) => urlsAt(program, call, shift, at)),
    ...(target?.beside ?? []).flatMap((name) =>
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

/** How the texts begin that an expression may be; an empty text where that is not known. What is no text does not count. */
function startsOf(program: FileView, expression: TSESTree.Node): readonly string[] {
  const node = unwrap(expression);
  const [first] = node.type === "NewExpression" && program.textOf(node.callee) === "URL" ? node.arguments : [];
  if (first) return startsOf(program, first);
  return alternativesOf(program, node).flatMap((alternative) => {
    if (alternative.kind === "known") return typeof alternative.value === "string" ? [alternative.value] : [];
    return alternative.kind === "unknown" ? [beginningOf(alternative.node)] : [];
  });
}

/** What is written out at the beginning of a text whose rest is not known. */
function beginningOf(node: TSESTree.Node): string {
  if (node.type === "TemplateLiteral") return node.quasis[0]!.value.raw;
  if (node.type === "BinaryExpression" && node.operator === "+") return beginningOf(node.left);
  return node.type === "Literal" && typeof node.value === "string" ? node.value : "";
}

function isIgnoredAgent(program: FileView, call: Call): boolean {
  return ignoredAgents(program).has(call);
}

/** The agents that go nowhere but into the `agent` of Node's own `fetch`. */
const ignoredAgents = oncePerFile((program): ReadonlySet<TSESTree.Node> => {
  const handed = program.calls.flatMap((call) => {
    const [, init] = isFetch(program, call) ? call.arguments : [];
    const writes = init && init.type !== "SpreadElement" ? (layerOf(program, init).writes.get("agent") ?? []) : [];
    return writes.flatMap((write) => leavesOf(write.program, write.value).map(({ node }) => node));
  });
  return new Set(handed.filter((agent) => isOnlyForFetch(program, agent)));
});

function isFetch(program: FileView, { callee }: Call): boolean {
  return callee.type === "Identifier" && callee.name === "fetch" && program.isGlobal(callee);
}

function isOnlyForFetch(program: FileView, agent: TSESTree.Node): boolean {
  const { parent } = agent;
  if (parent?.type !== "VariableDeclarator") return parent?.type === "Property";
  const variable = program.variableOf(parent.id);
  return variable !== undefined && usesOf(variable).every(({ identifier }) => isAgentOfFetch(program, identifier));
}

function isAgentOfFetch(program: FileView, identifier: TSESTree.Node): boolean {
  const { parent } = identifier;
  const call = ancestorOf(identifier, isCall);
  return (
    parent?.type === "Property" &&
    "name" in parent.key &&
    parent.key.name === "agent" &&
    call !== undefined &&
    isFetch(program, call)
  );
}
