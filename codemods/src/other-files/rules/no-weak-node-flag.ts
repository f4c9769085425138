import {
  assess,
  describeRuntimes,
  isProtocolVersion,
  judgeProtocolVersion,
  negotiateOver,
  processDefaults,
  compareProtocolVersions,
  type ProcessDefaults,
  type Runtime,
  type RuntimeVerdict,
  type Violation,
} from "tls-policy";
import type { Edit, Settings } from "tls-rules";
import type { Flag, NodeFlags } from "../setting.js";
import { replaceText } from "../text-edits.js";
import { allowedAtLevel, enumerate, worstOffence } from "./offence.js";
import type { JudgingRule, Report } from "./other-file-rule.js";
import { describeReach } from "./reach.js";

export const noWeakNodeFlag: JudgingRule = {
  name: "no-weak-node-flag",
  description: "disallow command line flags of Node that weaken every TLS connection of the process",
  grades: ["fix", "upgrade", "ask"],
  references: ["RFC 8996", "RFC 9325", "https://nodejs.org/api/cli.html", "https://docs.openssl.org/3.5/man7/OSSL_PROVIDER-legacy/"],
  messages: {
    lowersFloor: "`{{flag}}` lets every TLS connection of the process go down to {{version}}, which {{reference}} prohibits{{reach}}. Remove it.",
    pinned: "`{{flag}}` rules {{missing}} out for every connection of the process, which {{reference}} asks for; with it go the post-quantum groups. Remove it.",
    refused: "With `{{flag}}` Node does not start: {{reason}}. Remove it.",
    prohibited: "`{{flag}}` offers {{suites}}, which {{reference}} prohibits, on every connection of the process. Offer suites with forward secrecy and authenticated encryption only.",
    deprecated: "`{{flag}}` offers {{suites}}, which {{reference}} deprecates, on every connection of the process. Offer suites with forward secrecy and authenticated encryption only.",
    lowLevel: "`{{flag}}` sets OpenSSL's security level to {{level}} for every connection of the process, which allows {{allows}} (RFC 9325, section 4.5). Leave the level at its default.",
    invalid: "With this `{{flag}}` every TLS connection of the process fails on {{runtimes}} ({{code}}). Name suites that OpenSSL has.",
    legacyProvider:
      "`{{flag}}` brings MD4, RC4, single DES and other broken algorithms back for the whole process, where OpenSSL 3 leaves them out{{refusing}}. Remove it, and upgrade what needs them.",
  },
  judge(setting, settings) {
    return setting.kind === "node-flags" ? setting.flags.flatMap((flag) => judgeFlag(flag, setting, settings)) : [];
  },
};

/** A flag with what it does by itself and together with the others, on every runtime. */
interface Case {
  readonly flag: Flag;
  readonly settings: Settings;
  readonly word: string;
  readonly words: readonly string[];
  /** The first runtime on which the flag by itself changes a default, and the others leave it at that. */
  changed(name: keyof ProcessDefaults): { readonly value: unknown; readonly runtime: Runtime } | undefined;
}

function judgeFlag(flag: Flag, { flags }: NodeFlags, settings: Settings): readonly Report[] {
  if (flag.value?.isKnown === false) return [];
  const words = flags.filter(({ value }) => value?.isKnown ?? true).map(wordOf);
  const word = wordOf(flag);
  const given: Case = {
    ...{ flag, settings, word, words },
    changed(name) {
      const runtime = settings.runtimes.find((each) => {
        const alone = processDefaults(each, { flags: [word] })[name];
        return alone !== processDefaults(each)[name] && alone === processDefaults(each, { flags: words })[name];
      });
      return runtime && { runtime, value: processDefaults(runtime, { flags: words })[name] };
    },
  };
  return [...judgeFloor(given), ...judgeCap(given), ...judgeCipherList(given), ...judgeLegacyProvider(given)];
}

function wordOf({ name, value }: Flag): string {
  return value ? `${name}=${value.text}` : name;
}

function report({ flag }: Case, rest: Omit<Report, "range" | "data"> & { readonly data?: Report["data"] }): Report {
  return { ...rest, range: flag.range, data: { flag: flag.name, ...rest.data } };
}

function judgeFloor(given: Case): readonly Report[] {
  const version = given.changed("minVersion")?.value;
  const { flag, settings, words } = given;
  if (!isProtocolVersion(version)) return [];
  const { status, reference } = judgeProtocolVersion(settings.policy, version);
  if (status !== "prohibited") return [];
  const data = { version, reference, reach: describeReach(version, settings, { flags: words }) };
  return [report(given, { messageId: "lowersFloor", data, level: "error", grade: "upgrade", ...raisedFloor(flag, settings) })];
}

/** Without the flag where Node's own minimum is good enough; with a higher one where every runtime knows it. */
function raisedFloor(flag: Flag, { policy, runtimes }: Settings): Pick<Report, "edits" | "remedy"> {
  const { value: minVersion } = policy.minVersion;
  if (runtimes.every(({ defaultMinVersion }) => compareProtocolVersions(defaultMinVersion, minVersion) >= 0)) return { edits: flag.removal, remedy: `Remove \`${flag.name}\`.` };
  const higher = "--tls-min-v1.3";
  const isKnown = minVersion === "TLSv1.3" && runtimes.every(({ traits }) => traits.has("hasTls13"));
  return { edits: isKnown ? replaceText(flag.word, higher) : undefined, remedy: `Replace \`${flag.name}\` with \`${higher}\`.` };
}

function judgeCap(given: Case): readonly Report[] {
  const capped = given.changed("maxVersion");
  if (!capped) return [];
  const { flag, settings, word, words } = given;
  const mend = { edits: flag.removal, remedy: `Remove \`${flag.name}\`.` };
  const { refusal } = processDefaults(capped.runtime, { flags: words });
  if (refusal) return [report(given, { messageId: "refused", data: { reason: refusal }, level: "error", grade: "fix", ...mend })];
  const missing = violationsIn(negotiateOver({}, settings.runtimes, "client", { flags: [word] }), settings).find(({ subject, status }) => subject === "protocol-version" && status === "missing");
  if (!missing) return [];
  const data = { missing: String(missing.value), reference: missing.reference };
  return [report(given, { messageId: "pinned", data, level: "warning", grade: "upgrade", ...mend })];
}

function violationsIn(verdicts: readonly RuntimeVerdict[], { policy }: Settings): readonly Violation[] {
  return verdicts.flatMap(({ negotiation, runtime }) => assess(negotiation, policy, "client", runtime));
}

function judgeCipherList(given: Case): readonly Report[] {
  if (!given.changed("ciphers")) return [];
  const { settings, word } = given;
  const verdicts = negotiateOver({}, settings.runtimes, "client", { flags: [word] });
  const violations = violationsIn(verdicts, settings);
  const offence = worstOffence(
    violations.flatMap(({ subject, status, value, reference }) =>
      (subject === "cipher-suite" || subject === "ciphersuite") && status !== "missing" ? [{ name: String(value), status, reference }] : [],
    ),
  );
  return [...judgeFailures(given, verdicts), ...judgeSuites(given, offence), ...judgeLevel(given, violations, offence !== undefined)];
}

function judgeFailures(given: Case, verdicts: readonly RuntimeVerdict[]): readonly Report[] {
  const failing = verdicts.filter(({ negotiation }) => negotiation.outcome !== "offers");
  const [first] = failing;
  if (!first || first.negotiation.outcome === "offers") return [];
  const isEverywhere = failing.length === verdicts.length;
  const data = { runtimes: describeRuntimes(failing.map(({ runtime }) => runtime)), code: first.negotiation.code ?? first.negotiation.reason };
  return [report(given, { messageId: "invalid", data, level: isEverywhere ? "error" : "warning", grade: isEverywhere ? "fix" : "upgrade", ...recommended(given) })];
}

function judgeSuites(given: Case, offence: ReturnType<typeof worstOffence>): readonly Report[] {
  if (!offence) return [];
  const { status, reference, names } = offence;
  const level = status === "prohibited" ? "error" : "warning";
  return [report(given, { messageId: status, data: { suites: enumerate(names), reference }, level, grade: "upgrade", ...recommended(given) })];
}

function judgeLevel(given: Case, violations: readonly Violation[], hasWeakSuites: boolean): readonly Report[] {
  const violation = violations.find(({ subject }) => subject === "security-level");
  const { value } = given.flag;
  if (!violation || !value) return [];
  const level = String(violation.value);
  const data = { level, allows: allowedAtLevel[Number(level)] ?? "weak keys" };
  const mend = hasWeakSuites ? recommended(given) : { edits: replaceText(value, withoutLevel(value.text)), remedy: `Remove \`@SECLEVEL=${level}\`.` };
  return [report(given, { messageId: "lowLevel", data, level: "error", grade: "upgrade", ...mend })];
}

function withoutLevel(list: string): string {
  return list.replaceAll(/[:,; ]?@SECLEVEL=\d/g, "").replace(/^[:,; ]+/, "");
}

/** The policy's own list, or Node's where the policy needs none. */
function recommended({ flag, settings }: Case): { readonly edits: readonly Edit[] | undefined; readonly remedy: string } {
  const { ciphers, name } = settings.policy;
  if (ciphers === undefined || !flag.value) return { edits: flag.removal, remedy: `Remove \`${flag.name}\`.` };
  return { edits: replaceText(flag.value, ciphers), remedy: `Offer the cipher suites of the policy ${name}.` };
}

/** Outside negotiate()'s view: the provider adds algorithms to `crypto`, and to TLS only suites that a list has to name. Node 12 to 16 were measured not to know the flag. */
function judgeLegacyProvider(given: Case): readonly Report[] {
  const { flag, settings } = given;
  if (flag.name !== "--openssl-legacy-provider") return [];
  const mend = { edits: flag.removal, remedy: `Remove \`${flag.name}\`.` };
  const refusing = settings.runtimes.filter(({ traits }) => !traits.has("openssl3"));
  if (refusing.length === settings.runtimes.length) return [report(given, { messageId: "refused", data: { reason: "it comes with Node 17" }, level: "error", grade: "fix", ...mend })];
  const data = { refusing: refusing.length > 0 ? `; ${describeRuntimes(refusing)} does not start with it` : "" };
  return [report(given, { messageId: "legacyProvider", data, level: "warning", grade: "ask", ...mend })];
}
