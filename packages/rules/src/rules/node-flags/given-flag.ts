import { negotiateOver, type ProcessDefaults, processDefaults, type Runtime } from "tls-policy";
import type { Mend } from "../../edits/mend.js";
import { removeSetting } from "../../edits/setting-mends.js";
import type { Flag } from "../../setting.js";
import type { Settings } from "../../settings.js";
import { rememberedOn } from "../shared/remembered.js";

/** A flag among those of its process. */
export interface GivenFlag {
  readonly flag: Flag;
  readonly settings: Settings;
  /** As a word of the command line. */
  readonly word: string;
  /** All that are known and count, this one's name included. */
  readonly words: readonly string[];
}

/** A default that a flag changes, on the first runtime where it does. */
interface Changed {
  readonly value: unknown;
  readonly runtime: Runtime;
}

/** The flags of one process whose values are known, each among the others. */
export function givenFlags(flags: readonly Flag[], settings: Settings): readonly GivenFlag[] {
  const known = flags.filter(({ value }) => value?.isKnown ?? true);
  const words = lastOfEachName(known).map(wordOf);
  return known.map((flag) => ({ flag, settings, word: wordOf(flag), words }));
}

/** Of repeated flags the last one counts. */
function lastOfEachName(flags: readonly Flag[]): readonly Flag[] {
  const last = new Map<string, Flag>();
  for (const flag of flags) {
    last.delete(flag.name);
    last.set(flag.name, flag);
  }
  return [...last.values()];
}

function wordOf({ name, value }: Flag): string {
  return value ? `${name}=${value.text}` : name;
}

/** What the flag changes by itself and the others leave at that; undefined where it does not count. */
export const changedBy = ({ settings, word, words }: GivenFlag, name: keyof ProcessDefaults): Changed | undefined =>
  changedOn(settings.runtimes, [name, word, ...words].join("\0"), () => {
    for (const runtime of settings.runtimes) {
      const alone = processDefaults(runtime, { flags: [word] })[name];
      const together = processDefaults(runtime, { flags: words })[name];
      if (alone === together && alone !== processDefaults(runtime)[name]) return { value: together, runtime };
    }
    return;
  });

/** What clients without options do on every runtime when the process has only these flags. */
export function verdictsUnder(flags: readonly string[], { runtimes }: Settings): ReturnType<typeof judge> {
  return judgedOn(runtimes, flags.join("\0"), () => judge(flags, runtimes));
}

const changedOn = rememberedOn<Changed | undefined>();
const judgedOn = rememberedOn<ReturnType<typeof judge>>();

function judge(flags: readonly string[], runtimes: readonly Runtime[]) {
  return negotiateOver({}, runtimes, "client", { flags }).map((verdict) => ({ ...verdict, side: "client" as const }));
}

export function withoutFlag({ flag }: GivenFlag): Mend | undefined {
  return removeSetting(flag.removal, flag.name);
}
