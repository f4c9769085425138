import type { TSESTree } from "@typescript-eslint/types";
import type { ConnectionString, OptionsAt } from "../../define-client.js";
import type { Guard } from "../guards/guards.js";
import type { Call, FileView } from "../program/file-view.js";
import { readPerCaller } from "../values/call-contexts.js";
import { expressionsAt } from "../values/nested-objects.js";
import { connectionStrings } from "../values/sinks.js";
import { heldWords } from "./held-rows.js";
import { type Reached, reachedEntries } from "./reached-entries.js";
import { optionsInText, parametersIn, type TextPiece, textPiecesOf } from "./string-options.js";
import type { TlsOptions, TlsSite } from "./tls-options.js";

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
  const { of } = reached;
  if (of.yieldsTo && isWritten(program, call, of.yieldsTo)) return [];
  return of.at.flatMap((at) =>
    readPerCaller(program, call, (view, guard) => {
      const pieces = piecesAt(view, call, at, reached.shift);
      const answer = optionsInText(siteOf(reached, call, guard), of, pieces);
      return { answer, isComplete: pieces.length > 0 };
    }),
  );
}

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

function isWritten(program: FileView, call: Call, [index, ...path]: OptionsAt): boolean {
  const argument = call.arguments[index];
  return argument !== undefined && expressionsAt(program, argument, path).length > 0;
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
