import { secureOptionsIn } from "tls-policy";
import type { PythonContext } from "../../define-rule.js";
import { withoutOperand } from "../../python/edits/steps.js";
import { textOf } from "../../python/program/tree.js";
import { graded, placeOf, type PythonProgram } from "../../python/python-program.js";
import type { ContextSite } from "../../python/sites/contexts.js";
import { operandsOf } from "../../python/sites/option-bits.js";
import type { Step } from "../../python/sites/steps.js";

/** What the rule about bits says of Python's contexts. */
export const contextBitMessages = {
  contextWeakens: "`{{code}}` sets {{bit}}, which {{effect}} ({{reference}}). Take it out.",
} as const;

type Context = PythonContext<typeof contextBitMessages, "upgrade">;

/** TLS 1.3 switched off is for no-pinned-protocol-version to say. */
const elsewhere = new Set(["SSL_OP_NO_TLSv1_3"]);

/** Bits of `options` that weaken the connections they are set for. */
export function checkContextBits({ contexts }: PythonProgram, context: Context): void {
  for (const site of contexts)
    for (const step of site.steps) if (step.alternatives.some(isAddition)) checkBits(site, step, context);
}

const isAddition = ({ operation }: Step["alternatives"][number]) =>
  "set" in operation && operation.set === "options" && operation.how !== "clear";

function checkBits(site: ContextSite, step: Step, { program: { module }, report }: Context): void {
  for (const { at, bits } of operandsOf(step.value, module)) {
    for (const { name, effect, weakness, side } of secureOptionsIn(bits)) {
      const isRead = side === undefined || site.side === undefined || side === site.side;
      if (!weakness || !isRead || elsewhere.has(name)) continue;
      report({
        at: { ...placeOf(at, [...site.guards, ...step.guards]), isLikely: !site.construction },
        messageId: "contextWeakens",
        data: { code: textOf(step.node, module.text).slice(0, 80), bit: name, effect, reference: weakness.reference },
        level: weakness.status === "prohibited" ? "error" : "warning",
        ...graded(withoutOperand(step, at, module)),
      });
    }
  }
}
