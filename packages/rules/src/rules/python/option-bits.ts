import { secureOptionsIn } from "tls-policy";
import type { PythonContext } from "../../define-rule.js";
import { replacement } from "../../python/edits/lines.js";
import { withoutOperand } from "../../python/edits/steps.js";
import { verdictsOn } from "../../python/judging/verdicts.js";
import type { PyModule } from "../../python/program/module.js";
import { textOf } from "../../python/program/tree.js";
import { graded, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";
import { type ContextSite, operationsWith } from "../../python/sites/contexts.js";
import { type Operand, operandsOf } from "../../python/sites/option-bits.js";
import type { Step } from "../../python/sites/steps.js";
import { attacksAmong } from "../shared/attacks.js";
import { bitsForOldPeers } from "../shared/secure-option-weaknesses.js";

/** What the rule about bits says of Python's contexts. */
export const contextBitMessages = {
  contextWeakens: "`{{code}}` sets {{bit}}, which {{effect}} ({{reference}}). Take it out.",
} as const;

type Context = PythonContext<typeof contextBitMessages, "upgrade" | "ask">;

/** TLS 1.3 switched off is for no-pinned-protocol-version to say. */
const elsewhere = new Set(["SSL_OP_NO_TLSv1_3"]);

/** Bits of `options` that weaken the connections they are set for. */
export function checkContextBits({ contexts }: PythonProgram, context: Context): void {
  for (const site of contexts)
    for (const step of site.steps) if (step.alternatives.some(isAddition)) checkBits(site, step, context);
}

const isAddition = ({ operation }: Step["alternatives"][number]) =>
  "set" in operation && operation.set === "options" && operation.how !== "clear";

/**
 * Takes a term out that is of weak bits alone; of a number with others beside them, those go and the others stay.
 * Where everything is written anew over what was written before, the statement stays.
 */
function withoutBits(
  site: ContextSite,
  step: Step,
  { at, bits }: Pick<Operand, "at" | "bits">,
  module: PyModule,
): PyMend<"upgrade"> | undefined {
  const weak = secureOptionsIn(bits)
    .filter(({ name, weakness }) => weakness && !elsewhere.has(name))
    .reduce((sum, { bit }) => (sum | bit) >>> 0, 0);
  const rest = (bits & ~weak) >>> 0;
  if (rest !== 0) {
    const text = `0x${rest.toString(16)}`;
    return at.type === "integer"
      ? { grade: "upgrade", edits: [replacement(at, text)], remedy: "Removes the bits." }
      : undefined;
  }
  const isOnly = site.steps.filter(({ name }) => name === "options").length === 1;
  return isOnly || step.alternatives.every(({ operation }) => "how" in operation && operation.how === "add")
    ? withoutOperand(step, at, module)
    : undefined;
}

/** What lets old peers in was put there for one, so that taking it out waits to be asked for. */
function forItsPeers(mend: PyMend<"upgrade"> | undefined, bits: number): PyMend<"upgrade" | "ask"> | undefined {
  const isForOldPeers = secureOptionsIn(bits).some(({ name }) => bitsForOldPeers.has(name));
  return mend && isForOldPeers ? { ...mend, grade: "ask" } : mend;
}

function checkBits(site: ContextSite, step: Step, { program: { module, pythons }, report }: Context): void {
  const operations = operationsWith(site, step, step.alternatives.find(isAddition)?.operation);
  const attacks = attacksAmong(
    ["renegotiation"],
    (site.construction?.alternatives ?? []).flatMap((alternative) =>
      verdictsOn(pythons, alternative, operations, site.side),
    ),
  );
  for (const { at, bits } of operandsOf(step.value, module)) {
    for (const { name, effect, weakness, side } of secureOptionsIn(bits)) {
      const isRead = side === undefined || site.side === undefined || side === site.side;
      if (!weakness || !isRead || elsewhere.has(name)) continue;
      report({
        at: { ...placeOf(at, [...site.guards, ...step.guards]), isLikely: !site.construction },
        messageId: "contextWeakens",
        data: { code: textOf(step.node, module.text).slice(0, 80), bit: name, effect, reference: weakness.reference },
        level: weakness.status === "prohibited" ? "error" : "warning",
        attacks,
        ...graded(forItsPeers(withoutBits(site, step, { at, bits }, module), bits)),
      });
    }
  }
}
