import { isProtocolVersion, judgeProtocolVersion } from "tls-policy";
import { removeSetting, replaceSetting } from "../../edits/setting-mends.js";
import type { OpenSslCommand } from "../../setting.js";
import type { Settings } from "../../settings.js";
import type { CommandReport } from "./command-report.js";

/** What `MinProtocol` also takes, by what it comes to with TLS 1.0 as the oldest version that a build has. */
const otherFloors: ReadonlySet<string> = new Set(["None", "SSLv3"]);

export function judgeFloor(command: OpenSslCommand, { policy }: Settings): readonly CommandReport[] {
  const { name, value } = command;
  const version = otherFloors.has(value.text) ? "TLSv1" : value.text;
  if (!isProtocolVersion(version)) return [];
  const { status, reference } = judgeProtocolVersion(policy, version);
  if (status !== "prohibited") return [];
  const minVersion = policy.minVersion.value;
  const data = { command: name, value: value.text, version, reference, minVersion };
  const mend = replaceSetting(value, name, minVersion);
  return [{ at: command, messageId: "lowersFloor", data, grade: "upgrade", mend }];
}

export function judgeCap(command: OpenSslCommand, { policy }: Settings): readonly CommandReport[] {
  const { name, value, removal } = command;
  const isCap =
    isProtocolVersion(value.text) && value.text !== "TLSv1.3" && policy.expectedVersions.value.includes("TLSv1.3");
  if (!isCap) return [];
  const data = { command: name, value: value.text, reference: policy.expectedVersions.reference };
  const mend = removeSetting(removal, name) ?? replaceSetting(value, name, "TLSv1.3");
  return [{ at: command, messageId: "caps", data, level: "warning", grade: "upgrade", mend }];
}
