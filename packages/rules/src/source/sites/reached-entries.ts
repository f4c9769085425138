import type { Majors } from "../../define-client.js";
import { type Call, type FileView, isClass } from "../program/file-view.js";
import { ownerOfThis } from "../program/this-owner.js";
import { membersNamed, membersOf, type ModuleMember } from "../values/module-bindings.js";
import type { Entry, Tables } from "../values/sinks.js";
import { holds } from "./held-rows.js";

/** An entry of a client's table that a call reaches, and how many arguments stand before its own: one in `https.Agent.call(this, options)`. */
export interface Reached<Of> extends Entry<Of> {
  readonly shift: number;
}

/** What a call, a construction or a `super(...)` reaches in the clients' tables. */
export function reachedEntries<Of extends { readonly majors?: Majors }>(
  program: FileView,
  call: Call,
  tables: Tables<Of>,
): readonly Reached<Of>[] {
  const reached = (entries: readonly Entry<Of>[], shift = 0) =>
    entries.filter(({ client, of }) => holds(program, client, of)).map((entry) => ({ ...entry, shift }));
  if (call.callee.type === "Super") return reached(superclassMembers(program, call).flatMap(tables.constructed));
  if (call.type === "NewExpression") return reached(membersOf(program, call.callee).flatMap(tables.constructed));
  return membersNamed(program, call.callee, tables.methods).flatMap((member) => {
    const called = { ...member, path: member.path.slice(0, -1) };
    const isIndirect = member.path.at(-1) === "call";
    return isIndirect
      ? reached([...tables.called(called), ...tables.constructed(called)].slice(0, 1), 1)
      : reached(tables.called(member));
  });
}

function superclassMembers(program: FileView, call: Call): readonly ModuleMember[] {
  const owner = ownerOfThis(program, call);
  return owner && isClass(owner) && owner.superClass ? membersOf(program, owner.superClass) : [];
}
