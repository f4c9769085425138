import type { TSESTree } from "@typescript-eslint/types";
import type { Client, Switch } from "../define-client.js";
import type { Mend } from "../edits/mend.js";
import { removalOf } from "../edits/remove-property.js";
import { guardAround } from "./guards.js";
import type { PropertyWrite } from "./layers.js";
import { membersOf } from "./module-bindings.js";
import type { Program } from "./program.js";
import { propertyName } from "./property-name.js";
import { switchesNamed, type Entry } from "./sinks.js";
import { alternativesOf } from "./static-value.js";
import { optionsOf, type OptionValue, type TlsOptions, type TlsSite } from "./tls-options.js";
import { unwrap } from "./unwrap.js";

type MethodCall = TSESTree.CallExpression & { readonly callee: TSESTree.MemberExpression };

/** Methods that set an option by being called: `request.get(url).disableTLSCerts()`. */
export function switches(program: Program): readonly TlsOptions[] {
  return program.calls.flatMap((call) => {
    if (!isMethodCall(call)) return [];
    const entries = switchesNamed(propertyName(program, call.callee) ?? "");
    const modules = entries.length > 0 ? modulesBehind(program, call.callee.object) : [];
    return entries
      .filter(({ client, of }) => modules.some((module) => client.modules.includes(module)) && hasArgument(program, call, of))
      .map((entry) => optionsOfSwitch(program, entry, call));
  });
}

function isMethodCall(call: TSESTree.CallExpression | TSESTree.NewExpression): call is MethodCall {
  return call.type === "CallExpression" && call.callee.type === "MemberExpression";
}

/** The modules that the nearest part of a chain comes from. */
function modulesBehind(program: Program, expression: TSESTree.Node): readonly string[] {
  const node = unwrap(expression);
  const members = membersOf(program, node);
  if (members.length > 0) return members.map(({ module }) => module);
  if (node.type === "CallExpression") return modulesBehind(program, node.callee);
  return node.type === "MemberExpression" ? modulesBehind(program, node.object) : [];
}

function hasArgument(program: Program, call: MethodCall, { argument }: Switch): boolean {
  const [first] = call.arguments;
  if (argument === undefined) return true;
  return first !== undefined && alternativesOf(program, first).some((value) => value.kind === "known" && value.value === argument);
}

function optionsOfSwitch(program: Program, { client, of }: Entry<Switch>, call: MethodCall): TlsOptions {
  const write = writeOf(program, call, of);
  const value: OptionValue = {
    option: of.option,
    value: of.value,
    kind: "known",
    function: undefined,
    node: write.node,
    write,
    guard: write.guard,
    toNative: () => undefined,
    replace: () => withoutCall(program, call),
  };
  return optionsOf(siteOf(client, call), new Map([[of.option, [value]]]), [write], false);
}

/** Stands from the method's name on, so that what comes before it in the chain is not reported. */
function writeOf(program: Program, call: MethodCall, { option }: Switch): PropertyWrite {
  const { property } = call.callee;
  const node = { ...call, range: [property.range[0], call.range[1]] } as TSESTree.CallExpression;
  return { key: option, keyNode: property, node, value: node, program, operator: "=", guard: guardAround(program, call), owned: true };
}

function siteOf(client: Client, anchor: TSESTree.Node): TlsSite {
  return { client, side: "client", certainty: "proven", scope: "connection", unverified: false, anchor, guard: undefined, vocabulary: {}, forwards: [] };
}

/** Takes the call out of its chain, or the whole statement where there is no chain. */
function withoutCall(program: Program, call: MethodCall): Mend | undefined {
  const { object } = call.callee;
  const remedy = `Remove \`${program.textOf(call.callee.property)}()\`.`;
  const isChain = unwrap(object).type === "CallExpression";
  const edits = isChain ? [{ range: [object.range[1], call.range[1]] as const, text: "" }] : removalOf(program, call);
  return edits && { edits, remedy };
}
