import type { PythonContext } from "../../define-rule.js";
import { withoutOperand, withoutStep } from "../../python/edits/steps.js";
import { type PyNode, textOf } from "../../python/program/tree.js";
import { graded, placeOf, type PythonProgram, type PythonQuestion } from "../../python/python-program.js";
import type { ContextSite } from "../../python/sites/contexts.js";
import { operandsOf } from "../../python/sites/option-bits.js";
import type { Step } from "../../python/sites/steps.js";
import { protocolMend } from "./protocols.js";

/** What the rule about ceilings says of Python's contexts. */
export const contextCapMessages = {
  contextPinsTls12:
    "`PROTOCOL_TLSv1_2` speaks TLS 1.2 alone and rules TLS 1.3 out (RFC 9325, section 3.1.1). Let the newest version both sides know be chosen, with a floor of TLS 1.2.",
  contextCaps:
    "`{{option}}` rules TLS 1.3 out (RFC 9325, section 3.1.1); with it go the post-quantum groups. Remove it.",
} as const;

type Context = PythonContext<typeof contextCapMessages, "upgrade">;

/** Contexts that no TLS 1.3 is spoken with. */
export function checkContextCaps({ contexts }: PythonProgram, context: Context): void {
  for (const site of contexts) {
    checkProtocol(site, context);
    for (const step of site.steps) checkStep(site, step, context);
  }
}

function checkProtocol(site: ContextSite, context: Context): void {
  const { construction } = site;
  if (!construction) return;
  for (const alternative of construction.alternatives) {
    if ((alternative.made as { readonly protocol?: string }).protocol !== "TLSv1_2") continue;
    const value = alternative.protocol;
    context.report({
      at: placeOf(construction.protocol ?? construction.call, site.guards, value),
      messageId: "contextPinsTls12",
      level: "warning",
      ...graded(protocolMend(site, value, context)),
    });
  }
}

const caps = new Set(["SSLv3", "TLSv1", "TLSv1_1", "TLSv1_2", "MINIMUM_SUPPORTED"]);

function checkStep(site: ContextSite, step: Step, context: Context): void {
  for (const { operation, value } of step.alternatives) {
    const isCap = "set" in operation && operation.set === "maximum_version" && caps.has(operation.to);
    const bit =
      "set" in operation && operation.set === "options" && operation.how === "add"
        ? tls13Bit(step, context)
        : undefined;
    if (!isCap && !bit) continue;
    context.report({
      at: {
        ...placeOf(step.node, [...site.guards, ...step.guards], value),
        isLikely: !site.construction,
      },
      messageId: "contextCaps",
      data: { option: textOf(bit ?? step.node, context.program.module.text) },
      level: "warning",
      ...graded(
        bit
          ? withoutOperand(step, bit, context.program.module)
          : withoutStep(step, context.program.module, "upgrade", "Removes it."),
      ),
    });
  }
}

function tls13Bit({ value }: Step, { program: { module } }: PythonQuestion): PyNode | undefined {
  return operandsOf(value, module).find(({ name }) => name === "OP_NO_TLSv1_3")?.at;
}
