import type { TSESTree } from "@typescript-eslint/types";
import type { ConnectionString, OptionsAt, Word } from "../../define-client.js";
import type { Guard } from "../guards/guards.js";
import type { Call, FileView } from "../program/file-view.js";
import { readPerCaller } from "../values/call-contexts.js";
import { expressionsAt } from "../values/nested-objects.js";
import { connectionStrings } from "../values/sinks.js";
import { heldWords, holds } from "./held-rows.js";
import { type Reached, reachedEntries } from "./reached-entries.js";
import { optionsInText, parametersIn, partOf, type TextPiece, textPiecesOf } from "./string-options.js";
import { optionsOf, type Refused, type TlsOptions, type TlsSite } from "./tls-options.js";
import { holdsBeside, isWritten, whyTakenInstead } from "./unread.js";

type ReachedString = Reached<ConnectionString>;

/** The options in connection strings that reach a client. */
export function provenConnectionStrings(program: FileView): readonly TlsOptions[] {
  return program.calls.flatMap((call) =>
    stringsOfCall(program, call).flatMap((reached) => optionsOfString(program, reached, call)),
  );
}

function stringsOfCall(program: FileView, call: Call): readonly ReachedString[] {
  return reachedEntries(program, call, connectionStrings).map((reached) => {
    const parameters = heldWords(program, reached.client, reached.of.parameters);
    return parameters === reached.of.parameters ? reached : { ...reached, of: { ...reached.of, parameters } };
  });
}

function optionsOfString(program: FileView, reached: ReachedString, call: Call): readonly TlsOptions[] {
  const { of, shift } = reached;
  if (!holdsBeside(program, call, shift, of)) return [];
  const isReplacedBy = of.yieldsTo && isWritten(program, call, shift, of.yieldsTo) ? of.yieldsTo : undefined;
  const unread = isReplacedBy && whyTakenInstead(isReplacedBy);
  return of.at.flatMap((at) =>
    readPerCaller(program, call, (view, guard) => {
      const pieces = piecesAt(view, call, at, shift);
      const site = { ...siteOf(reached, call, guard), unread };
      const refused = unread === undefined ? refusedIn(view, reached, pieces, guard) : [];
      const found = optionsInText(site, of, pieces);
      const answer = refused.length > 0 ? { ...(found ?? optionsOf(site, new Map(), [], false)), refused } : found;
      return { answer, isComplete: pieces.length > 0 };
    }),
  );
}

/** The parameters that the client throws for. */
function refusedIn(
  program: FileView,
  { client, of: { refuses = {}, form, anyCase } }: ReachedString,
  pieces: readonly TextPiece[],
  guard: Guard | undefined,
): readonly Refused[] {
  const held = Object.entries(refuses).filter(
    ([, { since }]) => since === undefined || holds(program, client, { majors: `>=${since}` }),
  );
  if (held.length === 0) return [];
  const words = {
    form,
    anyCase: anyCase ?? false,
    parameters: Object.fromEntries(held.map(([name]) => [name, noWord])),
  };
  const whole = pieces.map((piece) => piece.program.textOf(piece.node)).join("");
  return pieces.flatMap((piece) =>
    parametersIn(piece, words).flatMap(({ name, value, range }) => {
      const { error, why, since, values, unless = [], unlessBeside = [] } = refuses[name]!;
      if (
        unless.includes(value) ||
        values?.includes(value) === false ||
        unlessBeside.some((text) => whole.includes(text))
      )
        return [];
      return [{ error, why, since, node: partOf(piece.node, range), guard: piece.guard ?? guard }];
    }),
  );
}

/** Parameters are looked up by their names; what these would mean does not matter here. */
const noWord: Word = { option: "rejectUnauthorized" };

function piecesAt(program: FileView, call: Call, [index, ...path]: OptionsAt, shift: number): readonly TextPiece[] {
  const argument = call.arguments[index + shift];
  if (!argument || argument.type === "SpreadElement") return [];
  return expressionsAt(program, argument, path).flatMap((at) =>
    textPiecesOf(at.program, at.value).map((piece) => ({ ...piece, guard: piece.guard ?? at.guard })),
  );
}

function siteOf({ client, of: { trust } }: ReachedString, anchor: TSESTree.Node, guard: Guard | undefined): TlsSite {
  return {
    client,
    side: "client",
    certainty: "proven",
    scope: "connection",
    unverified: false,
    anchor,
    guard,
    vocabulary: {},
    forwards: [],
    trust,
  };
}

/** Whether the client takes a call's connection string instead of the object under a path. */
export function isReplaced(program: FileView, call: Call, path: readonly string[]): boolean {
  return stringsOfCall(program, call).some(
    ({ of, shift }) =>
      of.replaces !== undefined &&
      of.replaces === path.at(-1) &&
      of.at.some((at) => piecesAt(program, call, at, shift).some((piece) => parametersIn(piece, of).length > 0)),
  );
}
