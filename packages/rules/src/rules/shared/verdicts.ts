import {
  type CannotConnect,
  type HostNameCheck,
  negotiate,
  type Negotiation,
  type ProcessSettings,
  type Runtime,
  type Side,
  type Throws,
  type TlsOptionValues,
} from "tls-policy";
import { hostNameChecks } from "../../define-client.js";
import { type OptionName, optionNames } from "../../option-names.js";
import type { Settings } from "../../settings.js";
import { spend } from "../../source/program/budget.js";
import { hostNameCheckOf } from "../../source/sites/host-name-check.js";
import type { OptionValue, TlsOptions } from "../../source/sites/tls-options.js";
import { combinationsOf } from "./combinations.js";
import { rememberedOn } from "./remembered.js";

/** What one runtime makes of one set of values that the options may have. */
export interface Verdict {
  readonly runtime: Runtime;
  readonly side: Side;
  /** The values that were handed to Node, by option; an option that is missing is not written or its value is not known. */
  readonly chosen: ReadonlyMap<OptionName, OptionValue>;
  readonly negotiation: Negotiation;
}

/** A verdict about options that stand in a program. */
export interface SiteVerdict extends Verdict {
  /** The same with one option left out. */
  without(option: OptionName): SiteVerdict;
}

// by the runtimes, because rules with options of their own share these and nothing else of the settings
const verdicts = new WeakMap<
  TlsOptions,
  { readonly runtimes: readonly Runtime[]; readonly verdicts: readonly SiteVerdict[] }
>();

/** What every runtime in range does with every combination of values that the options may have. */
export function verdictsOf(options: TlsOptions, settings: Settings): readonly SiteVerdict[] {
  const known = verdicts.get(options);
  if (known?.runtimes === settings.runtimes) return known.verdicts;
  const fresh = judge(options, settings);
  verdicts.set(options, { runtimes: settings.runtimes, verdicts: fresh });
  return fresh;
}

function judge(options: TlsOptions, settings: Settings): readonly SiteVerdict[] {
  const side = sideOf(options);
  const judgeChosen = (chosen: Verdict["chosen"], runtimes: readonly Runtime[]): readonly SiteVerdict[] => {
    const negotiation = negotiatorOf(options, valuesFor(options, chosen));
    return runtimes.map((runtime) => ({
      runtime,
      side,
      chosen,
      negotiation: negotiation(runtime),
      without: (option) => judgeChosen(withoutOption(chosen, option), [runtime])[0]!,
    }));
  };
  const rows = combinationsOf(columnsOf(options));
  const [write] = options.writes;
  if (write && !spend(write.program.file, rows.length * settings.runtimes.length)) return [];
  return rows.flatMap((row) => judgeChosen(chosenIn(row), settings.runtimes));
}

/** What each runtime does with the options where they have these values. */
export function negotiatorOf(options: TlsOptions, values: TlsOptionValues): (runtime: Runtime) => Negotiation {
  const side = sideOf(options);
  const [own, process] = options.scope === "process" ? [{}, { defaults: defaultsFrom(values) }] : [values, {}];
  const key = `${side} ${options.scope} ${keyOf(values)}`;
  return (runtime) =>
    negotiationOn(runtime, key, () => {
      const negotiation = negotiate(own, runtime, side, process satisfies ProcessSettings);
      return negotiation.outcome !== "offers" && negotiation.options.length === 0
        ? causeOf(negotiation, values, runtime, side)
        : negotiation;
    });
}

/** A failure by a process-wide default names no option of a call: the default that fails in the same way is its cause. */
function causeOf(failure: CannotConnect | Throws, values: TlsOptionValues, runtime: Runtime, side: Side): Negotiation {
  const given = negotiate(values, runtime, side);
  return given.outcome === failure.outcome && given.code === failure.code ? given : failure;
}

function sideOf({ side }: TlsOptions): Side {
  return side === "server" ? "server" : "client";
}

function withoutOption(chosen: Verdict["chosen"], option: OptionName): Verdict["chosen"] {
  return new Map([...chosen].filter(([name]) => name !== option));
}

/**
 * For parameters that are not known, which are no reason to take a server for one without DHE: a modulus that is
 * no prime, because only its size is looked at, of 15360 bits, which every policy and security level accepts.
 */
const someParameters = `-----BEGIN DH PARAMETERS-----\nMIIHhQKCB4EA${"/".repeat(2560)}\n-----END DH PARAMETERS-----\n`;

function hasUnknown(option: OptionName, options: TlsOptions, chosen: ReadonlyMap<OptionName, OptionValue>): boolean {
  return options.has(option) && !chosen.has(option);
}

const negotiationOn = rememberedOn<Negotiation>();

const keys = new WeakMap<TlsOptionValues, string>();

/** The same for values that Node cannot tell apart. */
export function keyOf(values: TlsOptionValues): string {
  let key = keys.get(values);
  if (key === undefined) keys.set(values, (key = spelled(values)));
  return key;
}

function spelled(values: TlsOptionValues): string {
  return JSON.stringify(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value,
      typeof value === "object" ? value : String(value),
    ]),
  );
}

function columnsOf(options: TlsOptions): readonly (readonly OptionValue[])[] {
  return optionNames.map((name) => distinct(options.values(name))).filter((values) => values.length > 0);
}

function chosenIn(row: readonly OptionValue[]): ReadonlyMap<OptionName, OptionValue> {
  return new Map(
    row.filter(({ kind }) => kind === "known" || kind === "function").map((value) => [value.option, value]),
  );
}

/** What is not known is one more value, however often it is written. */
function distinct(values: readonly OptionValue[]): readonly OptionValue[] {
  return [
    ...new Map(
      values.map((value) => [value.kind === "known" ? value.value : (value.function ?? unknown), value]),
    ).values(),
  ];
}

const unknown = Symbol("unknown");

/** The values that Node gets where some of those that the options may have are chosen. */
export function valuesFor(options: TlsOptions, chosen: ReadonlyMap<OptionName, OptionValue>): TlsOptionValues {
  return {
    ...Object.fromEntries([...chosen].map(([name, value]) => [name, valueFor(value)])),
    ...(options.side === "server" && hasUnknown("dhparam", options, chosen) && { dhparam: someParameters }),
  };
}

function valueFor({ function: check, option, value, write }: OptionValue): unknown {
  if (check) {
    const { outcome } = hostNameCheckOf(write.program, check);
    return { outcome: isOneForAll(outcome) ? outcome : "unknown" } satisfies HostNameCheck;
  }
  return nodeValue({ option, value });
}

/** Whether a check of host names does the same with every certificate that Node's own refuses. */
function isOneForAll(outcome: ReturnType<typeof hostNameCheckOf>["outcome"]): outcome is HostNameCheck["outcome"] {
  return outcome !== "throws" && outcome !== "chosen" && outcome !== "inverted";
}

/** A value as `negotiate` takes it: what a check of host names does stands for the function. */
export function nodeValue({ option, value }: Pick<OptionValue, "option" | "value">): unknown {
  const outcome = option === "checkServerIdentity" ? hostNameChecks.find((name) => name === value) : undefined;
  return outcome ? ({ outcome } satisfies HostNameCheck) : value;
}

function defaultsFrom(values: TlsOptionValues): NonNullable<ProcessSettings["defaults"]> {
  return {
    ...("minVersion" in values && { DEFAULT_MIN_VERSION: values.minVersion }),
    ...("maxVersion" in values && { DEFAULT_MAX_VERSION: values.maxVersion }),
    ...("ciphers" in values && { DEFAULT_CIPHERS: values.ciphers }),
    ...("ecdhCurve" in values && { DEFAULT_ECDH_CURVE: values.ecdhCurve }),
  };
}
