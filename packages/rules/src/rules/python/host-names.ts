import type { PythonContext } from "../../define-rule.js";
import { withoutStep } from "../../python/edits/steps.js";
import { verdictsOn } from "../../python/judging/verdicts.js";
import { textOf } from "../../python/program/tree.js";
import { graded, placeOf, type PythonProgram } from "../../python/python-program.js";
import { type ContextSite, operationsWith } from "../../python/sites/contexts.js";
import type { Step } from "../../python/sites/steps.js";

/** What the rule about host names says of Python's contexts. */
export const contextHostMessages = {
  contextComparesNothing:
    "`{{code}}` accepts a valid certificate for any other host (RFC 9525). Let the client check the name.",
  contextComparesNothingBeside: "`{{code}}` goes with the verification that is off: no name is compared (RFC 9525).",
} as const;

type Context = PythonContext<typeof contextHostMessages, "ask">;

/** Contexts that compare no name. */
export function checkContextHosts({ contexts }: PythonProgram, context: Context): void {
  for (const site of contexts) {
    if (site.side === "server") continue;
    for (const step of site.steps.filter(({ name }) => name === "check_hostname")) checkStep(site, step, context);
  }
}

function checkStep(site: ContextSite, step: Step, context: Context): void {
  for (const { operation, value } of step.alternatives) {
    if (!("set" in operation) || operation.set !== "check_hostname" || operation.to) continue;
    const [alternative] = site.construction?.alternatives ?? [];
    if (!alternative) continue;
    const verdicts = verdictsOn(context.program.pythons, alternative, operationsWith(site, step, operation), "client");
    const isVerified = verdicts.some(
      ({ negotiation }) =>
        negotiation.outcome === "offers" && negotiation.verifiesPeer && !negotiation.verifiesHostName,
    );
    const goesWith = site.steps.find(
      ({ name, alternatives }) =>
        name === "verify_mode" &&
        alternatives.some((each) => "to" in each.operation && each.operation.to === "CERT_NONE"),
    );
    // a client that makes the context compares the name itself
    if ((!isVerified || site.maker !== undefined) && !goesWith) continue;
    context.report({
      at: {
        ...placeOf(step.node, [...site.guards, ...step.guards], value),
        isLikely: site.side === undefined,
      },
      messageId: goesWith ? "contextComparesNothingBeside" : "contextComparesNothing",
      data: { code: textOf(step.node, context.program.module.text) },
      level: goesWith ? "note" : "error",
      ...(!goesWith && graded(withoutStep(step, context.program.module, "ask", "Checks the host name."))),
    });
  }
}
