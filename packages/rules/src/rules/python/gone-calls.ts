import type { PythonContext } from "../../define-rule.js";
import { wrapSocketMend } from "../../python/edits/wrap-socket.js";
import { onSomePythons } from "../../python/judging/verdicts.js";
import { guardsOf } from "../../python/program/guards.js";
import { dottedName, handedOn } from "../../python/program/module.js";
import { field, type PyNode } from "../../python/program/tree.js";
import { graded, placeOf, type PythonProgram } from "../../python/python-program.js";
import { sideOfWrapping } from "../../python/sites/uses.js";

const gone: Readonly<Record<string, "wrapSocket" | "matchHostname">> = {
  "ssl.wrap_socket": "wrapSocket",
  "ssl.match_hostname": "matchHostname",
};

/** What the rule about deprecated calls says of Python's. */
export const goneCallMessages = {
  wrapSocket:
    "`ssl.wrap_socket` sends no server name, compares no host name, and is gone from Python 3.12 on{{reach}}. Use `SSLContext.wrap_socket`.",
  wrapServerSocket: "`ssl.wrap_socket` is gone from Python 3.12 on{{reach}}. Use `SSLContext.wrap_socket`.",
  matchHostname:
    "`ssl.match_hostname` is gone from Python 3.12 on{{reach}}. Let the context check the name, with `check_hostname` and `server_hostname`.",
} as const;

type Context = PythonContext<typeof goneCallMessages, "upgrade">;

/** Calls that newer releases no longer have. */
export function checkGoneCalls({ module }: PythonProgram, context: Context): void {
  for (const call of module.calls) {
    const name = dottedName(field(call, "function"), module);
    const messageId = name !== undefined && Object.hasOwn(gone, name) ? gone[name] : undefined;
    if (messageId) reportCall(call, messageId, context);
  }
  for (const [name, messageId] of Object.entries(gone))
    for (const node of handedOn(name, module)) reportCall(node, messageId, context);
}

function reportCall(call: PyNode, messageId: "wrapSocket" | "matchHostname", context: Context): void {
  const without = context.program.pythons.filter(({ traits }) => !traits.has("hasWrapSocket"));
  const isGone = without.length > 0;
  const { module } = context.program;
  const isServer = messageId === "wrapSocket" && call.type === "call" && sideOfWrapping(call, module) === "server";
  context.report({
    at: placeOf(call, guardsOf(call, module)),
    messageId: isServer ? "wrapServerSocket" : messageId,
    data: { reach: isGone ? `, so it raises AttributeError${onSomePythons(without, context.program.pythons)}` : "" },
    level: isGone ? "error" : "warning",
    ...(messageId === "wrapSocket" && call.type === "call" && graded(wrapSocketMend(call, context))),
  });
}
