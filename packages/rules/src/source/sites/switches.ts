import type { TSESTree } from "@typescript-eslint/types";
import type { Client, Switch } from "../../define-client.js";
import type { Certainty } from "../../finding.js";
import { guardAround, isConditional } from "../guards/guards.js";
import { type FileView, usesOf } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { functionsOf } from "../values/functions.js";
import type { PropertyWrite } from "../values/layers.js";
import { membersOf } from "../values/module-bindings.js";
import { propertyName } from "../values/property-name.js";
import { type Entry, switchesNamed } from "../values/sinks.js";
import { alternativesOf, knownValue, type Primitive } from "../values/static-value.js";
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
        hasArguments(program, call, of) &&
        hasCallback(program, call, of);
      return isSet ? [optionsOfSwitch(program, entry, call, isProven ? "proven" : "likely")] : [];
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

function hasCallback(program: FileView, call: MethodCall, { callback }: Switch): boolean {
  const fn = callback && call.arguments[callback.argument];
  return (
    !callback ||
    (fn !== undefined &&
      functionsOf(program, fn).some((each) => answersOnly(program, each.params[callback.parameter], callback.accepts)))
  );
}

/** Whether a function calls the one in its parameter with a certain value, always, and with nothing else. */
function answersOnly(program: FileView, parameter: TSESTree.Parameter | undefined, answer: Primitive): boolean {
  const variable = parameter && program.variableOf(parameter);
  const uses = variable ? usesOf(variable).map(({ identifier }) => identifier) : [];
  return uses.length > 0 && uses.every((use) => isAnswer(program, use, answer));
}

function isAnswer(program: FileView, use: TSESTree.Node, answer: Primitive): boolean {
  const { parent: call } = use;
  if (call?.type !== "CallExpression" || call.callee !== use || isConditional(call)) return false;
  const [value] = call.arguments;
  return value !== undefined && knownValue(program, value) === answer;
}

function optionsOfSwitch(
  program: FileView,
  { client, of }: Entry<Switch>,
  call: MethodCall,
  certainty: Certainty,
): TlsOptions {
  const write = writeOf(program, call, of);
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

function writeOf(program: FileView, call: MethodCall, of: Switch): PropertyWrite {
  const node = partOf(call, of);
  return {
    key: propertyName(program, call.callee) ?? "",
    keyNode: call.callee.property,
    node,
    value: node,
    program,
    operator: "=",
    guard: guardAround(program, call),
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
