import type { TSESTree } from "@typescript-eslint/types";
import type { Client, OptionsAt, Plaintext } from "../../define-client.js";
import { type Guard, guardAround } from "../guards/guards.js";
import { type Call, type FileView, isCall, usesOf } from "../program/file-view.js";
import { ancestorOf } from "../program/walk.js";
import { expressionsAt } from "../values/nested-objects.js";
import { layerOf } from "../values/object-model.js";
import { plaintexts } from "../values/sinks.js";
import { alternativesOf, knownValue } from "../values/static-value.js";
import { gap, type Text, textsOf } from "../values/texts.js";
import { type Machine, machineOf, serverIn, whole } from "./machines.js";
import { type Reached, reachedEntries } from "./reached-entries.js";
import { holdsBeside, isAlways } from "./unread.js";

/** A place where a program says to do without TLS, or to go on without. */
export interface PlaintextUse {
  readonly client: Client;
  readonly of: Plaintext;
  readonly node: TSESTree.Node;
  readonly guard: Guard | undefined;
  /** Where the server is, which is not the program's own machine. */
  readonly machine: Exclude<Machine, "own">;
  /** Whether the server only catches what is tried out. */
  readonly isCaught: boolean;
  /** What is written there. */
  readonly code: string;
}

type Found = Omit<PlaintextUse, "client" | "of" | "machine" | "isCaught"> & { readonly machine: Machine };

/** A call with its row of a client's table. */
interface Asked extends Reached<Plaintext> {
  readonly call: Call;
}

/** Every place where a client is told to do without TLS on the way to another machine, or to one that is not known. */
export function plaintextUses(program: FileView): readonly PlaintextUse[] {
  return program.calls.flatMap((call) =>
    reachedEntries(program, call, plaintexts).flatMap((reached) => {
      const asked = { ...reached, call };
      const { client, of } = reached;
      if (!holdsBeside(program, call, reached.shift, of) || isSecuredOtherwise(program, asked)) return [];
      const isCaught = of.catcher !== undefined && isAlways(program, call, reached.shift, of.catcher);
      return foundBy(program, asked).flatMap((found) => {
        const { machine } = found;
        return machine === "own" ? [] : [{ ...found, machine, isCaught, client, of }];
      });
    }),
  );
}

function foundBy(program: FileView, asked: Asked): readonly Found[] {
  const { of, call } = asked;
  if (!of.at) return saidByCall(program, call);
  return of.at
    .flatMap((at) => expressionsOf(program, asked, at))
    .flatMap((place) => {
      if (of.values) return saidByValue(program, asked, place);
      return textsOf(place.program, place.value).flatMap((text) => saidInText(of, text, place.guard));
    });
}

type Place = ReturnType<typeof expressionsAt>[number];

function expressionsOf(program: FileView, { call, shift }: Asked, [index, ...path]: OptionsAt): readonly Place[] {
  const argument = call.arguments[index + shift];
  return argument && argument.type !== "SpreadElement" ? expressionsAt(program, argument, path) : [];
}

function saidByValue(program: FileView, asked: Asked, { program: view, value, guard }: Place): readonly Found[] {
  const said = alternativesOf(view, value).filter(
    (each) => each.kind === "known" && asked.of.values!.includes(each.value),
  );
  const { parent } = value;
  const node = parent?.type === "Property" && parent.value === value ? parent : value;
  const machine = whole(
    (asked.of.hosts ?? []).flatMap((at) =>
      expressionsOf(program, asked, at).flatMap((place) =>
        textsOf(place.program, place.value).map(({ text }) => machineOf(text)),
      ),
    ),
  );
  return said.map((each) => ({ node, guard: each.guard ?? guard, machine, code: program.textOf(node) }));
}

function saidInText(of: Plaintext, { text, node, guard }: Text, outer: Guard | undefined): readonly Found[] {
  const code = of.scheme === undefined ? parameterIn(of, text) : schemeIn(of, text);
  if (code === undefined) return [];
  return [{ node, guard: guard ?? outer, machine: machineOf(of.form === "pairs" ? serverIn(text) : text), code }];
}

function schemeIn({ scheme, unless }: Plaintext, text: string): string | undefined {
  const isSpoken = text.toLowerCase().startsWith(`${scheme}://`);
  const isSecured = unless?.parameters?.some((name) => new RegExp(`[?&]${name}=true`, "i").test(text));
  return isSpoken && !isSecured ? `${scheme}://` : undefined;
}

function parameterIn({ parameters = {}, form }: Plaintext, text: string): string | undefined {
  for (const [name, values] of Object.entries(parameters)) {
    const pattern =
      form === "pairs"
        ? new RegExp(`(?:^|;)\\s{0,9}(${name}\\s{0,9}=\\s{0,9}(\\w+))`, "i")
        : new RegExp(`[?&](${name}=(\\w+))`, "i");
    const [, code, value] = pattern.exec(text) ?? [];
    if (value !== undefined && values.includes(value.toLowerCase())) return code;
  }
  return undefined;
}

/** The credentials that a call makes go into another one, beside the server's address. */
function saidByCall(program: FileView, call: Call): readonly Found[] {
  const { parent } = call;
  const variable = parent?.type === "VariableDeclarator" ? program.variableOf(parent.id) : undefined;
  const users = variable ? usesOf(variable).map(({ identifier }) => identifier) : [call];
  const machines = users.flatMap((user) => {
    const [address] = ancestorOf(user, isCall)?.arguments ?? [];
    return address && address !== user ? textsOf(program, address).map(({ text }) => machineOf(text)) : [];
  });
  return [{ node: call, guard: guardAround(program, call), machine: whole(machines), code: program.textOf(call) }];
}

function isSecuredOtherwise(program: FileView, asked: Asked): boolean {
  const { options } = asked.of.unless ?? {};
  if (!options) return false;
  return options.some(
    (at) =>
      !isInSight(program, asked, at) ||
      expressionsOf(program, asked, at).some((place) => knownValue(place.program, place.value) !== false),
  );
}

/** Whether all of an argument is known, so that what is not written there is not there. */
function isInSight(program: FileView, { call, shift }: Asked, [index]: OptionsAt): boolean {
  const argument = call.arguments[index + shift];
  if (!argument) return !call.arguments.some(({ type }) => type === "SpreadElement");
  if (argument.type === "SpreadElement") return false;
  return isText(program, argument) || layerOf(program, argument).complete;
}

function isText(program: FileView, argument: TSESTree.Node): boolean {
  const texts = textsOf(program, argument);
  return texts.length > 0 && texts.every(({ text }) => text !== gap);
}
