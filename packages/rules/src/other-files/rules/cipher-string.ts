import { type CipherSuite, expandCipherList, judgeCipherSuite, type OpenSslLine } from "tls-policy";
import type { Settings } from "../../settings.js";
import type { OpenSslCommand } from "../setting.js";
import { replaceText } from "../text-edits.js";
import { allowedAtLevel, enumerate, worstOffence } from "./offence.js";
import type { Report } from "./other-file-rule.js";

/** What `CipherString` adds to OpenSSL's own list, and the security level that it sets. */
export function judgeCipherString(
  { name: command, value, range }: OpenSslCommand,
  settings: Settings,
): readonly Report[] {
  if (!value.isKnown) return [];
  const { policy } = settings;
  const lines = [...new Set(settings.runtimes.map(({ openssl }) => openssl))];
  const offence = worstOffence(
    lines
      .flatMap((line) => addedSuites(value.text, line))
      .map((suite) => ({ name: suite.opensslName!, ...judgeCipherSuite(policy, suite.opensslName!) })),
  );
  const minLevel = String(policy.minSecurityLevel.value);
  const level = lowLevelOf(value.text, settings);
  const accepted = policy.cipherSuites.accepted.join(":");
  const raised = value.text.replaceAll(/@SECLEVEL=\d/g, `@SECLEVEL=${minLevel}`);
  const mended = offence ? `${accepted}${level === undefined ? "" : `:@SECLEVEL=${minLevel}`}` : raised;
  const common = {
    range,
    grade: "upgrade",
    edits: accepted === "" && offence ? undefined : replaceText(value, mended),
    remedy: `Set \`${command}\` to \`${mended}\`.`,
  } as const;
  const reports: Report[] = [];
  if (offence) {
    const { status, reference, names } = offence;
    reports.push({
      ...common,
      messageId: status,
      data: { command, suites: enumerate(names), reference },
      level: status === "prohibited" ? "error" : "warning",
    });
  }
  if (level !== undefined) {
    reports.push({
      ...common,
      messageId: "lowLevel",
      data: { command, level: String(level), allows: allowedAtLevel[level] ?? "weak keys", minLevel },
      level: "error",
    });
  }
  return reports;
}

/** `DEFAULT` is no choice of the file; what stands beside it is. */
function addedSuites(list: string, line: OpenSslLine): readonly CipherSuite[] {
  const own = suitesOf(list, line);
  if (!/^DEFAULT\b/.test(list)) return own;
  const byDefault = new Set(suitesOf("DEFAULT", line));
  return own.filter((suite) => !byDefault.has(suite));
}

function suitesOf(list: string, line: OpenSslLine): readonly CipherSuite[] {
  const expansion = expandCipherList(list, line);
  return expansion.error === undefined ? expansion.suites : [];
}

/** The level that the list sets, where it is below the policy's and below what some runtime has by default. */
function lowLevelOf(list: string, { policy, runtimes }: Settings): number | undefined {
  const newest = runtimes.at(-1)!;
  const level = expandCipherList(list, newest.openssl).securityLevel;
  const lowest = Math.min(
    policy.minSecurityLevel.value,
    Math.max(...runtimes.map(({ defaultSecurityLevel }) => defaultSecurityLevel)),
  );
  return level !== undefined && level < lowest ? level : undefined;
}
