import type { TSESTree } from "@typescript-eslint/types";
import type { Client, Switch } from "../../define-client.js";
import type { Certainty } from "../../finding.js";
import { guardAround } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { functionsOf } from "../values/functions.js";
import type { PropertyWrite } from "../values/layers.js";
import { membersOf } from "../values/module-bindings.js";
import { propertyName } from "../values/property-name.js";
import { type Entry, switchesNamed } from "../values/sinks.js";
import { alternativesOf, type Primitive } from "../values/static-value.js";
import { type BlindAnswer, blindAnswerOf } from "./callback-answers.js";
import { holds } from "./held-rows.js";
import { optionsOf, type OptionValue, type SaidByCall, type TlsOptions, type TlsSite } from "./tls-options.js";

type MethodCall = SaidByCall["call"];

/** Methods that set an option by being called: `request.get(url).disableTLSCerts()`. */
export function switches(program: FileView): readonly TlsOptions[] {
  return program.calls.flatMap((call) => {
    if (!isMethodCall(call)) return [];
    const entries = switchesNamed(propertyName(program, call.callee) ?? "");
    const modules = entries.length > 0 ? modulesBehind(program, call.callee.object) : [];
    return entries.flatMap((entry) => {
      const { client, of } = entry;
      const isProven = modules.some((module) => client.modules.includes(module));
      const isSet =
        (isProven || (of.unmistakable && modules.length === 0)) &&
        holds(program, client, of) &&
        hasArguments(program, call, of);
      const answer = isSet ? blindAnswer(program, call, of) : undefined;
      return answer ? [optionsOfSwitch(program, entry, call, isProven ? "proven" : "likely", answer)] : [];
    });
  });
}

function isMethodCall(call: TSESTree.CallExpression | TSESTree.NewExpression): call is MethodCall {
  return call.type === "CallExpression" && call.callee.type === "MemberExpression";
}

/** The modules that the nearest part of a chain comes from. */
function modulesBehind(program: FileView, expression: TSESTree.Node): readonly string[] {
  const node = unwrap(expression);
  const members = membersOf(program, node);
  if (members.length > 0) return members.map(({ module }) => module);
  if (node.type === "CallExpression") return modulesBehind(program, node.callee);
  return node.type === "MemberExpression" ? modulesBehind(program, node.object) : [];
}

function hasArguments(program: FileView, call: MethodCall, { argument, values, unless }: Switch): boolean {
  const [first, second] = call.arguments;
  return (
    !(unless && first && unless.some((value) => mayBe(program, first, value))) &&
    (argument === undefined || (first !== undefined && isNamed(program, first, argument))) &&
    (values === undefined || (second !== undefined && values.some((value) => mayBe(program, second, value))))
  );
}

/** `"SSL_VERIFYPEER"`, and `Curl.option.SSL_VERIFYPEER`. */
function isNamed(program: FileView, argument: TSESTree.Node, name: string): boolean {
  const node = unwrap(argument);
  return mayBe(program, node, name) || (node.type === "MemberExpression" && propertyName(program, node) === name);
}

function mayBe(program: FileView, node: TSESTree.Node, value: Primitive): boolean {
  return alternativesOf(program, node).some((each) => each.kind === "known" && each.value === value);
}

/** What a function among the arguments answers blindly, where the method takes one. */
function blindAnswer(program: FileView, call: MethodCall, { callback }: Switch): BlindAnswer | undefined {
  const fn = callback && call.arguments[callback.argument];
  if (!callback) return { guard: undefined };
  for (const each of fn ? functionsOf(program, fn) : []) {
    const found = blindAnswerOf(program, each, callback.parameter, callback.accepts);
    if (found) return found;
  }
  return undefined;
}

function optionsOfSwitch(
  program: FileView,
  { client, of }: Entry<Switch>,
  call: MethodCall,
  certainty: Certainty,
  answer: BlindAnswer,
): TlsOptions {
  const write = writeOf(program, call, of, answer);
  const value: OptionValue = {
    option: of.option,
    value: of.value,
    kind: "known",
    function: undefined,
    node: write.node,
    write,
    guard: write.guard,
    isChosen: false,
    toNative: () => undefined,
    said: { by: "call", call, isAlone: !of.callback, isLoopback: of.isLoopback ?? false },
  };
  return optionsOf(siteOf(client, call, certainty), new Map([[of.option, [value]]]), [write], false);
}

function writeOf(program: FileView, call: MethodCall, of: Switch, answer: BlindAnswer): PropertyWrite {
  const node = partOf(call, of);
  return {
    key: propertyName(program, call.callee) ?? "",
    keyNode: call.callee.property,
    node,
    value: node,
    program,
    operator: "=",
    guard: answer.guard ?? guardAround(program, call),
  };
}

/** The part of a call that is reported: from the method's name on, without what comes before it in a chain, and without a whole function. */
function partOf(call: MethodCall, { argument, callback }: Switch): TSESTree.Node {
  const { property } = call.callee;
  if (callback) return argument === undefined ? property : call.arguments[0]!;
  return { ...call, range: [property.range[0], call.range[1]] };
}

function siteOf(client: Client, anchor: TSESTree.Node, certainty: Certainty): TlsSite {
  return {
    client,
    side: "client",
    certainty,
    scope: "connection",
    unverified: false,
    anchor,
    guard: undefined,
    vocabulary: {},
    forwards: [],
  };
}
