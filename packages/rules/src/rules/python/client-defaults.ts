import type { PythonContext } from "../../define-rule.js";
import { callsOf, givenIn, isImported } from "../../python/clients/calls.js";
import type { PyClient, PyDefault } from "../../python/clients/define-client.js";
import { clients } from "../../python/clients/index.js";
import { argumentAddition, spelled } from "../../python/edits/lines.js";
import { guardsOf } from "../../python/program/guards.js";
import { argumentsOf, type PyModule } from "../../python/program/module.js";
import { field, type PyNode, textOf } from "../../python/program/tree.js";
import { onlyValue } from "../../python/program/values.js";
import { graded, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";

/** What the rule about defaults says of clients. */
export const clientDefaultMessages = {
  clientDefault:
    "`{{call}}` without `{{word}}` accepts any certificate, which is the default of {{client}} (RFC 9325, section 7.1). {{remedy}}",
} as const;

type Context = PythonContext<typeof clientDefaultMessages, "ask">;

/** Calls of clients that verify only if they are told to, and are not. */
export function checkClientDefaults({ module }: PythonProgram, { report }: Context): void {
  for (const client of clients.filter((each) => each.defaults !== undefined && isImported(each, module)))
    for (const told of client.defaults!)
      for (const call of callsOf(told.calls, client, module)) {
        if (!isSilent(call, told, module)) continue;
        report({
          at: placeOf(call, guardsOf(call, module)),
          messageId: "clientDefault",
          data: dataOf(call, told, client, module),
          level: "error",
          ...graded(addition(call, told, module)),
        });
      }
}

function dataOf(call: PyNode, { unless, remedy }: PyDefault, { name }: PyClient, module: PyModule) {
  const callee = textOf(field(call, "function")!, module.text).slice(0, 80);
  return { call: callee, word: unless.map(({ keyword }) => keyword).join("`, `"), client: name, remedy };
}

/** Whether a call shows all that it is told, and that is not among it. */
function isSilent(call: PyNode, { where = [], unless }: PyDefault, module: PyModule): boolean {
  const { spread, hasUnknownPositions } = argumentsOf(call, module);
  if (spread.length > 0 || hasUnknownPositions) return false;
  const isMeant =
    where.length === 0 ||
    where.some(({ value, ...place }) => {
      const given = givenIn(call, place, module);
      if (!given || given.value.type === "none") return false;
      const only = value === undefined ? undefined : onlyValue(given.value, module);
      return value === undefined || (only?.kind === "literal" && only.value === value);
    });
  return isMeant && unless.every((place) => !givenIn(call, place, module));
}

function addition(call: PyNode, { add, remedy }: PyDefault, module: PyModule): PyMend<"ask"> | undefined {
  if (!add) return undefined;
  const [keyword, value] = add;
  const written = /^[A-Z_]{6,}$/.test(value) ? spelled(value, call, module) : value;
  const edit = written === undefined ? undefined : argumentAddition(call, `${keyword}=${written}`, module);
  return edit && { grade: "ask", edits: [edit], remedy };
}
