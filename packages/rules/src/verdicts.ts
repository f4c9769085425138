import { negotiate, type HostNameCheck, type Negotiation, type ProcessSettings, type Runtime, type Side, type TlsOptionValues } from "tls-policy";
import { hostNameChecks } from "./define-client.js";
import { optionNames, type OptionName } from "./option-names.js";
import type { Settings } from "./settings.js";
import { hostNameCheckOf } from "./source/sites/host-name-check.js";
import type { Program } from "./source/program/program.js";
import type { OptionValue, TlsOptions } from "./source/sites/tls-options.js";

/** What one runtime makes of one set of values that the options may have. */
export interface Verdict {
  readonly runtime: Runtime;
  readonly side: Side;
  /** The values that were handed to Node, by option; an option that is missing is not written or its value is not known. */
  readonly chosen: ReadonlyMap<OptionName, OptionValue>;
  readonly negotiation: Negotiation;
}

/** More combinations than this say nothing that these do not. */
const combinationLimit = 64;

// by the runtimes, because rules with options of their own share these and nothing else of the settings
const verdicts = new WeakMap<TlsOptions, { readonly runtimes: readonly Runtime[]; readonly verdicts: readonly Verdict[] }>();

/** What every runtime in range does with every combination of values that the options may have. */
export function verdictsOf(program: Program, options: TlsOptions, settings: Settings): readonly Verdict[] {
  const known = verdicts.get(options);
  if (known?.runtimes === settings.runtimes) return known.verdicts;
  const fresh = judge(program, options, settings);
  verdicts.set(options, { runtimes: settings.runtimes, verdicts: fresh });
  return fresh;
}

function judge(program: Program, options: TlsOptions, settings: Settings): readonly Verdict[] {
  const side = options.side === "server" ? "server" : "client";
  return combinationsOf(options).flatMap((chosen) => {
    const values = valuesFor(program, chosen);
    const [own, process] = options.scope === "process" ? [{}, { defaults: defaultsFrom(values) }] : [values, {}];
    return settings.runtimes.map((runtime) => ({
      runtime,
      side,
      chosen,
      negotiation: negotiate(own, runtime, side, process satisfies ProcessSettings),
    }));
  });
}

function combinationsOf(options: TlsOptions): readonly ReadonlyMap<OptionName, OptionValue>[] {
  let combinations: readonly ReadonlyMap<OptionName, OptionValue>[] = [new Map()];
  for (const name of optionNames) {
    const values = distinct(options.values(name));
    if (values.length === 0) continue;
    combinations = combinations.flatMap((chosen) =>
      values.map((value) => (value.kind === "known" || value.kind === "function" ? new Map(chosen).set(name, value) : chosen)),
    );
    if (combinations.length > combinationLimit) combinations = combinations.slice(0, combinationLimit);
  }
  return combinations;
}

function distinct(values: readonly OptionValue[]): readonly OptionValue[] {
  return [...new Map(values.map((value) => [value.kind === "known" ? value.value : value.node, value])).values()];
}

function valuesFor(program: Program, chosen: ReadonlyMap<OptionName, OptionValue>): TlsOptionValues {
  return Object.fromEntries([...chosen].map(([name, value]) => [name, valueFor(program, value)]));
}

function valueFor(program: Program, { function: check, option, value }: OptionValue): unknown {
  if (check) return { outcome: hostNameCheckOf(program, check).outcome } satisfies HostNameCheck;
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
