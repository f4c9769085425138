import {
  assess,
  describeRuntimes,
  type Negotiation,
  type Offers,
  type Policy,
  type ProtocolVersion,
  type Runtime,
  type Violation,
} from "tls-policy";
import { type OptionValue, type Settings, type TlsOptions, type Verdict, verdictsOf } from "tls-rules";
import type { FoundOptions } from "./collect-tls-options.js";

export interface OfferedVersion {
  readonly name: ProtocolVersion;
  /** `latent`: asked for, but out of reach at the release's security level. */
  readonly status: "accepted" | "prohibited" | "latent";
}

/** What some releases do alike with one set of values, as a row to show. */
export interface RuntimeRow {
  /** `Node 12-16 and 18`. */
  readonly runtimes: string;
  readonly outcome: Negotiation["outcome"];
  /** Why it throws or cannot connect; empty for an offer. */
  readonly reason: string;
  readonly versions: readonly OfferedVersion[];
  /** For all versions together; `against` of them are prohibited or deprecated by the policy. */
  readonly suites: { readonly count: number; readonly against: number };
  readonly securityLevel: number | undefined;
  readonly verification: string;
  readonly isUnverified: boolean;
}

/** One combination of the values that the options may have. */
export interface Combination {
  /** `minVersion: "TLSv1"`, with the condition it holds under where that is the user's own choice; more than what is written in one place, where values come from several. */
  readonly values: readonly string[];
  readonly rows: readonly RuntimeRow[];
}

/** What each release in range does with one set of options, combination by combination. */
export function combinationsOf({ options, program }: FoundOptions, settings: Settings): readonly Combination[] {
  const verdicts = verdictsOf(options, settings);
  return groupedBy(verdicts, ({ chosen }) => chosen).map((same) => ({
    values: [...same[0]!.chosen].map(([name, chosen]) => printChosen(name, chosen, program)),
    rows: rowsOf(same, options, settings.policy),
  }));
}

function printChosen(
  name: string,
  { kind, value, node, guard }: OptionValue,
  program: FoundOptions["program"],
): string {
  const condition = guard ? ` where ${guard.text}` : "";
  return `${name}: ${kind === "known" ? print(value) : program.textOf(node)}${condition}`;
}

function print(value: unknown): string {
  return typeof value === "bigint" ? `${value}n` : (JSON.stringify(value) ?? String(value));
}

type Facts = Omit<RuntimeRow, "runtimes">;

function rowsOf(verdicts: readonly Verdict[], options: TlsOptions, policy: Policy): readonly RuntimeRow[] {
  const judged = verdicts.map((verdict) => ({ runtime: verdict.runtime, facts: factsOf(verdict, options, policy) }));
  return groupedBy(judged, ({ facts }) => JSON.stringify(facts)).map((same) => ({
    runtimes: describeRuntimes(same.map(({ runtime }): Runtime => runtime)),
    ...same[0]!.facts,
  }));
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): readonly (readonly Item[])[] {
  const groups = new Map<unknown, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

function factsOf({ negotiation, runtime, side }: Verdict, options: TlsOptions, policy: Policy): Facts {
  if (negotiation.outcome !== "offers") return failure(negotiation);
  const violations = assess(negotiation, policy, side, runtime);
  return {
    outcome: "offers",
    reason: "",
    versions: versionsOf(negotiation, violations),
    suites: {
      count: negotiation.cipherSuites.length + negotiation.ciphersuites.length,
      against: suitesAgainst(violations),
    },
    securityLevel: negotiation.securityLevel,
    ...verificationOf(negotiation, side, options),
  };
}

function failure({ outcome, code, reason }: Exclude<Negotiation, Offers>): Facts {
  return {
    outcome,
    reason: code ? `${reason} (${code})` : reason,
    versions: [],
    suites: { count: 0, against: 0 },
    securityLevel: undefined,
    verification: "",
    isUnverified: false,
  };
}

function versionsOf(
  { protocolVersions, latentProtocolVersions }: Offers,
  violations: readonly Violation[],
): readonly OfferedVersion[] {
  const isProhibited = (name: ProtocolVersion) =>
    violations.some(
      ({ subject, value, status }) => subject === "protocol-version" && value === name && status === "prohibited",
    );
  return [
    ...latentProtocolVersions.map((name): OfferedVersion => ({ name, status: "latent" })),
    ...protocolVersions.map((name): OfferedVersion => ({
      name,
      status: isProhibited(name) ? "prohibited" : "accepted",
    })),
  ];
}

function suitesAgainst(violations: readonly Violation[]): number {
  return violations.filter(
    ({ subject, status }) => (subject === "cipher-suite" || subject === "ciphersuite") && status !== "missing",
  ).length;
}

function verificationOf(
  offers: Offers,
  side: Verdict["side"],
  options: TlsOptions,
): Pick<Facts, "verification" | "isUnverified"> {
  if (side === "server")
    return {
      verification: serverVerification(offers),
      isUnverified: offers.requestsPeerCertificate && !offers.verifiesPeer,
    };
  if (options.unverified) return { verification: "left to the program", isUnverified: true };
  const isLeftOut = (option: "rejectUnauthorized" | "checkServerIdentity") =>
    !options.has(option) && (options.insecureDefaults ?? []).some((missing) => missing.option === option);
  if (!offers.verifiesPeer || isLeftOut("rejectUnauthorized")) return { verification: "off", isUnverified: true };
  const checksName = offers.verifiesHostName && !isLeftOut("checkServerIdentity");
  return {
    verification: checksName ? "certificate and host name" : "certificate, but not the host name",
    isUnverified: !checksName,
  };
}

function serverVerification({ requestsPeerCertificate, verifiesPeer }: Offers): string {
  if (!requestsPeerCertificate) return "no client certificate asked for";
  return verifiesPeer ? "client certificate required" : "client certificate asked for, any accepted";
}
