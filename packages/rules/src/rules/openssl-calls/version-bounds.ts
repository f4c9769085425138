import { judgeProtocolVersion, PROTOCOL_VERSIONS, type ProtocolVersion, secureOption } from "tls-policy";
import type { OpenSslCall } from "../../c/openssl-call.js";
import type { CValue } from "../../c/values.js";
import type { SettingReport } from "../../define-rule.js";
import type { Mend } from "../../edits/mend.js";
import type { Settings } from "../../settings.js";
import { attacksAmong, versionAttacks } from "../shared/attacks.js";
import { cited } from "../shared/citation.js";
import { floorConstant } from "./methods.js";
import { withoutOperand } from "./options.js";
import { onSome, releasesFor, verdictsOn, violationsOf } from "./verdicts.js";

/** What the rules say of bounds in C. */
export const lowBoundMessages = {
  callAllows: "`{{code}}` allows {{version}}{{where}}, which {{reference}} prohibits. Raise it to `{{constant}}`.",
  callAsks:
    "`{{code}}` asks for {{version}}, which {{reference}} prohibits; the security level keeps it from being reached. Raise it to `{{constant}}`.",
  callCaps: "`{{code}}` allows nothing newer than {{version}}, which {{reference}} prohibits. Remove it.",
  callBelowPolicy:
    "`{{code}}` allows {{version}}, which is older than the {{minVersion}} that the policy {{policy}} asks for. Raise it to `{{constant}}`.",
  callClears:
    "`{{code}}` lets {{version}} in again where a system's configuration keeps it out; {{reference}} prohibits it. Take the bit out.",
} as const;

export const capMessages = {
  callPins: "`{{code}}` rules TLSv1.3 out (RFC 9325, section 3.1.1); with it go the post-quantum groups. Remove it.",
  bitPins: "`{{bit}}` rules TLSv1.3 out (RFC 9325, section 3.1.1); with it go the post-quantum groups. Take it out.",
} as const;

type LowReport = SettingReport<typeof lowBoundMessages, "upgrade" | "ask">;
type CapReport = SettingReport<typeof capMessages, "upgrade" | "ask">;

const DTLS1_VERSION = 0xfeff;
const TLS1_3_VERSION = 0x0304;

/** A bound in the words of a command: `MinProtocol`, `TLSv1`. */
const named: ReadonlyMap<string, number> = new Map<string, number>([
  ["None", 0],
  ["SSLv3", 0x0300],
  ...PROTOCOL_VERSIONS.map(({ name, codePoint }) => [name, codePoint] as const),
  ["DTLSv1", DTLS1_VERSION],
  ["DTLSv1.2", 0xfefd],
]);

/** The number of a bound, however it is written. */
const numberOf = ({ number, string }: CValue) => (string ? named.get(string.text) : number);

/** What a bound comes to where TLS 1.0 is the oldest version that is built. */
function versionOf(bound: number): ProtocolVersion | "DTLSv1" | undefined {
  if (bound === DTLS1_VERSION) return "DTLSv1";
  if (bound === 0 || bound === 0x0300) return "TLSv1";
  return PROTOCOL_VERSIONS.find(({ codePoint }) => codePoint === bound)?.name;
}

/** Gives the argument another value, as a constant or, in a command, as a name. */
function replaced(call: OpenSslCall, value: CValue, constant: string, name: string): Mend | undefined {
  if (!call.isEditable || !value.isOwn || value.guard !== undefined) return undefined;
  const remedy = `Set it to \`${value.string ? name : constant}\`.`;
  if (value.string)
    return value.string.isVerbatim ? { edits: [{ range: value.string.rangeOf(), text: name }], remedy } : undefined;
  return { edits: [{ range: value.node.range, text: constant }], remedy };
}

/** A floor below the policy's, a cap below TLS 1.2, and bits that are cleared. */
export function judgeLowBound(call: OpenSslCall, settings: Settings): readonly LowReport[] {
  if (releasesFor(call, settings).length === 0) return [];
  if (call.subject === "cleared-options") return judgeCleared(call, settings);
  if (call.subject !== "min-version" && call.subject !== "max-version") return [];
  if (call.context.method?.version !== undefined) return [];
  return call.values.flatMap((value) => judgeBound(call, value, settings));
}

function judgeBound(call: OpenSslCall, value: CValue, settings: Settings): readonly LowReport[] {
  const bound = numberOf(value);
  const version = bound === undefined ? undefined : versionOf(bound);
  const isFloor = call.subject === "min-version";
  if (bound === undefined || version === undefined || (bound === 0 && !isFloor)) return [];
  const at = call;
  const isDatagrams = version === "DTLSv1";
  const { status, reference } = isDatagrams
    ? ({ status: "prohibited", reference: "RFC 8996" } as const)
    : judgeProtocolVersion(settings.policy, version);
  const minVersion = settings.policy.minVersion.value;
  const name = isDatagrams ? "DTLSv1.2" : minVersion;
  const constant = isDatagrams ? "DTLS1_2_VERSION" : floorConstant(settings);
  const data = {
    code: call.code,
    version,
    reference: cited(reference),
    constant: value.string ? name : constant,
    minVersion,
    policy: settings.policy.name,
  };
  if (!isFloor) {
    if (status !== "prohibited") return [];
    return [{ at, messageId: "callCaps", data, level: levelOf(value), grade: "upgrade", mend: uncapped(call, value) }];
  }
  if (bound === 0 && isBoundByOptions(call)) return [];
  const raised = replaced(call, value, constant, name);
  if (status !== "prohibited") {
    const isBelow =
      PROTOCOL_VERSIONS.findIndex(({ name }) => name === version) <
      PROTOCOL_VERSIONS.findIndex(({ name }) => name === minVersion);
    return isBelow
      ? [{ at, messageId: "callBelowPolicy", data, level: "warning", grade: "upgrade", mend: raised }]
      : [];
  }
  const verdicts = verdictsOn(call, { set: "min-version", to: bound }, settings);
  const violations = violationsOf(verdicts, settings, "protocol-version");
  const isReached = isDatagrams || violations.length > 0;
  return [
    {
      at,
      messageId: isReached ? "callAllows" : "callAsks",
      data: { ...data, where: isDatagrams ? "" : onSome(violations, settings) },
      level: bound === 0 || !isReached ? "warning" : levelOf(value),
      grade: "upgrade",
      mend: raised,
      attacks: attacksAmong(versionAttacks, verdicts),
    },
  ];
}

/** Whether bits keep TLS 1.0 out, which is what a floor of 0 leaves room for. */
const isBoundByOptions = ({ context }: OpenSslCall) =>
  context.calls.some(
    ({ subject, values }) =>
      subject === "options" && values.some(({ operands }) => operands.some(({ name }) => name === "SSL_OP_NO_TLSv1")),
  );

/** What a condition chooses is somebody's choice. */
const levelOf = ({ guard }: CValue) => (guard === undefined ? "error" : "warning");

/** Without the statement; where that is not sure to be one, without a bound. */
function uncapped(call: OpenSslCall, value: CValue): Mend | undefined {
  if (call.isExplained) return undefined;
  if (call.guard === undefined && call.removal) return { edits: call.removal, remedy: `Remove \`${call.code}\`.` };
  return replaced(call, value, "0", "None");
}

const clearable: readonly (readonly [bit: string, version: ProtocolVersion])[] = [
  ["SSL_OP_NO_TLSv1", "TLSv1"],
  ["SSL_OP_NO_TLSv1_1", "TLSv1.1"],
];

function judgeCleared(call: OpenSslCall, settings: Settings): readonly LowReport[] {
  return call.values.flatMap((value) =>
    clearable.flatMap(([bit, version]): readonly LowReport[] => {
      const operand = value.operands.find(({ name }) => name === bit);
      if (!operand) return [];
      const { status, reference } = judgeProtocolVersion(settings.policy, version);
      if (status !== "prohibited") return [];
      const data = { code: call.code, version, reference: cited(reference) };
      const mend = withoutOperand(call, value, operand);
      return [
        { at: { range: operand.node.range }, messageId: "callClears", data, level: "warning", grade: "upgrade", mend },
      ];
    }),
  );
}

/** A cap at TLS 1.2, and the bit that switches TLS 1.3 off. */
export function judgeCap(call: OpenSslCall, settings: Settings): readonly CapReport[] {
  const isExpected = settings.policy.expectedVersions.value.includes("TLSv1.3");
  if (!isExpected || !releasesFor(call, settings).some(({ traits }) => traits.has("hasTls13"))) return [];
  if (call.subject === "max-version" && call.context.method?.version === undefined)
    return call.values
      .filter((value) => numberOf(value) === TLS1_3_VERSION - 1)
      .map((value) => ({
        at: call,
        messageId: "callPins",
        data: { code: call.code },
        level: "warning",
        grade: "upgrade",
        mend: value.guard === undefined ? uncapped(call, value) : undefined,
      }));
  if (call.subject !== "options") return [];
  return call.values.flatMap((value) =>
    value.operands
      .filter(({ number, name }) => name === "SSL_OP_NO_TLSv1_3" && number === secureOption(name)!.bit)
      .map((operand) => ({
        at: { range: operand.node.range },
        messageId: "bitPins" as const,
        data: { bit: operand.name },
        level: "warning" as const,
        grade: "upgrade" as const,
        mend: withoutOperand(call, value, operand),
      })),
  );
}
