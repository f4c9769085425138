import { type CipherSuite, expandCipherList, judgeCipherSuite, type OpenSslLine } from "tls-policy";
import { replaceSetting } from "../../edits/setting-mends.js";
import type { OpenSslCommand } from "../../setting.js";
import type { Settings } from "../../settings.js";
import { describeAllowed, isAnonymous } from "../shared/security-level.js";
import { enumerate, levelOf, type Offence, worstOffence } from "../shared/violations.js";
import type { CommandReport } from "./command-report.js";

/** What `CipherString` adds to OpenSSL's own list, and the security level that it sets. */
export function judgeCipherString(command: OpenSslCommand, settings: Settings): readonly CommandReport[] {
  const { name, value } = command;
  if (!value.isKnown) return [];
  const offence = offenceIn(value.text, settings);
  const level = lowLevelOf(value.text, settings);
  const mended = mendedList(value.text, offence !== undefined, level !== undefined, settings);
  const common = {
    at: command,
    grade: "upgrade",
    mend: mended === undefined ? undefined : replaceSetting(value, name, mended),
  } as const;
  const reports: CommandReport[] = [];
  if (offence) {
    const { status, reference, names } = offence;
    const data = { command: name, suites: enumerate(names), reference };
    reports.push({ ...common, messageId: status, data, level: levelOf(status) });
  }
  if (level !== undefined) {
    const lowered = settings.runtimes.filter(({ defaultSecurityLevel }) => level < defaultSecurityLevel);
    const minLevel = String(settings.policy.minSecurityLevel.value);
    const hasAnonymousSuites = lowered.some(({ openssl }) =>
      suitesOf(value.text, openssl).some(({ opensslName }) => isAnonymous(opensslName!)),
    );
    const allowed = describeAllowed(level, lowered, hasAnonymousSuites);
    const data = { command: name, level: String(level), allowed, minLevel };
    reports.push({ ...common, messageId: "lowLevel", data });
  }
  return reports;
}

function offenceIn(list: string, { policy, runtimes }: Settings): Offence | undefined {
  return worstOffence(
    runtimes.flatMap((runtime) =>
      addedSuites(list, runtime.openssl).map(({ opensslName }) => ({
        value: opensslName!,
        runtime,
        ...judgeCipherSuite(policy, opensslName!),
      })),
    ),
  );
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

/** The policy's own list for one that offends, at the policy's level; undefined where the policy has no list. */
function mendedList(list: string, offends: boolean, isLow: boolean, { policy }: Settings): string | undefined {
  const minLevel = `@SECLEVEL=${policy.minSecurityLevel.value}`;
  if (!offends) return list.replaceAll(/@SECLEVEL=\d/g, minLevel);
  const accepted = policy.cipherSuites.accepted.join(":");
  return accepted === "" ? undefined : `${accepted}${isLow ? `:${minLevel}` : ""}`;
}
