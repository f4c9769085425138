import type { PythonOperation } from "tls-policy";
import { definePythonRule, type PyRuleContext } from "../judging/rule.js";
import { onSomePythons, type PyVerdict, verdictsOn } from "../judging/verdicts.js";
import { textOf } from "../program/tree.js";
import { type ContextSite, operationsWith } from "../sites/contexts.js";

export default definePythonRule({
  name: "no-invalid-tls-options",
  messages: {
    raises: "`{{code}}` raises {{error}}{{reach}}: {{reason}}",
  },
  check(context) {
    for (const site of context.contexts) {
      if (!site.construction) continue;
      for (const alternative of site.construction.alternatives) {
        const operations = operationsWith(site, undefined, undefined);
        reportFailures(site, operations, verdictsOn(context.pythons, alternative, operations, site.side), context);
      }
    }
  },
});

/** Where an error is raised on some Python in range; calls that are merely gone from newer ones are another rule's. */
function reportFailures(
  site: ContextSite,
  operations: readonly PythonOperation[],
  verdicts: readonly PyVerdict[],
  context: PyRuleContext,
): void {
  const failures = verdicts.flatMap(({ python, negotiation }) =>
    negotiation.outcome === "throws" && !isGone(negotiation.reason) ? [{ python, ...negotiation }] : [],
  );
  const able = verdicts.filter(
    ({ negotiation }) => negotiation.outcome !== "throws" || !isGone(negotiation.reason),
  ).length;
  const places = new Map(failures.map((failure) => [failure.at, failure]));
  for (const [at, failure] of places) {
    const node = nodeAt(site, operations, at);
    if (!node) continue;
    const pythons = failures.filter((each) => each.at === at).map(({ python }) => python);
    context.report({
      at: node,
      messageId: "raises",
      data: {
        code: textOf(node, context.module.text).slice(0, 80),
        error: failure.error,
        reach: onSomePythons(pythons, context.pythons),
        reason: failure.reason,
      },
      level: pythons.length === able ? "error" : "warning",
      guards: site.guards,
    });
  }
}

const isGone = (reason: string) => reason.includes("ssl.wrap_socket");

function nodeAt(site: ContextSite, operations: readonly PythonOperation[], at: number) {
  if (at === -1) return site.construction!.protocol ?? site.construction!.call;
  return site.steps.find(({ alternatives }) => alternatives.some(({ operation }) => operation === operations[at]))
    ?.node;
}
