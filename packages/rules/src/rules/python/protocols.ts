import type { AttackName, PythonProtocol, PythonVerifyMode } from "tls-policy";
import type { PythonContext } from "../../define-rule.js";
import { floorAfter } from "../../python/edits/floor.js";
import { argumentRemoval, replacement, spelled } from "../../python/edits/lines.js";
import { withoutStep } from "../../python/edits/steps.js";
import { wholeStatement } from "../../python/edits/wrap-socket.js";
import { onSomePythons, type PyViolation, verdictsOn, violationsOf, worstOf } from "../../python/judging/verdicts.js";
import type { PyModule } from "../../python/program/module.js";
import { field, type PyNode, textOf } from "../../python/program/tree.js";
import { constantOf, type PyValue } from "../../python/program/values.js";
import { graded, placeOf, type PyMend, type PythonProgram, type PythonQuestion } from "../../python/python-program.js";
import type { Construction, ConstructionAlternative } from "../../python/sites/constructions.js";
import { type ContextSite, operationsWith } from "../../python/sites/contexts.js";
import { attacksAmong, versionAttacks } from "../shared/attacks.js";
import { cited } from "../shared/citation.js";

const pinned: Readonly<Partial<Record<PythonProtocol, string>>> = { TLSv1: "TLSv1", TLSv1_1: "TLSv1.1" };

/** What the rule about old versions says of Python's contexts. */
export const contextVersionMessages = {
  contextPins:
    "`PROTOCOL_{{protocol}}` speaks {{version}} alone, which {{reference}} prohibits{{reach}}. Let the newest version both sides know be chosen, with a floor of TLS 1.2.",
  contextPinsLatently:
    "`PROTOCOL_{{protocol}}` asks for {{version}} alone, which {{reference}} prohibits; no Python in range can connect with it. Let the newest version both sides know be chosen.",
  contextAllows: "`{{option}}` allows {{version}}, which {{reference}} prohibits{{reach}}. Raise it to TLS 1.2.",
  contextAsks:
    "`{{option}}` asks for {{version}}, which {{reference}} prohibits; the security level keeps it from being reached. Raise it to TLS 1.2.",
  contextInherits:
    "The floor of this context is Python's, which allows {{version}}{{reach}} ({{reference}}). Set `minimum_version`.",
} as const;

type Context = PythonContext<typeof contextVersionMessages, "upgrade">;

/** Protocols, floors and bits that let old versions in. */
export function checkContextVersions({ contexts }: PythonProgram, context: Context): void {
  for (const site of contexts) {
    checkProtocol(site, context);
    for (const step of site.steps) {
      if (step.name === "minimum_version" || step.name === "options") checkStep(site, step, context);
    }
  }
}

type Operations = ReturnType<typeof operationsWith>;

function versionsOffered(site: ContextSite, operations: Operations, context: PythonQuestion) {
  const alternatives = site.construction?.alternatives ?? [];
  return alternatives.map((alternative) => offeredBy(alternative, site, operations, context));
}

/** What the policy has against the versions of one way in which a context is made; what that leaves room for costs more to say. */
function offeredBy(
  alternative: ConstructionAlternative,
  { side }: ContextSite,
  operations: Operations,
  { program, settings }: PythonQuestion,
) {
  const verdicts = verdictsOn(program.pythons, alternative, operations, side);
  return {
    violations: violationsOf(verdicts, settings.policy, "protocol-version"),
    attacks: () => attacksAmong(versionAttacks, verdicts),
  };
}

/** What the construction itself chooses. */
function checkProtocol(site: ContextSite, context: Context): void {
  const { construction } = site;
  if (!construction) return;
  for (const alternative of construction.alternatives) {
    const { protocol } = alternative.made as { readonly protocol?: PythonProtocol };
    const version = protocol && pinned[protocol];
    const isInherited = site.maker === undefined && isPlain(construction.name, protocol);
    if (!version && !isInherited) continue;
    const { violations, attacks } = offeredBy(alternative, site, operationsWith(site, undefined, undefined), context);
    if (version)
      reportPinned(site, { protocol, version, value: alternative.protocol, violations, attacks: attacks() }, context);
    else reportInherited(site, violations, context);
  }
}

const isPlain = (name: string, protocol: PythonProtocol | undefined) =>
  name === "SSLContext" && (protocol === undefined || protocol === "TLS" || protocol === "SSLv23");

/** A protocol that is one version, and what comes of it. */
interface Pinned {
  readonly protocol: string;
  readonly version: string;
  readonly value: PyValue | undefined;
  readonly violations: readonly PyViolation[];
  readonly attacks: readonly AttackName[];
}

function reportPinned(
  site: ContextSite,
  { protocol, version, value, violations, attacks }: Pinned,
  context: Context,
): void {
  const offence = worstOf(violations);
  const reference = cited(version === "TLSv1" ? "RFC 8996, section 4" : "RFC 8996, section 5");
  context.report({
    at: placeOf(site.construction!.protocol ?? site.construction!.call, site.guards, value),
    messageId: offence ? "contextPins" : "contextPinsLatently",
    data: {
      ...{ protocol, version, reference },
      reach: offence ? onSomePythons(offence.pythons, context.program.pythons) : "",
    },
    level: offence ? "error" : "warning",
    attacks,
    ...graded(protocolMend(site, value, context)),
  });
}

/**
 * The protocol that leaves the version open and changes who is verified for nobody: one for the side only where that side is
 * certain and, of a client, everything that `PROTOCOL_TLS_CLIENT` turns on is on already.
 */
export function protocolMend(
  site: ContextSite,
  value: PyValue | undefined,
  context: PythonQuestion,
): PyMend<"upgrade"> | undefined {
  const { module, pythons } = context.program;
  const { construction } = site;
  if (construction?.name === "wrap_socket") return wrapSocketProtocol(construction, value, context);
  if (site.maker !== undefined) return withoutProtocol(site, value, module);
  const statement = construction && assignmentStatement(construction.call);
  if (!construction?.protocol || !statement || value?.at !== construction.protocol) return undefined;
  const sided = pythons.every(({ traits }) => traits.has("hasSidedProtocols"));
  const target =
    sided && site.side === "server" ? "TLS_SERVER" : sided && isVerifiedClient(site) ? "TLS_CLIENT" : "TLS";
  const protocol = spelled(`PROTOCOL_${target}`, construction.call, module);
  const holder = textOf(field(statement.children[0]!, "left")!, module.text);
  if (!protocol) return undefined;
  const edits = [replacement(construction.protocol, protocol)];
  if (!hasFloor(site)) {
    const floor = floorAfter(statement, holder, pythons, module);
    if (!floor) return undefined;
    edits.push(floor);
  }
  return { grade: "upgrade", edits, remedy: `Speaks TLS 1.2 and newer, with \`PROTOCOL_${target}\`.` };
}

/** A client without a protocol of its own lets the newest be chosen. One of TLS 1.2 alone is a floor, which stays. */
function withoutProtocol(
  { construction }: ContextSite,
  value: PyValue | undefined,
  module: PyModule,
): PyMend<"upgrade"> | undefined {
  const argument = construction?.protocol?.parent;
  if (
    !argument ||
    construction.keepsProtocol ||
    value?.at !== construction.protocol ||
    constantOf(value!) === "PROTOCOL_TLSv1_2"
  )
    return undefined;
  const edit = argumentRemoval(argument, module);
  return edit && { grade: "upgrade", edits: [edit], remedy: "Lets the client choose the newest version." };
}

/** Where the call cannot be made a context: TLS 1.2 in place of what is older, on Pythons that have the call. */
function wrapSocketProtocol(
  { call, protocol }: Construction,
  value: PyValue | undefined,
  { program: { module, pythons } }: PythonQuestion,
): PyMend<"upgrade"> | undefined {
  const text = spelled("PROTOCOL_TLSv1_2", call, module);
  const isOlder = protocol && !textOf(protocol, module.text).endsWith("TLSv1_2");
  if (!text || !isOlder || value?.at !== protocol || wholeStatement(call)) return undefined;
  if (!pythons.every(({ traits }) => traits.has("hasWrapSocket"))) return undefined;
  return { grade: "upgrade", edits: [replacement(protocol, text)], remedy: "Speaks TLS 1.2." };
}

/** The statement `name = SSLContext(...)`, which lines can be put behind. */
export function assignmentStatement(call: PyNode): PyNode | undefined {
  const assignment = call.parent;
  const statement = assignment?.type === "assignment" && call.field === "right" ? assignment.parent : undefined;
  return statement?.type === "expression_statement" ? statement : undefined;
}

function isVerifiedClient({ side, steps }: ContextSite): boolean {
  const last = (name: string) => steps.findLast((step) => step.name === name)?.alternatives;
  const [mode, check] = [last("verify_mode"), last("check_hostname")];
  const isRequired = mode?.length === 1 && (mode[0]!.operation as { to?: PythonVerifyMode }).to === "CERT_REQUIRED";
  const isChecked = check?.length === 1 && (check[0]!.operation as { to?: boolean }).to === true;
  return side === "client" && isRequired && isChecked;
}

const hasFloor = ({ steps }: ContextSite) => steps.some(({ name }) => name === "minimum_version");

/** The program has chosen nothing: what a release or a build makes of that is worth a note. */
function reportInherited(site: ContextSite, violations: readonly PyViolation[], context: Context): void {
  const offence = worstOf(violations);
  const isOwnChoice = site.steps.some(({ name }) => name === "minimum_version" || name === "options");
  if (!offence || isOwnChoice) return;
  const statement = assignmentStatement(site.construction!.call);
  const holder = statement && textOf(field(statement.children[0]!, "left")!, context.program.module.text);
  const floor = statement && holder && floorAfter(statement, holder, context.program.pythons, context.program.module);
  context.report({
    at: placeOf(site.construction!.call, site.guards),
    messageId: "contextInherits",
    data: {
      version: offence.names[0]!,
      reference: offence.reference,
      reach: onSomePythons(offence.pythons, context.program.pythons),
    },
    level: "note",
    grade: "upgrade",
    mend: floor ? { edits: [floor], remedy: "Sets a floor of TLS 1.2." } : undefined,
  });
}

const lowFloors: Readonly<Record<string, string>> = {
  MINIMUM_SUPPORTED: "TLSv1",
  SSLv3: "SSLv3",
  TLSv1: "TLSv1",
  TLSv1_1: "TLSv1.1",
};

function checkStep(site: ContextSite, step: ContextSite["steps"][number], context: Context): void {
  for (const { operation, value } of step.alternatives) {
    if (!("set" in operation)) continue;
    const isFloor = operation.set === "minimum_version";
    const version = isFloor ? lowFloors[operation.to] : undefined;
    const clears = operation.set === "options" && operation.how !== "add" && site.construction;
    if (!version && !clears) continue;
    const offered = versionsOffered(site, operationsWith(site, step, operation), context);
    const offence = worstOf(offered.flatMap(({ violations }) => violations));
    if (!offence && !version) continue;
    if (clears && !uncovers(site, step, context)) continue;
    context.report({
      at: {
        ...placeOf(step.node, [...site.guards, ...step.guards], value),
        isLikely: !site.construction,
      },
      messageId: offence ? "contextAllows" : "contextAsks",
      data: {
        option: textOf(step.node, context.program.module.text),
        version: offence?.names.join(", ") ?? version!,
        reference: cited(offence?.reference ?? "RFC 8996, section 4"),
        reach: offence ? onSomePythons(offence.pythons, context.program.pythons) : "",
      },
      level: offence || !site.construction ? "error" : "warning",
      attacks: offered.flatMap(({ attacks }) => attacks()),
      ...graded(
        isFloor ? raise(step, value, context) : withoutStep(step, context.program.module, "upgrade", "Removes it."),
      ),
    });
  }
}

/** Whether less is offered without the step. */
function uncovers(site: ContextSite, step: ContextSite["steps"][number], context: PythonQuestion): boolean {
  const offered = (operations: Operations) =>
    versionsOffered(site, operations, context).flatMap(({ violations }) => violations).length;
  return (
    offered(operationsWith(site, step, step.alternatives[0]?.operation)) >
    offered(operationsWith(site, step, undefined))
  );
}

function raise(
  step: ContextSite["steps"][number],
  value: PyValue | undefined,
  { program: { module } }: PythonQuestion,
): PyMend<"upgrade"> | undefined {
  const version = spelled("TLSVersion.TLSv1_2", step.node, module);
  if (!version || value?.at !== step.value) return undefined;
  return { grade: "upgrade", edits: [replacement(step.value, version)], remedy: "Raises the floor to TLS 1.2." };
}
