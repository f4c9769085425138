import {
  hasLibsslMethod,
  isProtocolVersion,
  judgeProtocolVersion,
  type LibsslMethod,
  onSomeLibssl,
  type ProtocolVersion,
} from "tls-policy";
import type { OpenSslCall } from "../../c/openssl-call.js";
import type { SettingReport } from "../../define-rule.js";
import type { Mend } from "../../edits/mend.js";
import type { Settings } from "../../settings.js";
import { attacksAmong, versionAttacks } from "../shared/attacks.js";
import { cited } from "../shared/citation.js";
import { releasesFor, verdictsOn } from "./verdicts.js";

/** What the rules say of methods in C, which are functions there. */
export const pinnedMethodMessages = {
  oldMethod:
    "`{{code}}` speaks {{version}} alone, which {{reference}} prohibits{{where}}. Make the context with `{{flexible}}()` and a floor of {{floor}}.",
  latentMethod:
    "`{{code}}` asks for {{version}} alone, which {{reference}} prohibits; no OpenSSL in range can connect with it. Make the context with `{{flexible}}()` and a floor of {{floor}}.",
} as const;

export const tls12MethodMessages = {
  tls12Method:
    "`{{code}}` speaks TLSv1.2 alone, rules TLSv1.3 and its post-quantum groups out (RFC 9325, section 3.1.1){{where}}. Make the context with `{{flexible}}()` and a floor of {{floor}}.",
} as const;

export const renamedMethodMessages = {
  renamedMethod:
    "`{{code}}` is the old name of `{{flexible}}` since OpenSSL 1.1.0 (SSL_CTX_new(3)). Write the new one.",
  dtlsMethod:
    "`{{code}}` speaks one version of DTLS; it is deprecated since OpenSSL 1.1.0 (SSL_CTX_new(3)){{where}}. Make the context with `{{flexible}}()` and a floor.",
} as const;

/** Where the function is no more: a program that calls it does not link there. */
function whereGone({ method }: OpenSslCall, { libssl }: Settings): string {
  const gone = libssl.filter((runtime) => !hasLibsslMethod(method!, runtime));
  if (gone.length === 0) return "";
  return gone.length === libssl.length
    ? ", and no OpenSSL in range has it by default"
    : `, and is gone${onSomeLibssl(gone, libssl)}`;
}

const references: Readonly<Record<string, string>> = {
  SSLv2: "RFC 6176, section 3",
  SSLv3: "RFC 7568, section 3",
  TLSv1: "RFC 8996, section 4",
  "TLSv1.1": "RFC 8996, section 5",
  DTLSv1: "RFC 8996",
};

export const floorConstant = ({ policy }: Settings): string =>
  policy.minVersion.value === "TLSv1.3" ? "TLS1_3_VERSION" : "TLS1_2_VERSION";

function dataOf(call: OpenSslCall, { version, flexible }: LibsslMethod, settings: Settings) {
  return {
    code: call.code,
    version: String(version),
    reference: cited(references[String(version)] ?? ""),
    flexible,
    floor: version?.startsWith("DTLS") ? "DTLSv1.2" : settings.policy.minVersion.value,
    where: whereGone(call, settings),
  };
}

/** Puts a method that negotiates in the place of one of one version, with a floor, so that nothing older is let in. */
function opened(call: OpenSslCall, method: LibsslMethod, settings: Settings): Mend | undefined {
  const { replacedMethod, context } = call;
  if (
    !replacedMethod ||
    call.isForOldReleases ||
    !releasesFor(call, settings).every(({ traits }) => traits.has("hasVersionBounds"))
  )
    return undefined;
  const constant = method.transport === "DTLS" ? "DTLS1_2_VERSION" : floorConstant(settings);
  const bounds = context.calls.filter(({ subject }) => subject === "min-version" || subject === "max-version");
  // what a context of one version ignores would count again
  if (!bounds.every(isModernFloor)) return undefined;
  const hasFloor = bounds.some(({ guard }) => guard === undefined);
  const floor = hasFloor ? undefined : replacedMethod.floor(constant);
  if (!hasFloor && !floor) return undefined;
  return {
    edits: [replacedMethod.method, ...(floor ? [floor] : [])],
    remedy: `Make the context with \`${method.flexible}()\` and a floor of \`${constant}\`.`,
  };
}

const modernFloors: ReadonlySet<number | undefined> = new Set([0x0303, 0x0304, 0xfefd]);

const isModernFloor = ({ subject, values }: OpenSslCall) =>
  subject === "min-version" && values.every(({ number }) => modernFloors.has(number));

const isCompiled = (call: OpenSslCall, settings: Settings) => releasesFor(call, settings).length > 0;

/** SSL, TLS 1.0, TLS 1.1 and DTLS 1.0. */
export function judgeOldMethod(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof pinnedMethodMessages, "ask">[] {
  const { method } = call;
  if (!method?.version || !isCompiled(call, settings)) return [];
  const isOld = isProtocolVersion(method.version)
    ? judgeProtocolVersion(settings.policy, method.version).status === "prohibited"
    : method.version !== "DTLSv1.2";
  if (!isOld) return [];
  const side = method.side === "both" ? call.context.side : method.side;
  const verdicts = verdictsOn({ ...call, context: { ...call.context, method, side } }, undefined, settings);
  const isReached =
    method.transport === "DTLS" ||
    verdicts.some(
      ({ negotiation }) =>
        negotiation.outcome === "historic" ||
        (negotiation.outcome === "offers" && negotiation.protocolVersions.length > 0),
    );
  return [
    {
      at: call,
      messageId: isReached ? "oldMethod" : "latentMethod",
      data: dataOf(call, method, settings),
      level: isReached ? "error" : "warning",
      grade: "ask",
      mend: opened(call, method, settings),
      attacks: attacksAmong(versionAttacks, verdicts),
    },
  ];
}

/** TLS 1.2 and nothing else. */
export function judgeTls12Method(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof tls12MethodMessages, "ask">[] {
  const { method } = call;
  const expected: readonly ProtocolVersion[] = settings.policy.expectedVersions.value;
  if (method?.version !== "TLSv1.2" || !expected.includes("TLSv1.3") || !isCompiled(call, settings)) return [];
  return [
    {
      at: call,
      messageId: "tls12Method",
      data: dataOf(call, method, settings),
      level: "warning",
      grade: "ask",
      mend: opened(call, method, settings),
    },
  ];
}

/** `SSLv23_*`, and DTLS 1.2, of which there is nothing newer. */
export function judgeRenamedMethod(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof renamedMethodMessages, "fix" | "ask">[] {
  const { method } = call;
  const releases = releasesFor(call, settings);
  if (!method || releases.length === 0 || !releases.every(({ traits }) => traits.has("hasVersionBounds"))) return [];
  const data = dataOf(call, method, settings);
  if (method.version === "DTLSv1.2")
    return [
      { at: call, messageId: "dtlsMethod", data, level: "warning", grade: "ask", mend: opened(call, method, settings) },
    ];
  if (!method.renamedTo) return [];
  const [start] = call.range;
  const offset = call.code.indexOf(method.name);
  const mend =
    call.isEditable && !call.isForOldReleases && offset >= 0
      ? {
          edits: [{ range: [start + offset, start + offset + method.name.length] as const, text: method.renamedTo }],
          remedy: `Write \`${method.renamedTo}\`.`,
        }
      : undefined;
  return [
    {
      at: call,
      messageId: "renamedMethod",
      data,
      level: call.isForOldReleases ? "note" : "warning",
      grade: "fix",
      mend,
    },
  ];
}
