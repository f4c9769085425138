import { replacement } from "../edits/lines.js";
import { withoutStep } from "../edits/steps.js";
import { definePythonRule, type PyMend, type PyRuleContext } from "../judging/rule.js";
import { field, type PyNode, textOf } from "../program/tree.js";
import type { ContextSite } from "../sites/contexts.js";
import { operandsOf } from "../sites/option-bits.js";
import type { Step } from "../sites/steps.js";
import { protocolMend } from "./no-deprecated-protocol-version.js";

export default definePythonRule({
  name: "no-pinned-protocol-version",
  messages: {
    pinned:
      "`PROTOCOL_TLSv1_2` speaks TLS 1.2 alone and rules TLS 1.3 out (RFC 9325, section 3.1.1). Let the newest version both sides know be chosen, with a floor of TLS 1.2.",
    capped: "`{{option}}` rules TLS 1.3 out (RFC 9325, section 3.1.1); with it go the post-quantum groups. Remove it.",
  },
  check(context) {
    for (const site of context.contexts) {
      checkProtocol(site, context);
      for (const step of site.steps) checkStep(site, step, context);
    }
  },
});

function checkProtocol(site: ContextSite, context: PyRuleContext): void {
  const { construction } = site;
  if (!construction) return;
  for (const alternative of construction.alternatives) {
    if ((alternative.made as { readonly protocol?: string }).protocol !== "TLSv1_2") continue;
    const value = alternative.protocol;
    context.report({
      at: construction.protocol ?? construction.call,
      messageId: "pinned",
      level: "warning",
      guards: [...site.guards, ...(value?.guards ?? [])],
      isDefault: value?.isDefault ?? false,
      mend: protocolMend(site, value, context),
    });
  }
}

const caps = new Set(["SSLv3", "TLSv1", "TLSv1_1", "TLSv1_2", "MINIMUM_SUPPORTED"]);

function checkStep(site: ContextSite, step: Step, context: PyRuleContext): void {
  for (const { operation, value } of step.alternatives) {
    const isCap = "set" in operation && operation.set === "maximum_version" && caps.has(operation.to);
    const bit =
      "set" in operation && operation.set === "options" && operation.how === "add"
        ? tls13Bit(step, context)
        : undefined;
    if (!isCap && !bit) continue;
    context.report({
      at: step.node,
      messageId: "capped",
      data: { option: textOf(bit ?? step.node, context.module.text) },
      level: "warning",
      isLikely: !site.construction,
      guards: [...site.guards, ...step.guards, ...(value?.guards ?? [])],
      isDefault: value?.isDefault ?? false,
      mend: bit ? withoutOperand(step, bit, context) : withoutStep(step, context.module, "upgrade", "Removes it."),
    });
  }
}

function tls13Bit({ value }: Step, { module }: PyRuleContext): PyNode | undefined {
  return operandsOf(value, module).find(({ name }) => name === "OP_NO_TLSv1_3")?.at;
}

/** `a | b | c` without one of them; the statement where it is all that is added. */
function withoutOperand(step: Step, operand: PyNode, context: PyRuleContext): PyMend | undefined {
  if (operand === step.value) return withoutStep(step, context.module, "upgrade", "Removes it.");
  const sum = operand.parent;
  if (sum?.type !== "binary_operator") return undefined;
  const [left, right] = [field(sum, "left")!, field(sum, "right")!];
  const kept = operand === left ? right : left;
  return {
    grade: "upgrade",
    edits: [replacement(sum, textOf(kept, context.module.text))],
    remedy: "Removes the bit.",
  };
}
