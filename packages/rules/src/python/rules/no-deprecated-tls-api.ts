import { wrapSocketMend } from "../edits/wrap-socket.js";
import { definePythonRule, type PyRuleContext } from "../judging/rule.js";
import { onSomePythons } from "../judging/verdicts.js";
import { guardsOf } from "../program/guards.js";
import { dottedName } from "../program/module.js";
import { field, type PyNode } from "../program/tree.js";

const gone: Readonly<Record<string, "wrapSocket" | "matchHostname">> = {
  "ssl.wrap_socket": "wrapSocket",
  "ssl.match_hostname": "matchHostname",
};

export default definePythonRule({
  name: "no-deprecated-tls-api",
  messages: {
    wrapSocket:
      "`ssl.wrap_socket` sends no server name, compares no host name, and is gone from Python 3.12 on{{reach}}. Use `SSLContext.wrap_socket`.",
    matchHostname:
      "`ssl.match_hostname` is gone from Python 3.12 on{{reach}}. Let the context check the name, with `check_hostname` and `server_hostname`.",
  },
  check(context) {
    for (const call of context.module.calls) {
      const name = dottedName(field(call, "function"), context.module);
      const messageId = name !== undefined && Object.hasOwn(gone, name) ? gone[name] : undefined;
      if (messageId) reportCall(call, messageId, context);
    }
  },
});

function reportCall(call: PyNode, messageId: string, context: PyRuleContext): void {
  const without = context.pythons.filter(({ traits }) => !traits.has("hasWrapSocket"));
  const isGone = without.length > 0;
  context.report({
    at: call,
    messageId,
    data: { reach: isGone ? `, so it raises AttributeError${onSomePythons(without, context.pythons)}` : "" },
    level: isGone ? "error" : "warning",
    guards: guardsOf(call, context.module),
    mend: messageId === "wrapSocket" ? wrapSocketMend(call, context) : undefined,
  });
}
