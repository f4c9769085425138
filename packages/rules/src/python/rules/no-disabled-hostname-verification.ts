import { clientVerification } from "../clients/judge.js";
import { withoutStep } from "../edits/steps.js";
import { definePythonRule, type PyRuleContext } from "../judging/rule.js";
import { verdictsOn } from "../judging/verdicts.js";
import { textOf } from "../program/tree.js";
import { type ContextSite, operationsWith } from "../sites/contexts.js";
import type { Step } from "../sites/steps.js";

export default definePythonRule({
  name: "no-disabled-hostname-verification",
  messages: {
    disabled: "`{{code}}` accepts a valid certificate for any other host (RFC 9525). Let the client check the name.",
    beside: "`{{code}}` goes with the verification that is off: no name is compared (RFC 9525).",
    client:
      "`{{code}}` makes {{client}} accept a valid certificate for any other host (RFC 9525). Let it check the name.",
  },
  check(context) {
    for (const site of context.contexts) {
      if (site.side === "server") continue;
      for (const step of site.steps.filter(({ name }) => name === "check_hostname")) checkStep(site, step, context);
    }
    for (const found of clientVerification(context, "host")) context.report(found);
  },
});

function checkStep(site: ContextSite, step: Step, context: PyRuleContext): void {
  for (const { operation, value } of step.alternatives) {
    if (!("set" in operation) || operation.set !== "check_hostname" || operation.to) continue;
    const [alternative] = site.construction?.alternatives ?? [];
    if (!alternative) continue;
    const verdicts = verdictsOn(context.pythons, alternative, operationsWith(site, step, operation), "client");
    const isVerified = verdicts.some(
      ({ negotiation }) =>
        negotiation.outcome === "offers" && negotiation.verifiesPeer && !negotiation.verifiesHostName,
    );
    const goesWith = site.steps.find(
      ({ name, alternatives }) =>
        name === "verify_mode" &&
        alternatives.some((each) => "to" in each.operation && each.operation.to === "CERT_NONE"),
    );
    if (!isVerified && !goesWith) continue;
    context.report({
      at: step.node,
      messageId: goesWith ? "beside" : "disabled",
      data: { code: textOf(step.node, context.module.text) },
      level: goesWith ? "note" : "error",
      isLikely: site.side === undefined,
      guards: [...site.guards, ...step.guards, ...(value?.guards ?? [])],
      isDefault: value?.isDefault ?? false,
      mend: goesWith ? undefined : withoutStep(step, context.module, "ask", "Checks the host name."),
    });
  }
}
