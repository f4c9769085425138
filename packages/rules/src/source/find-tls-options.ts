import type { TSESTree } from "@typescript-eslint/types";
import { clients } from "../clients/index.js";
import type { Client, Sink } from "../define-client.js";
import { likelyTlsOptions } from "./likely-tls-options.js";
import { resolveMember, type ModuleMember } from "./module-bindings.js";
import { readObject, type PropertyWrite } from "./object-model.js";
import { placeOf } from "./places.js";
import type { Program } from "./program.js";
import { knownValue } from "./static-value.js";
import { createTlsOptions, type TlsOptions } from "./tls-options.js";
import { unwrap } from "./unwrap.js";

type ModuleTable = ReadonlyMap<string, readonly Client[]>;

const clientsByModule: ModuleTable = groupByModule();

function groupByModule(): ModuleTable {
  const table = new Map<string, Client[]>();
  for (const client of clients) {
    for (const module of client.modules) table.set(module, [...(table.get(module) ?? []), client]);
  }
  return table;
}

const found = new WeakMap<Program, readonly TlsOptions[]>();

/** Every set of TLS options in a file: those that reach a known TLS call first, then those of unmistakable shape. */
export function findTlsOptions(program: Program): readonly TlsOptions[] {
  const known = found.get(program);
  if (known) return known;
  const proven = [...program.calls.flatMap((call) => optionsOfCall(program, call)), ...superCalls(program), ...settingsObjects(program)];
  const claimed = new Set<PropertyWrite["node"]>(proven.flatMap(({ writes }) => writes.map((write) => write.node)));
  const all = [...proven, ...likelyTlsOptions(program, claimed)];
  found.set(program, all);
  return all;
}

function optionsOfCall(
  program: Program,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): readonly TlsOptions[] {
  const callee = resolveMember(program, call.callee);
  if (!callee) return [];
  const kind = call.type === "NewExpression" ? "construct" : "call";
  return sinksOf(callee, kind).flatMap(({ client, sink }) => optionsOfSink(program, client, sink, call));
}

function superCalls(program: Program): readonly TlsOptions[] {
  return program.calls.flatMap((call) => {
    if (call.callee.type !== "Super") return [];
    const owner = classOf(call);
    const parent = owner?.superClass && resolveMember(program, owner.superClass);
    if (!parent) return [];
    return sinksOf(parent, "construct").flatMap(({ client, sink }) => optionsOfSink(program, client, sink, call));
  });
}

function classOf(node: TSESTree.Node): TSESTree.ClassDeclaration | TSESTree.ClassExpression | undefined {
  for (let ancestor = node.parent; ancestor; ancestor = ancestor.parent) {
    if (ancestor.type === "ClassDeclaration" || ancestor.type === "ClassExpression") return ancestor;
  }
  return;
}

function sinksOf(callee: ModuleMember, kind: "call" | "construct"): readonly { client: Client; sink: Sink }[] {
  const path = callee.path.join(".");
  return (clientsByModule.get(callee.module) ?? []).flatMap((client) =>
    client.tlsOptions
      .filter((sink) => (kind === "call" ? "call" in sink && sink.call === path : "construct" in sink && sink.construct === path))
      .map((sink) => ({ client, sink })),
  );
}

function optionsOfSink(
  program: Program,
  client: Client,
  sink: Sink,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): readonly TlsOptions[] {
  return sink.at.flatMap(([index, ...path]) => {
    const argument = call.arguments[index];
    if (!argument || argument.type === "SpreadElement" || !canHoldOptions(argument)) return [];
    const model = readObject(program, argument, path);
    if (model.writes.length === 0) return [];
    const side = sink.side === "unknown" ? sideOfSocket(program, model.writes) : sink.side;
    const site = {
      client,
      side,
      certainty: "proven",
      scope: "connection",
      unverified: sink.unverified === true && side === "client",
      anchor: call,
      vocabulary: sink.vocabulary ?? {},
    } as const;
    return [createTlsOptions(program, site, model)];
  });
}

function canHoldOptions(argument: TSESTree.Node): boolean {
  const { type } = unwrap(argument);
  return type !== "ArrowFunctionExpression" && type !== "FunctionExpression" && type !== "Literal" && type !== "TemplateLiteral";
}

/** `new tls.TLSSocket(socket, { isServer: true })` is a server, without `isServer` a client. */
function sideOfSocket(program: Program, writes: readonly PropertyWrite[]): TlsOptions["side"] {
  const isServer = writes.find((write) => write.key === "isServer");
  return isServer && knownValue(program, isServer.value) === true ? "server" : "unknown";
}

function settingsObjects(program: Program): readonly TlsOptions[] {
  return program.assignments.flatMap((assignment) => {
    const { left } = assignment;
    if (left.type !== "MemberExpression") return [];
    const target = resolveMember(program, left);
    const key = target?.path.at(-1);
    if (!target || key === undefined) return [];
    const object = target.path.slice(0, -1).join(".");
    return (clientsByModule.get(target.module) ?? []).flatMap((client) =>
      (client.settings ?? [])
        .filter((settings) => settings.object === object && (!settings.vocabularyOnly || settings.vocabulary?.[key]))
        .map((settings) => {
          const write = { key, keyNode: left.property, node: assignment, value: assignment.right, guard: undefined, owned: true };
          const site = {
            client,
            side: settings.side,
            certainty: "proven",
            scope: "process",
            unverified: false,
            anchor: assignment,
            vocabulary: settings.vocabulary ?? {},
          } as const;
          return createTlsOptions(program, site, { writes: [write], complete: true });
        }),
    );
  });
}
