import type { PythonContext } from "../../define-rule.js";
import { callsOf, givenIn, isImported } from "../../python/clients/calls.js";
import type { PyClient } from "../../python/clients/define-client.js";
import { clients } from "../../python/clients/index.js";
import { argumentRemoval, replacement } from "../../python/edits/lines.js";
import { guardsOf } from "../../python/program/guards.js";
import type { PyModule } from "../../python/program/module.js";
import { contentRange } from "../../python/program/strings.js";
import { field, type PyNode, textOf } from "../../python/program/tree.js";
import { constantOf, type PyValue, valuesOf } from "../../python/program/values.js";
import { graded, placeOf, type PyMend, type PythonProgram } from "../../python/python-program.js";
import { cited } from "../shared/citation.js";

/** What the rule about old versions says of what clients and pyOpenSSL are told. */
export const floorMessages = {
  clientAllows: "`{{code}}` lets {{client}} speak {{version}}, which {{reference}} prohibits. Ask for TLS 1.2.",
} as const;

type Context = PythonContext<typeof floorMessages, "upgrade">;

/** By the last word of a constant: the version, who prohibits it, and the constant of TLS 1.2 beside it. */
const versions: Readonly<Record<string, readonly [version: string, reference: string, modern?: string]>> = {
  MINIMUM_SUPPORTED: ["TLSv1", "RFC 8996, section 4", "TLSv1_2"],
  SSLv3: ["SSLv3", "RFC 7568, section 3", "TLSv1_2"],
  TLSv1: ["TLSv1", "RFC 8996, section 4", "TLSv1_2"],
  TLSv1_0: ["TLSv1", "RFC 8996, section 4", "TLSv1_2"],
  TLSv1_1: ["TLSv1.1", "RFC 8996, section 5", "TLSv1_2"],
  SSL3_VERSION: ["SSLv3", "RFC 7568, section 3", "TLS1_2_VERSION"],
  TLS1_VERSION: ["TLSv1", "RFC 8996, section 4", "TLS1_2_VERSION"],
  TLS1_1_VERSION: ["TLSv1.1", "RFC 8996, section 5", "TLS1_2_VERSION"],
  // libcurl takes these for the oldest version from 7.54 on
  SSLVERSION_TLSv1: ["TLSv1", "RFC 8996, section 4", "SSLVERSION_TLSv1_2"],
  SSLVERSION_TLSv1_0: ["TLSv1", "RFC 8996, section 4", "SSLVERSION_TLSv1_2"],
  SSLVERSION_TLSv1_1: ["TLSv1.1", "RFC 8996, section 5", "SSLVERSION_TLSv1_2"],
  "TLSv1.0": ["TLSv1", "RFC 8996, section 4", "TLS"],
  "TLSv1.1": ["TLSv1.1", "RFC 8996, section 5", "TLS"],
  SSLv3_METHOD: ["SSLv3", "RFC 7568, section 3"],
  TLSv1_METHOD: ["TLSv1", "RFC 8996, section 4"],
  TLSv1_1_METHOD: ["TLSv1.1", "RFC 8996, section 5"],
};

/** The oldest version that clients are told to speak. */
export function checkFloors(program: PythonProgram, context: Context): void {
  const { module, openSslContexts } = program;
  const asked = clients.filter(
    (client) => isImported(client, module) || client.floorNames?.some((name) => isSetting(name)),
  );
  for (const client of asked) checkClient(client, module, context);
  for (const { calls } of openSslContexts)
    for (const { name, call, first } of calls)
      if (name === "set_min_proto_version" && first)
        reportFloor({ client: "pyOpenSSL", shown: call, value: first }, module, context);
}

/** Modules of settings import nothing of what reads them. */
const isSetting = (name: string) => /^[A-Z_]{9,}$/.test(name);

function checkClient(client: PyClient, module: PyModule, context: Context): void {
  for (const { calls, ...place } of client.floors ?? [])
    for (const call of callsOf(calls, client, module)) {
      const given = givenIn(call, place, module);
      if (given) reportFloor({ client: client.name, ...given }, module, context);
    }
  for (const assignment of client.floorNames ? module.assignments : []) {
    const left = field(assignment, "left");
    const name = left?.type === "attribute" ? field(left, "attribute") : left;
    const value = field(assignment, "right");
    if (name && value && client.floorNames!.includes(textOf(name, module.text)))
      reportFloor({ client: client.name, shown: assignment, value }, module, context);
  }
}

interface Floor {
  readonly client: string;
  readonly shown: PyNode;
  readonly value: PyNode;
}

function reportFloor({ client, shown, value }: Floor, module: PyModule, { report }: Context): void {
  for (const each of valuesOf(value, module)) {
    const name = each.kind === "literal" && typeof each.value === "string" ? each.value : constantOf(each);
    const facts = name !== undefined && Object.hasOwn(versions, name) ? versions[name] : undefined;
    if (!facts) continue;
    const [version, reference, modern] = facts;
    report({
      at: placeOf(shown, guardsOf(shown, module), each),
      messageId: "clientAllows",
      data: { code: textOf(shown, module.text).slice(0, 80), client, version, reference: cited(reference) },
      level: "error",
      ...(each.at === value && graded(raised(shown, each, modern, module))),
    });
  }
}

/** TLS 1.2 in its place; a method that has no such neighbour is left out. */
function raised(
  shown: PyNode,
  { at }: PyValue,
  modern: string | undefined,
  module: PyModule,
): PyMend<"upgrade"> | undefined {
  if (modern === undefined) {
    const edit = argumentRemoval(shown, module);
    return edit && { grade: "upgrade", edits: [edit], remedy: "Lets the client choose the newest version." };
  }
  if (at.type === "string") {
    const range = contentRange(at);
    return (
      range && { grade: "upgrade", edits: [{ range, text: modern }], remedy: "Lets the newest version be chosen." }
    );
  }
  const member = at.type === "attribute" ? field(at, "attribute") : undefined;
  return member && { grade: "upgrade", edits: [replacement(member, modern)], remedy: "Asks for TLS 1.2." };
}
