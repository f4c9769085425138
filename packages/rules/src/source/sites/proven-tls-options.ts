import type { TSESTree } from "@typescript-eslint/types";
import type { Client, InsecureDefault, OptionsAt, Sink, Vocabulary } from "../../define-client.js";
import type { OptionName } from "../../option-names.js";
import { type Guard, guardAround } from "../guards/guards.js";
import type { Call, FileView } from "../program/file-view.js";
import { unwrap } from "../program/unwrap.js";
import { readPerCaller } from "../values/call-contexts.js";
import { emptyLayer, type Layer, layerOfWrites, type PropertyWrite } from "../values/layers.js";
import { type NestedObject, nestedObjects } from "../values/nested-objects.js";
import { propertyName } from "../values/property-name.js";
import { sinks } from "../values/sinks.js";
import { alternativesOf, knownValue } from "../values/static-value.js";
import { heldWords } from "./held-rows.js";
import { installedCalls } from "./installed-calls.js";
import { isReplaced } from "./proven-connection-strings.js";
import { type Reached, reachedEntries } from "./reached-entries.js";
import { sharedTlsOptions } from "./shared-tls-options.js";
import type { Refused, TlsOptions, TlsSite } from "./tls-options.js";
import { holdsBeside, isAlways, settledByAgent, whyUnread } from "./unread.js";

/** The options that reach a known TLS call. */
export function provenTlsOptions(program: FileView): readonly TlsOptions[] {
  return program.calls.flatMap((call) =>
    reachedEntries(program, call, sinks).flatMap((reached) => optionsOfSink(program, reached, call)),
  );
}

function optionsOfSink(
  program: FileView,
  { client, of: sink, shift }: Reached<Sink>,
  call: Call,
): readonly TlsOptions[] {
  if (!holdsBeside(program, call, shift, sink)) return [];
  if ("sets" in sink) return valueOfSink(program, client, sink, call);
  const found = optionsInArguments(program, { client, of: sink, shift }, call);
  return found.length > 0 ? found : unsaidBesideAddress(program, { client, of: sink, shift }, call);
}

function optionsInArguments(
  program: FileView,
  { client, of: sink, shift }: Reached<Sink & { readonly at: readonly OptionsAt[] }>,
  call: Call,
): readonly TlsOptions[] {
  return sink.at.flatMap(([index, ...path]) => {
    const argument = call.arguments[index + shift];
    if (!argument || argument.type === "SpreadElement" || !(path[0] === "()" || canHoldOptions(argument))) return [];
    const isOverruled = isReplaced(program, call, path);
    return readPerCaller(program, call, (view, guard) => {
      const read = isOverruled
        ? { ...sink, vocabulary: {}, shorthands: [], insecureDefaults: [], forwards: [] }
        : narrowedSink(view, call, shift, sink);
      const objects = nestedObjects(view, argument, path);
      const found = objects
        .flatMap((object) => {
          if (object.holders.length === 0 && object.layer.writes.size === 0)
            return unsaidOptions(view, client, read, call, { index, shift, path, object, guard });
          const why = whyUnread(view, call, shift, client, sink, object.layer);
          return byReader(view, client, object, why).flatMap(({ unread, ...part }) =>
            optionsOfObject(view, client, read, call, part, guard).map((options) => ({ ...options, unread })),
          );
        })
        .map((options) => ({ ...options, path }));
      const isDecided = found.every((options) => options.allValues().every(({ kind }) => kind !== "unknown"));
      return {
        answer: found.length > 0 ? found : undefined,
        isComplete: isDecided && objects.every(({ layer }) => layer.complete),
      };
    }).flat();
  });
}

function narrowedSink(view: FileView, call: Call, shift: number, sink: Sink): Sink {
  const { narrowed } = sink;
  return narrowed && isAlways(view, call, shift, narrowed.where) ? { ...sink, forwards: narrowed.forwards } : sink;
}

/** The options of an object that are read, and those that an agent settles. */
function byReader(view: FileView, client: Client, object: NestedObject, unread: string | undefined) {
  const settled = unread === undefined ? settledByAgent(view, client, object.layer) : new Set<string>();
  if (settled.size === 0) return [{ ...object, unread }];
  const part = (isSettled: boolean): Layer => ({
    ...object.layer,
    writes: new Map([...object.layer.writes].filter(([name]) => settled.has(name) === isSettled)),
  });
  return [
    { ...object, layer: part(false), unread },
    { ...object, layer: part(true), unread: "the agent's own option is taken in its place" },
  ];
}

function optionsOfObject(
  view: FileView,
  client: Client,
  sink: Sink,
  call: Call,
  object: NestedObject,
  guard: Guard | undefined,
): readonly TlsOptions[] {
  const { layer, holders } = object;
  const insecureDefaults = (sink.insecureDefaults ?? []).filter((missing) => applies(missing, object));
  const isThere = layer.writes.size > 0 || layer.isTooMuch || (insecureDefaults.length > 0 && holders.some(isObject));
  const own = isThere
    ? [{ ...sinkOptions(view, client, sink, call, layer, guard), holder: holders.at(-1), insecureDefaults }]
    : refusedInstead(view, client, sink, call, object, guard);
  const standIns = layerOfWrites(
    holders.filter((holder) => isShorthand(sink, holder)),
    false,
  );
  const [name] = standIns.writes.keys();
  if (name === undefined) return own;
  const vocabulary = { [name]: { option: "rejectUnauthorized", values: sink.shorthands! } } as const;
  return [...own, sinkOptions(view, client, { ...sink, vocabulary, forwards: [] }, call, standIns, guard)];
}

interface Place {
  readonly index: number;
  readonly shift: number;
  readonly path: readonly string[];
  readonly object: NestedObject;
  readonly guard: Guard | undefined;
}

/** What the client leaves unverified where the object is not written at all. */
function unsaidOptions(
  view: FileView,
  client: Client,
  sink: Sink,
  call: Call,
  { index, shift, path, object, guard }: Place,
): readonly TlsOptions[] {
  const insecureDefaults = (sink.insecureDefaults ?? []).filter(({ unsaid }) => unsaid);
  const argument = call.arguments[index + shift];
  const asked = sink.where?.at.find(([own]) => own === index);
  if (insecureDefaults.length === 0 || !argument || !asked || !object.around.complete) return [];
  const [{ layer, holders } = { layer: emptyLayer, holders: [] }] = nestedObjects(
    view,
    argument,
    asked.slice(1).map(String),
  ).map((each) => ({ layer: each.around, holders: each.holders }));
  const [holder, ...others] = holders;
  if (!holder || others.length > 0 || !layer.complete) return [];
  const said = knownValue(holder.program, holder.value);
  if (!("values" in sink.where!) || !sink.where.values.includes(said)) return [];
  const options = sinkOptions(view, client, sink, call, emptyLayer, guard);
  return [{ ...options, holder, insecureDefaults, unsaidAt: path }];
}

/** The same where it is an address that says which driver is asked, and no argument holds the object, nor anything out of sight. */
function unsaidBesideAddress(
  program: FileView,
  { client, of: sink, shift }: Reached<Sink & { readonly at: readonly OptionsAt[] }>,
  call: Call,
): readonly TlsOptions[] {
  const insecureDefaults = (sink.insecureDefaults ?? []).filter(({ unsaid }) => unsaid);
  const [, ...path] = sink.at[0]!;
  if (insecureDefaults.length === 0 || !sink.where || !("schemes" in sink.where)) return [];
  if (!isAlways(program, call, shift, sink.where)) return [];
  const isSilent = call.arguments.every(
    (argument) =>
      argument.type !== "SpreadElement" &&
      (!canHoldOptions(argument) ||
        nestedObjects(program, argument, path).every(
          ({ around, holders, layer }) => around.complete && holders.length === 0 && layer.writes.size === 0,
        )),
  );
  const options = sinkOptions(program, client, sink, call, emptyLayer, undefined);
  return isSilent ? [{ ...options, insecureDefaults, path, unsaidAt: path, ofScheme: sink.where.schemes[0] }] : [];
}

/** A value in the place of the object for which the client throws. */
function refusedInstead(
  view: FileView,
  client: Client,
  sink: Sink,
  call: Call,
  { holders }: NestedObject,
  guard: Guard | undefined,
): readonly TlsOptions[] {
  const { refusesInstead } = sink;
  const refused = holders.flatMap((write): readonly Refused[] => {
    const alternatives = refusesInstead ? alternativesOf(write.program, write.value) : [];
    const isRefused =
      alternatives.length > 0 &&
      alternatives.every((each) => each.kind === "known" && refusesInstead!.values.includes(each.value));
    return isRefused ? [{ ...refusesInstead!, node: write.node, guard: write.guard ?? guard }] : [];
  });
  return refused.length > 0
    ? [{ ...sinkOptions(view, client, { ...sink, forwards: [], vocabulary: {} }, call, emptyLayer, guard), refused }]
    : [];
}

function applies({ unlessBeside }: InsecureDefault, { around }: NestedObject): boolean {
  return unlessBeside === undefined || (around.complete && !around.writes.has(unlessBeside));
}

function isObject(holder: PropertyWrite): boolean {
  return alternativesOf(holder.program, holder.value).some(({ kind }) => kind === "object");
}

function isShorthand({ shorthands = [] }: Sink, holder: PropertyWrite): boolean {
  const values = shorthands.length > 0 ? alternativesOf(holder.program, holder.value) : [];
  return values.some((value) => value.kind === "known" && shorthands.some(([native]) => native === value.value));
}

/** A call that sets one option to its first argument: `setCiphers(list)`. */
function valueOfSink(
  program: FileView,
  client: Client,
  sink: Sink & { readonly sets: OptionName },
  call: Call,
): readonly TlsOptions[] {
  const callee = unwrap(call.callee);
  const [value] = call.arguments;
  const key = callee.type === "MemberExpression" ? propertyName(program, callee) : undefined;
  if (callee.type !== "MemberExpression" || !value || key === undefined) return [];
  const write = {
    key,
    keyNode: callee.property,
    node: call,
    value,
    program,
    operator: "=",
    guard: guardAround(program, call),
  };
  const vocabulary = { [key]: { option: sink.sets } };
  return [sinkOptions(program, client, { ...sink, vocabulary }, call, layerOfWrites([write], true), undefined)];
}

function sinkOptions(
  program: FileView,
  client: Client,
  sink: Sink,
  call: Call,
  layer: Layer,
  guard: Guard | undefined,
): TlsOptions {
  const side = sink.side === "unknown" && isServer(program, layer) ? "server" : sink.side;
  const site: TlsSite = {
    client,
    side,
    certainty: "proven",
    scope: installedCalls(program).has(call) ? "process" : "connection",
    unverified: sink.unverified === true && side !== "server",
    anchor: call,
    guard,
    vocabulary: heldWords(program, client, sink.vocabulary ?? noWords),
    forwards: sink.forwards,
    refuses: sink.refuses,
  };
  return sharedTlsOptions(site, layer);
}

const noWords: Vocabulary = {};

function canHoldOptions(argument: TSESTree.Node): boolean {
  const { type } = unwrap(argument);
  return (
    type !== "ArrowFunctionExpression" &&
    type !== "FunctionExpression" &&
    type !== "Literal" &&
    type !== "TemplateLiteral"
  );
}

/** `new tls.TLSSocket(socket, { isServer: true })`. */
function isServer(program: FileView, { writes }: Layer): boolean {
  return (writes.get("isServer") ?? []).some((write) => knownValue(program, write.value) === true);
}
