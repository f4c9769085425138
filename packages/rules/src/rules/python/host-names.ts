import type { PythonContext } from "../../define-rule.js";
import { linesAfter } from "../../python/edits/lines.js";
import { withoutStep } from "../../python/edits/steps.js";
import { verdictsOn } from "../../python/judging/verdicts.js";
import { argumentsOf, type PyModule, scopeOf } from "../../python/program/module.js";
import { field, textOf } from "../../python/program/tree.js";
import { graded, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";
import { type ContextSite, operationsWith } from "../../python/sites/contexts.js";
import { statementOf, type Step } from "../../python/sites/steps.js";

/** What the rule about host names says of Python's contexts. */
export const contextHostMessages = {
  contextComparesNothing:
    "`{{code}}` accepts a valid certificate for any other host (RFC 9525). Let the client check the name.",
  contextNeverCompares:
    "This context verifies certificates and compares no name, so that a valid one for any other host is accepted (RFC 9525). Set `check_hostname`, as `ssl.create_default_context()` does.",
  contextComparesNothingBeside: "`{{code}}` goes with the verification that is off: no name is compared (RFC 9525).",
} as const;

type Context = PythonContext<typeof contextHostMessages, "ask">;

/** Contexts that compare no name. */
export function checkContextHosts({ contexts }: PythonProgram, context: Context): void {
  for (const site of contexts) {
    if (site.side === "server") continue;
    const steps = site.steps.filter(({ name }) => name === "check_hostname");
    for (const step of steps) checkStep(site, step, context);
    if (steps.length === 0) checkSilence(site, context);
  }
}

/** The program may compare names itself. */
const comparesItself = /\b(?:match_hostname|getpeercert|assert_hostname|assert_fingerprint)\b/;

/** A context of a client that is told to verify, and nothing of names. */
function checkSilence(site: ContextSite, { program: { module, pythons }, report }: Context): void {
  const { construction, side, steps, guards, maker } = site;
  const required = steps.findLast(({ name, alternatives }) => name === "verify_mode" && alternatives.length === 1);
  if (!construction || side !== "client" || maker !== undefined || !required || comparesItself.test(module.text))
    return;
  const operations = operationsWith(site, undefined, undefined);
  const verdicts = construction.alternatives.flatMap((each) => verdictsOn(pythons, each, operations, "client"));
  const isUnchecked = verdicts.every(
    ({ negotiation }) => negotiation.outcome === "offers" && negotiation.verifiesPeer && !negotiation.verifiesHostName,
  );
  if (!isUnchecked) return;
  report({
    at: placeOf(construction.call, guards),
    messageId: "contextNeverCompares",
    level: "note",
    ...graded(comparison(required, module)),
  });
}

/** `check_hostname = True` behind what has certificates verified, where every connection is told the name: without one it raises. */
function comparison(required: Step, module: PyModule): PyMend<"ask"> | undefined {
  const target = field(required.node, "left");
  const object = target?.type === "attribute" ? field(target, "object") : undefined;
  const statement = object && statementOf(required);
  if (!statement) return undefined;
  const holder = textOf(object, module.text);
  const scope = scopeOf(statement, module);
  const connections = module.calls.filter(
    (call) =>
      textOf(field(call, "function")!, module.text) === `${holder}.wrap_socket` && scopeOf(call, module) === scope,
  );
  const isNamed = connections.every((call) => argumentsOf(call, module).keywords.has("server_hostname"));
  const edit = isNamed ? linesAfter(statement, [`${holder}.check_hostname = True`], module.text) : undefined;
  return edit && connections.length > 0 ? { grade: "ask", edits: [edit], remedy: "Checks the host name." } : undefined;
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
