import type { TSESTree } from "@typescript-eslint/types";
import type { Client, Sink } from "../define-client.js";
import type { OptionName } from "../option-names.js";
import { readPerCaller } from "./call-contexts.js";
import { guardAround, type Guard } from "./guards.js";
import { installedCalls } from "./installed-calls.js";
import { layerOfWrites, type Layer } from "./layers.js";
import { membersOf, type ModuleMember } from "./module-bindings.js";
import { layerUnder } from "./object-model.js";
import { isClass, type Call, type Program } from "./program.js";
import { propertyName } from "./property-name.js";
import { callSinks, constructionSinks, type Entry } from "./sinks.js";
import { knownValue } from "./static-value.js";
import { ownerOfThis } from "./this-owner.js";
import { createTlsOptions, type TlsOptions, type TlsSite } from "./tls-options.js";
import { unwrap } from "./unwrap.js";

/** A sink, and how many arguments stand before its own: one in `https.Agent.call(this, options)`. */
interface Reached extends Entry<Sink> {
  readonly shift: number;
}

/** The options that reach a known TLS call. */
export function provenTlsOptions(program: Program): readonly TlsOptions[] {
  return program.calls.flatMap((call) => sinksOf(program, call).flatMap((reached) => optionsOfSink(program, reached, call)));
}

function sinksOf(program: Program, call: Call): readonly Reached[] {
  const reached = (entries: readonly Entry<Sink>[], shift = 0) => entries.map((entry) => ({ ...entry, shift }));
  if (call.callee.type === "Super") return reached(superclassMembers(program, call).flatMap(constructionSinks));
  const members = membersOf(program, call.callee);
  if (call.type === "NewExpression") return reached(members.flatMap(constructionSinks));
  return members.flatMap((member) => {
    const called = { ...member, path: member.path.slice(0, -1) };
    const isIndirect = member.path.at(-1) === "call";
    return isIndirect ? reached([...callSinks(called), ...constructionSinks(called)].slice(0, 1), 1) : reached(callSinks(member));
  });
}

function superclassMembers(program: Program, call: Call): readonly ModuleMember[] {
  const owner = ownerOfThis(program, call);
  return owner && isClass(owner) && owner.superClass ? membersOf(program, owner.superClass) : [];
}

function optionsOfSink(program: Program, { client, of: sink, shift }: Reached, call: Call): readonly TlsOptions[] {
  if ("sets" in sink) return valueOfSink(program, client, sink, call);
  return sink.at.flatMap(([index, ...path]) => {
    const argument = call.arguments[index + shift];
    if (!argument || argument.type === "SpreadElement" || !canHoldOptions(argument)) return [];
    return readPerCaller(program, call, (view, guard) => {
      const layer = layerUnder(view, argument, path);
      const answer = layer.writes.size > 0 ? sinkOptions(view, client, sink, call, layer, guard) : undefined;
      return { answer, isComplete: layer.complete && !answer?.allValues().some(({ kind }) => kind === "unknown") };
    });
  });
}

/** A call that sets one option to its first argument: `setCiphers(list)`. */
function valueOfSink(program: Program, client: Client, sink: Sink & { readonly sets: OptionName }, call: Call): readonly TlsOptions[] {
  const callee = unwrap(call.callee);
  const [value] = call.arguments;
  const key = callee.type === "MemberExpression" ? propertyName(program, callee) : undefined;
  if (callee.type !== "MemberExpression" || !value || key === undefined) return [];
  const write = { key, keyNode: callee.property, node: call, value, operator: "=", guard: guardAround(program, call), owned: true };
  const vocabulary = { [key]: { option: sink.sets } };
  return [sinkOptions(program, client, { ...sink, vocabulary }, call, layerOfWrites([write], true), undefined)];
}

function sinkOptions(program: Program, client: Client, sink: Sink, call: Call, layer: Layer, guard: Guard | undefined): TlsOptions {
  const side = sink.side === "unknown" && isServer(program, layer) ? "server" : sink.side;
  const site: TlsSite = {
    client,
    side,
    certainty: "proven",
    scope: installedCalls(program).has(call) ? "process" : "connection",
    unverified: sink.unverified === true && side !== "server",
    anchor: call,
    guard,
    vocabulary: sink.vocabulary ?? {},
    forwards: sink.forwards,
  };
  return createTlsOptions(program, site, layer);
}

function canHoldOptions(argument: TSESTree.Node): boolean {
  const { type } = unwrap(argument);
  return type !== "ArrowFunctionExpression" && type !== "FunctionExpression" && type !== "Literal" && type !== "TemplateLiteral";
}

/** `new tls.TLSSocket(socket, { isServer: true })`. */
function isServer(program: Program, { writes }: Layer): boolean {
  return (writes.get("isServer") ?? []).some((write) => knownValue(program, write.value) === true);
}
