import type { TSESTree } from "@typescript-eslint/types";
import type { Client, Switch } from "../../define-client.js";
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
    return entries
      .filter(
        ({ client, of }) =>
          holds(program, client, of) &&
          modules.some((module) => client.modules.includes(module)) &&
          hasArgument(program, call, of) &&
          hasCallback(program, call, of),
      )
      .map((entry) => optionsOfSwitch(program, entry, call));
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

function hasArgument(program: FileView, call: MethodCall, { argument }: Switch): boolean {
  const [first] = call.arguments;
  if (argument === undefined) return true;
  return (
    first !== undefined &&
    alternativesOf(program, first).some((value) => value.kind === "known" && value.value === argument)
  );
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

function optionsOfSwitch(program: FileView, { client, of }: Entry<Switch>, call: MethodCall): TlsOptions {
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
    said: { by: "call", call, isAlone: !of.callback },
  };
  return optionsOf(siteOf(client, call), new Map([[of.option, [value]]]), [write], false);
}

function writeOf(program: FileView, call: MethodCall, of: Switch): PropertyWrite {
  const node = partOf(call, of);
  return {
    key: of.method,
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

function siteOf(client: Client, anchor: TSESTree.Node): TlsSite {
  return {
    client,
    side: "client",
    certainty: "proven",
    scope: "connection",
    unverified: false,
    anchor,
    guard: undefined,
    vocabulary: {},
    forwards: [],
  };
}
