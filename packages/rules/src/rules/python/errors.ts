import type { PythonOperation } from "tls-policy";
import type { PythonContext } from "../../define-rule.js";
import { onSomePythons, type PyVerdict, verdictsOn } from "../../python/judging/verdicts.js";
import { textOf } from "../../python/program/tree.js";
import { placeOf, type PythonProgram } from "../../python/python-program.js";
import { type ContextSite, operationsWith } from "../../python/sites/contexts.js";

/** What the rule about options that fail says of Python's contexts. */
export const contextErrorMessages = {
  raises: "`{{code}}` raises {{error}}{{reach}}: {{reason}}",
} as const;

type Context = PythonContext<typeof contextErrorMessages, never>;

/** Contexts that raise an error while they are made or changed. */
export function checkContextErrors({ contexts, pythons }: PythonProgram, context: Context): void {
  for (const site of contexts) {
    if (!site.construction) continue;
    for (const alternative of site.construction.alternatives) {
      const operations = operationsWith(site, undefined, undefined);
      reportFailures(site, operations, verdictsOn(pythons, alternative, operations, site.side), context);
    }
  }
}

/** Where an error is raised on some Python in range; calls that are merely gone from newer ones are another rule's. */
function reportFailures(
  site: ContextSite,
  operations: readonly PythonOperation[],
  verdicts: readonly PyVerdict[],
  context: Context,
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
      at: placeOf(node, site.guards),
      messageId: "raises",
      data: {
        code: textOf(node, context.program.module.text).slice(0, 80),
        error: failure.error,
        reach: onSomePythons(pythons, context.program.pythons),
        reason: failure.reason,
      },
      level: pythons.length === able ? "error" : "warning",
    });
  }
}

const isGone = (reason: string) => reason.includes("ssl.wrap_socket");

function nodeAt(site: ContextSite, operations: readonly PythonOperation[], at: number) {
  if (at === -1) return site.construction!.protocol ?? site.construction!.call;
  return site.steps.find(({ alternatives }) => alternatives.some(({ operation }) => operation === operations[at]))
    ?.node;
}
