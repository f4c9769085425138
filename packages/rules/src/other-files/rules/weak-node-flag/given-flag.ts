import { type ProcessDefaults, processDefaults, type Runtime } from "tls-policy";
import type { Settings } from "../../../settings.js";
import type { Flag } from "../../setting.js";
import type { Report } from "../other-file-rule.js";

/** A flag among those of its process. */
export interface GivenFlag {
  readonly flag: Flag;
  readonly settings: Settings;
  /** As a word of the command line. */
  readonly word: string;
  /** All that are known, this one included. */
  readonly words: readonly string[];
}

/** A default that a flag changes, on the first runtime where it does. */
interface Changed {
  readonly value: unknown;
  readonly runtime: Runtime;
}

export function givenFlag(flag: Flag, flags: readonly Flag[], settings: Settings): GivenFlag {
  const known = flags.filter(({ value }) => value?.isKnown ?? true);
  return { flag, settings, word: wordOf(flag), words: known.map(wordOf) };
}

function wordOf({ name, value }: Flag): string {
  return value ? `${name}=${value.text}` : name;
}

/** What the flag changes by itself and the others leave at that; undefined where it does not count. */
export function changedBy({ settings, word, words }: GivenFlag, name: keyof ProcessDefaults): Changed | undefined {
  for (const runtime of settings.runtimes) {
    const alone = processDefaults(runtime, { flags: [word] })[name];
    const together = processDefaults(runtime, { flags: words })[name];
    if (alone === together && alone !== processDefaults(runtime)[name]) return { value: together, runtime };
  }
  return;
}

/** A report on the flag, which its message calls `{{flag}}`. */
export function reportOn(
  { flag }: GivenFlag,
  report: Omit<Report, "range" | "data"> & { readonly data: Report["data"] },
): Report {
  return { ...report, range: flag.range, data: { flag: flag.name, ...report.data } };
}

export type Mend = Pick<Report, "edits" | "remedy">;

export function withoutFlag({ flag }: GivenFlag): Mend {
  return { edits: flag.removal, remedy: `Remove \`${flag.name}\`.` };
}
