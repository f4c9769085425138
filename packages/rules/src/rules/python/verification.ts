import type { PythonContext } from "../../define-rule.js";
import { argumentRemoval, removalOf, replacement, spelled } from "../../python/edits/lines.js";
import { verdictsOn } from "../../python/judging/verdicts.js";
import { guardsOf } from "../../python/program/guards.js";
import { argumentsOf, handedOn } from "../../python/program/module.js";
import { field, textOf } from "../../python/program/tree.js";
import { graded, placeOf, type PyMend, type PythonProgram, type PythonQuestion } from "../../python/python-program.js";
import { argument, type Construction, type ConstructionAlternative } from "../../python/sites/constructions.js";
import { type ContextSite, operationsWith } from "../../python/sites/contexts.js";
import { statementOf, type Step } from "../../python/sites/steps.js";

/** What the rule about certificates says of Python's contexts. */
export const contextVerificationMessages = {
  contextVerifiesNothing:
    "`{{code}}` accepts any certificate, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Verify it; load a self-signed or company certificate with `load_verify_locations`.",
  contextUnverified:
    "`{{code}}` makes a context that verifies no certificate unless it is told to, so anyone on the path can read and change the traffic (RFC 9325, section 7.1). Use `ssl.create_default_context()`.",
  contextPerhapsUnverified:
    "`{{code}}` makes a context that verifies no certificate unless it is told to; the code does not tell whether a client uses it.",
  contextUndecided: "`{{code}}` may switch verification off; the code does not tell.",
} as const;

type Context = PythonContext<typeof contextVerificationMessages, "ask">;

/** Contexts that verify nothing, because they are told to or because they are told nothing. */
export function checkContextVerification({ contexts }: PythonProgram, context: Context): void {
  for (const site of contexts) {
    if (site.side === "server") continue;
    const weak = site.steps.filter((step) => step.name === "verify_mode");
    for (const step of weak) checkMode(site, step, context);
    if (weak.length === 0 && site.maker === undefined) checkConstruction(site, context);
  }
  checkHandedOn(context);
}

/** `field(default_factory=ssl._create_unverified_context)`; what patches the process is asked about elsewhere. */
function checkHandedOn({ program: { module }, report }: Context): void {
  for (const node of handedOn("ssl._create_unverified_context", module)) {
    const list = node.parent?.type === "keyword_argument" ? node.parent.parent : node.parent;
    const isPatch = list !== undefined && textOf(list, module.text).includes("_create_default_https_context");
    const callee = textOf(field(list?.parent, "function") ?? node, module.text);
    if (isPatch || /^(?:callable|hasattr|isinstance)$/.test(callee)) continue;
    report({
      at: placeOf(node, guardsOf(node, module)),
      messageId: "contextUnverified",
      data: { code: textOf(node, module.text) },
      level: "error",
    });
  }
}

function checkMode(site: ContextSite, step: Step, context: Context): void {
  for (const { operation, value } of step.alternatives) {
    if (!("set" in operation) || operation.set !== "verify_mode" || operation.to !== "CERT_NONE") continue;
    if (verifiesAfter(site, step)) continue;
    const isServerPerhaps = site.side === undefined && servesPerhaps(site, context);
    context.report({
      at: {
        ...placeOf(step.node, [...site.guards, ...step.guards], value),
        isLikely: site.side === undefined || site.maker !== undefined,
      },
      messageId: isServerPerhaps ? "contextUndecided" : "contextVerifiesNothing",
      data: { code: textOf(step.node, context.program.module.text) },
      level: isServerPerhaps ? "note" : "error",
      ...(!isServerPerhaps && value?.at === step.value && graded(verificationMend(site, step, context))),
    });
  }
}

/** A later write that nothing decides turns it on again. */
function verifiesAfter({ steps }: ContextSite, step: Step): boolean {
  const last = steps.findLast(({ name, guards }) => name === "verify_mode" && guards.length === 0);
  if (!last || last === step || last.node.range[0] < step.node.range[0]) return false;
  return last.alternatives.every(({ operation }) => "to" in operation && operation.to !== "CERT_NONE");
}

/** A certificate of its own is what servers have, and some clients. */
function servesPerhaps({ construction, steps }: ContextSite, { program: { module } }: PythonQuestion): boolean {
  const holder = steps[0] && textOf(steps[0].node, module.text).split(".")[0];
  return module.calls.some((call) => {
    const text = textOf(call, module.text);
    return text.startsWith(`${holder ?? " "}.load_cert_chain(`) && call.range[0] > (construction?.call.range[0] ?? 0);
  });
}

/** What makes a context of one that verifies: both switches off go together, because each alone raises ValueError or leaves the host unchecked. */
function verificationMend(site: ContextSite, step: Step, context: PythonQuestion): PyMend<"ask"> | undefined {
  const { construction } = site;
  const isDefault = construction?.alternatives.every(
    ({ made }) =>
      made.call === "create_default_context" || (made.call === "SSLContext" && made.protocol === "TLS_CLIENT"),
  );
  if (!isDefault) return undefined;
  const off = site.steps.filter(
    ({ name, alternatives, guards }) =>
      guards.length === step.guards.length &&
      alternatives.every(
        ({ operation }) => "to" in operation && (operation.to === "CERT_NONE" || operation.to === false),
      ) &&
      alternatives.length > 0 &&
      (name === "verify_mode" || name === "check_hostname"),
  );
  const edits = off.map((each) => {
    const statement = statementOf(each);
    return statement && removalOf(statement, context.program.module);
  });
  if (edits.some((edit) => edit === undefined)) return undefined;
  return { grade: "ask", edits: edits.map((edit) => edit!), remedy: "Verifies the certificate and the host name." };
}

/** Contexts that verify nothing by themselves. */
function checkConstruction(site: ContextSite, context: Context): void {
  const { construction, side } = site;
  if (!construction) return;
  const code = textOf(construction.call, context.program.module.text);
  for (const alternative of construction.alternatives) {
    const verdicts = verdictsOn(
      context.program.pythons,
      alternative,
      operationsWith(site, undefined, undefined),
      "client",
    );
    const isVerified = verdicts.every(
      ({ negotiation }) => negotiation.outcome !== "offers" || negotiation.verifiesPeer,
    );
    const isOn = site.steps.some(({ name, alternatives }) => name === "check_hostname" && alternatives.length !== 1);
    if (isVerified || isOn) continue;
    const isTold = isToldUnknown(construction, alternative, context);
    const isClient = side === "client" && !isTold;
    context.report({
      at: placeOf(construction.call, site.guards),
      messageId: isTold ? "contextUndecided" : isClient ? "contextUnverified" : "contextPerhapsUnverified",
      data: { code: code.length > 80 ? `${code.slice(0, 77)}...` : code },
      level: isClient ? "error" : "note",
      ...(isClient && graded(constructionMend(site, context))),
    });
  }
}

/** `cert_reqs=self.cert_reqs`: it is told whether to verify, and the code does not tell what. */
function isToldUnknown(
  { call, name }: Construction,
  { made }: ConstructionAlternative,
  { program: { module } }: PythonQuestion,
): boolean {
  const told = argument(call, [name === "wrap_socket" ? 4 : undefined, "cert_reqs"], module);
  return told !== undefined && name !== "SSLContext" && name !== "create_default_context" && !("verifyMode" in made);
}

function constructionMend(
  { construction }: ContextSite,
  { program: { module } }: PythonQuestion,
): PyMend<"ask"> | undefined {
  const { call, name } = construction!;
  const { positional, keywords, spread } = argumentsOf(call, module);
  const [purpose] = positional;
  if (name === "create_default_context" && purpose) {
    const edit = argumentRemoval(purpose, module);
    return edit && { grade: "ask", edits: [edit], remedy: "Verifies the certificate and the host name." };
  }
  if (name !== "_create_unverified_context" || positional.length + keywords.size + spread.length > 0) return undefined;
  const text = spelled("create_default_context()", call, module);
  return text === undefined
    ? undefined
    : { grade: "ask", edits: [replacement(call, text)], remedy: "Verifies the certificate and the host name." };
}
