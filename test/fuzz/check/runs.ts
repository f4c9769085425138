import { isDeepStrictEqual } from "node:util";
import { optionNames, type Settings } from "tls-rules";
import { environments } from "../run/environments.js";
import { compile, type RecordedCall, type Recording } from "../run/record.js";
import type { Fault } from "./faults.js";
import {
  agreesOnGroup,
  connects,
  liveText,
  negotiatedText,
  type Outcome,
  outcomesOf,
  outcomeWithout,
  strongPeers,
  verificationText,
  violationsOf,
  withoutFailure,
} from "./negotiations.js";

/** A text of a program before and after the edits of some grades. */
export interface Change {
  readonly before: string;
  readonly after: string;
  /** The strongest grade whose edits were made. */
  readonly grade: "fix" | "upgrade" | "ask";
  readonly flagNames: readonly string[];
  readonly settings: Settings;
}

/** Runs a program before and after its edits in every environment, and compares what it does with what the grade says. */
export function runFaults(change: Change): readonly Fault[] {
  if (change.before === change.after) return [];
  const [before, after] = [compile(change.before), compile(change.after)];
  return environments.flatMap((environment) => {
    const faults = recordingFaults(before(environment, change.flagNames), after(environment, change.flagNames), change);
    return faults.map(({ law, detail }) => ({ law, detail: `where ${environment.name}: ${detail}` }));
  });
}

function recordingFaults(before: Recording, after: Recording, change: Change): readonly Fault[] {
  const names = ({ calls }: Recording) => calls.map(({ callee }) => callee);
  if (after.thrown !== before.thrown)
    return [{ law: "a program ends as before", detail: `${before.thrown} became ${after.thrown}` }];
  if (!isDeepStrictEqual(names(after), names(before)))
    return [{ law: "the same calls in the same order", detail: `${names(before)} became ${names(after)}` }];
  return [
    ...toldFaults(before, after, change),
    ...before.calls.flatMap((call, index) => callFaults(call, after.calls[index]!, change)),
  ];
}

/** Others than TLS calls get what they got; with `ask`, a person has looked. */
function toldFaults(before: Recording, after: Recording, { grade }: Change): readonly Fault[] {
  if (grade === "ask" || isDeepStrictEqual(shown(after.told), shown(before.told))) return [];
  return [
    {
      law: "functions out of sight, readers and assertions get what they got",
      detail: `${JSON.stringify(shown(before.told))} became ${JSON.stringify(shown(after.told))}`,
    },
  ];
}

/** Functions are equal when their texts are. */
function shown(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, part: unknown) => (typeof part === "function" ? String(part) : part)),
  ) as unknown;
}

function callFaults(before: RecordedCall, after: RecordedCall, change: Change): readonly Fault[] {
  const others = ({ options }: RecordedCall) =>
    Object.fromEntries(Object.entries(options).filter(([name]) => !(optionNames as readonly string[]).includes(name)));
  if (!isDeepStrictEqual(others(after), others(before)))
    return [{ law: "all other options are as they were", detail: `${inspect(before)} became ${inspect(after)}` }];
  if (negotiatedText(after) === negotiatedText(before)) return [];
  const afterwards = outcomesOf(after, change.settings);
  const faults = outcomesOf(before, change.settings).flatMap((outcome, index) =>
    outcomeFaults({ before, after, outcome, afterwards: afterwards[index]! }, change),
  );
  const seen = new Set<string>();
  return faults
    .filter(({ law }) => !seen.has(law) && seen.add(law))
    .map(({ law, detail }) => ({
      law,
      detail: `${before.callee}(${inspect(before)}) became (${inspect(after)}): ${detail}`,
    }));
}

function inspect({ options, process }: RecordedCall): string {
  const parts = Object.entries({ ...options, ...process.defaults, ...process.env });
  return parts.map(([name, value]) => `${name}: ${String(value)}`).join(", ");
}

interface Comparison {
  readonly before: RecordedCall;
  readonly after: RecordedCall;
  readonly outcome: Outcome;
  readonly afterwards: Outcome;
}

function outcomeFaults(comparison: Comparison, change: Change): readonly Fault[] {
  const { outcome, afterwards } = comparison;
  const place = `${outcome.side} on ${outcome.runtime.name}`;
  const laws = change.grade === "fix" ? fixLaws : change.grade === "upgrade" ? upgradeLaws : askLaws;
  return laws.flatMap(({ law, isBroken }) => {
    const broken = isBroken(comparison, change.settings);
    if (!broken) return [];
    const before = shortText(outcome);
    const after = shortText(afterwards);
    return [{ law, detail: `${place}: ${broken === true ? "" : `${broken}; `}${before} => ${after}` }];
  });
}

function shortText({ negotiation }: Outcome): string {
  if (negotiation.outcome === "offers")
    return `offers ${negotiation.protocolVersions.join("/")} ${verificationText(negotiation)}`;
  return `${negotiation.outcome} (${negotiation.reason})`;
}

interface Law {
  readonly law: string;
  /** Whether it is broken, or what shows it. */
  readonly isBroken: (comparison: Comparison, settings: Settings) => boolean | string;
}

const keepsLive: Law = {
  law: "grade fix changes no live negotiation",
  isBroken: ({ outcome, afterwards }) => {
    const [before, after] = [liveText(outcome.negotiation), liveText(afterwards.negotiation)];
    return outcome.negotiation.outcome === "offers" && before !== after && firstDifference(before, after);
  },
};

const keepsVerification: Law = {
  law: "no verification changes without --ask",
  isBroken: ({ before, outcome, afterwards }, settings) => {
    const would = withoutFailure(before, outcome, settings)[0]!.negotiation;
    return (
      would.outcome === "offers" &&
      afterwards.negotiation.outcome === "offers" &&
      verificationText(would) !== verificationText(afterwards.negotiation)
    );
  },
};

const keepsStrongPeers: Law = {
  law: "what connects with a strong peer still does",
  isBroken: ({ outcome, afterwards }, settings) => {
    const lost = strongPeers.filter(
      (peer) => connects(outcome.negotiation, peer, settings) && !connects(afterwards.negotiation, peer, settings),
    );
    return lost.length > 0 && lost.map(({ version, certificate }) => `${version} with ${certificate}`).join(", ");
  },
};

const throwsNoMore: Law = {
  law: "nothing throws that did not",
  isBroken: ({ outcome, afterwards }) =>
    afterwards.negotiation.outcome === "throws" && outcome.negotiation.outcome !== "throws",
};

const uncoversNothing: Law = {
  law: "nothing is weaker than before",
  isBroken: ({ before, after, outcome, afterwards }, settings) => {
    const working = withoutFailure(before, outcome, settings);
    const baselines = [
      ...working,
      outcomeWithout(before, changedNames(before, after), outcome, settings),
      outcomeWithout(before, optionNames, outcome, settings),
    ];
    const known = new Set(baselines.flatMap((baseline) => violationsOf(baseline, settings)));
    const fresh = violationsOf(afterwards, settings).filter(
      (word) => !known.has(word) && (!word.startsWith("group ") || working.some(agreesOnGroup)),
    );
    return fresh.length > 0 && fresh.join(", ");
  },
};

/** Silence is the floor: what a call offers once an option is left out is no fault of an edit of that option. */
function changedNames({ options: before }: RecordedCall, { options: after }: RecordedCall): readonly string[] {
  return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
}

const askLaws: readonly Law[] = [throwsNoMore, uncoversNothing];
const upgradeLaws: readonly Law[] = [...askLaws, keepsStrongPeers, keepsVerification];
const fixLaws: readonly Law[] = [...upgradeLaws, keepsLive];

function firstDifference(before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const at = old.findIndex((line, index) => line !== now[index]);
  return `${old[at]?.trim()} => ${now[at]?.trim()}`;
}
