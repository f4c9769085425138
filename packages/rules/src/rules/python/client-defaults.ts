import type { PythonContext } from "../../define-rule.js";
import { callsOf, givenIn, isImported } from "../../python/clients/calls.js";
import type { PyClient, PyDefault } from "../../python/clients/define-client.js";
import { clients } from "../../python/clients/index.js";
import { argumentAddition, spelled } from "../../python/edits/lines.js";
import { dictionaryEntries } from "../../python/program/dictionaries.js";
import { guardsOf } from "../../python/program/guards.js";
import { argumentsOf, type PyModule } from "../../python/program/module.js";
import { contentRange, stringValue } from "../../python/program/strings.js";
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
    for (const told of client.defaults!.filter(({ elsewhere }) => !elsewhere?.test(module.text)))
      for (const call of callsOf(told.calls, client, module)) {
        if (!isSilent(call, told, module)) continue;
        report({
          at: placeOf(call, guardsOf(call, module)),
          messageId: "clientDefault",
          data: dataOf(call, told, client, module),
          level: "error",
          ...graded(addressIn(call, told, module) ?? addition(call, told, module)),
        });
      }
  for (const client of clients)
    for (const told of client.defaults?.filter(({ names }) => names !== undefined) ?? [])
      checkSettings(client, told, module, report);
}

/** `CELERY_BROKER_URL = "rediss://..."`, in whatever file: nothing else has these names. */
function checkSettings(client: PyClient, told: PyDefault, module: PyModule, report: Context["report"]): void {
  if (told.elsewhere?.test(module.text)) return;
  for (const assignment of module.assignments) {
    const left = field(assignment, "left");
    const name = left?.type === "attribute" ? field(left, "attribute") : left;
    const value = field(assignment, "right");
    if (!name || !value || !told.names!.includes(textOf(name, module.text))) continue;
    if (!told.where?.some(({ address }) => address && isAddressWithout(value, address, module))) continue;
    report({
      at: { ...placeOf(assignment, guardsOf(assignment, module)), isLikely: !isImported(client, module) },
      messageId: "clientDefault",
      data: { ...dataOf(assignment, told, client, module), call: textOf(name, module.text) },
      level: "error",
      ...graded(withParameter(value, told, module)),
    });
  }
}

function isAddressWithout(
  value: PyNode,
  { scheme, without }: { readonly scheme: string; readonly without: string },
  module: PyModule,
): boolean {
  const only = onlyValue(value, module);
  const text = only?.kind === "literal" && typeof only.value === "string" ? only.value : textOf(value, module.text);
  return new RegExp(`^(?:\\w{0,2}["'])?${scheme}://`).test(text) && !text.includes(`${without}=`);
}

/** The address of a call, with the parameter that tells it. */
function addressIn(call: PyNode, told: PyDefault, module: PyModule): PyMend<"ask"> | undefined {
  for (const place of told.where ?? []) {
    const given = place.address && givenIn(call, place, module);
    if (given) return withParameter(given.value, told, module);
  }
  return undefined;
}

function withParameter(value: PyNode, { parameter, remedy }: PyDefault, module: PyModule): PyMend<"ask"> | undefined {
  // `"rediss://%s" % host`
  const written = value.type === "binary_operator" ? (field(value, "left") ?? value) : value;
  const range = parameter === undefined ? undefined : contentRange(written);
  if (!range || stringValue(written, module.text) === undefined) return undefined;
  const sign = textOf(written, module.text).includes("?") ? "&" : "?";
  return { grade: "ask", edits: [{ range: [range[1], range[1]], text: `${sign}${parameter}` }], remedy };
}

function dataOf(call: PyNode, { unless, remedy }: PyDefault, { name }: PyClient, module: PyModule) {
  const callee = textOf(field(call, "function") ?? call, module.text).slice(0, 80);
  return { call: callee, word: unless.map(({ keyword }) => keyword).join("`, `"), client: name, remedy };
}

/** Whether a call shows all that it is told, and that is not among it. */
function isSilent(call: PyNode, { where = [], unless }: PyDefault, module: PyModule): boolean {
  const { spread, hasUnknownPositions } = argumentsOf(call, module);
  if (spread.length > 0 || hasUnknownPositions) return false;
  const isMeant =
    where.length === 0 ||
    where.some(({ value, isFilled, address, ...place }) => {
      const given = givenIn(call, place, module);
      if (!given || given.value.type === "none") return false;
      if (address) return isAddressWithout(given.value, address, module);
      if (isFilled) return (dictionaryEntries(given.value, module)?.size ?? 0) > 0 && !hasSpread(given.value);
      const only = value === undefined ? undefined : onlyValue(given.value, module);
      return value === undefined || (only?.kind === "literal" && only.value === value);
    });
  return isMeant && unless.every((place) => !isTold(call, place, module));
}

/** The place is given, and with that value where it is one value that counts. */
function isTold(call: PyNode, { value, ...place }: PyDefault["unless"][number], module: PyModule): boolean {
  const given = givenIn(call, place, module);
  if (!given || value === undefined) return given !== undefined;
  const only = onlyValue(given.value, module);
  return only?.kind !== "literal" || only.value === value;
}

/** Something else may stand in it as well: `{**options, "key": ...}`. */
function hasSpread({ type, children }: PyNode): boolean {
  return type !== "dictionary" || children.some((child) => child.type === "dictionary_splat");
}

function addition(call: PyNode, { add, remedy }: PyDefault, module: PyModule): PyMend<"ask"> | undefined {
  if (!add) return undefined;
  const [keyword, value] = add;
  const written = /^[A-Z_]{6,}$/.test(value) ? spelled(value, call, module) : value;
  const edit = written === undefined ? undefined : argumentAddition(call, `${keyword}=${written}`, module);
  return edit && { grade: "ask", edits: [edit], remedy };
}
