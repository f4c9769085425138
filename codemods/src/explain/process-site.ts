import { negotiate, type ProcessSettings, type Runtime } from "tls-policy";
import type { OptionName, Verdict } from "tls-rules";
import type { JudgedFinding } from "../engine/judging/judgement.js";

/** A setting for every client of a process, with what releases make of it, and without it. */
export interface ProcessSite {
  readonly option: OptionName;
  readonly now: readonly Verdict[];
  readonly without: readonly Verdict[];
}

interface ProcessSetting {
  readonly option: OptionName;
  readonly settings: ProcessSettings;
}

const readings: Readonly<Record<string, (text: string) => ProcessSetting | undefined>> = {
  "no-process-wide-verification-opt-out": () => ({
    option: "rejectUnauthorized",
    settings: { env: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } },
  }),
  "no-weak-node-flag": (text) => {
    const [flag] = /--tls-m(?:in|ax)-v1\.\d/.exec(text) ?? [];
    return flag === undefined
      ? undefined
      : { option: flag.startsWith("--tls-min") ? "minVersion" : "maxVersion", settings: { flags: [flag] } };
  },
};

/** What the setting that a finding is about does by itself; undefined where that is not told by its text. */
export function processSiteOf(
  { rule, range }: JudgedFinding,
  text: string,
  runtimes: readonly Runtime[],
): ProcessSite | undefined {
  const reading = Object.hasOwn(readings, rule) ? readings[rule]!(text.slice(...range)) : undefined;
  if (!reading) return undefined;
  const chosen: Verdict["chosen"] = new Map();
  const verdictsWith = (settings: ProcessSettings) =>
    runtimes.map((runtime): Verdict => ({
      runtime,
      side: "client",
      chosen,
      negotiation: negotiate({}, runtime, "client", settings),
    }));
  return { option: reading.option, now: verdictsWith(reading.settings), without: verdictsWith({}) };
}
