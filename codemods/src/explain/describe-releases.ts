import { assess, describeRuntimes, type Negotiation, type Policy, type Runtime, type Violation } from "tls-policy";
import type { OptionName, Verdict } from "tls-rules";
import { groupBy } from "../collections/group-by.js";
import { type Aspect, listed } from "./aspects.js";

/** What releases that do the same do, and what the policy says to it. */
export interface ReleaseRow {
  /** `Node 12-16`. */
  readonly releases: string;
  readonly isInRange: boolean;
  readonly behaviour: string;
  /** Each names what the policy objects to, and the document that says so. */
  readonly objections: readonly string[];
}

/** What happens when the options have some of the values that the code leaves open. */
export interface ReleaseTable {
  /** Those values; undefined where they make no difference. */
  readonly when: string | undefined;
  readonly rows: readonly ReleaseRow[];
}

export interface DescribeOptions {
  readonly aspects: readonly Aspect[];
  readonly policy: Policy;
  /** The releases that the code is judged for. */
  readonly inRange: readonly Runtime[];
  /** Whether the code says all that an option may be, or that it is left out. */
  readonly isTold: (option: OptionName) => boolean;
}

type Chosen = Verdict["chosen"];

/** One table for each choice of values that makes a difference, one row in it for each way in which releases behave. */
export function describeReleases(verdicts: readonly Verdict[], options: DescribeOptions): readonly ReleaseTable[] {
  const choices = [...new Set(verdicts.map(({ chosen }) => chosen))];
  const tables = choices.map((chosen) => ({
    chosen,
    rows: rowsOf(
      verdicts.filter((verdict) => verdict.chosen === chosen),
      options,
    ),
  }));
  const alike = groupBy(tables, ({ rows }) => JSON.stringify(rows));
  const different = [...new Map(tables.map((table) => [JSON.stringify(table.rows), table])).keys()].map(alike);
  const deciding = decidingOptions(
    choices,
    different.map((group) => group.map(({ chosen }) => chosen)),
  );
  return different.map((group) => ({
    when:
      different.length > 1
        ? [...new Set(group.map(({ chosen }) => describeChoice(chosen, deciding)))].join(", or ")
        : undefined,
    rows: group[0]!.rows,
  }));
}

/** The options whose values differ from group to group. */
function decidingOptions(choices: readonly Chosen[], groups: readonly (readonly Chosen[])[]): readonly OptionName[] {
  const valuesIn = (group: readonly Chosen[], option: OptionName) =>
    JSON.stringify([...new Set(group.map((chosen) => valueOf(chosen, option)))]);
  const options = [...new Set(choices.flatMap((chosen) => [...chosen.keys()]))];
  return options.filter((option) => new Set(groups.map((group) => valuesIn(group, option))).size > 1);
}

function describeChoice(chosen: Chosen, options: readonly OptionName[]): string {
  return options.map((option) => `${option} is ${valueOf(chosen, option)}`).join(" and ");
}

function valueOf(chosen: Chosen, option: OptionName): string {
  const value = chosen.get(option);
  if (!value) return "not known";
  return value.kind === "function"
    ? "the function"
    : typeof value.value === "string"
      ? `'${value.value}'`
      : String(value.value);
}

function rowsOf(verdicts: readonly Verdict[], options: DescribeOptions): readonly ReleaseRow[] {
  const rows = new Map<string, Omit<ReleaseRow, "releases"> & { readonly runtimes: Runtime[] }>();
  for (const verdict of verdicts) {
    const row = {
      isInRange: options.inRange.includes(verdict.runtime),
      behaviour: behaviourOf(verdict, options),
      objections: objectionsTo(verdict, options),
    };
    const key = JSON.stringify(row);
    const known = rows.get(key);
    if (known) known.runtimes.push(verdict.runtime);
    else rows.set(key, { ...row, runtimes: [verdict.runtime] });
  }
  return [...rows.values()].map(({ runtimes, ...row }) => ({ ...row, releases: describeRuntimes(runtimes) }));
}

function behaviourOf({ negotiation, side, chosen }: Verdict, { aspects, isTold }: DescribeOptions): string {
  if (negotiation.outcome === "throws") return `throws${codeOf(negotiation)}: ${negotiation.reason}`;
  if (negotiation.outcome === "cannot-connect")
    return `cannot connect to anyone${codeOf(negotiation)}: ${negotiation.reason}`;
  return aspects
    .map((aspect) => aspect.describe(negotiation, side, (option) => chosen.has(option) || isTold(option)))
    .join("; ");
}

function codeOf({ code }: Exclude<Negotiation, { outcome: "offers" }>): string {
  return code ? ` (${code})` : "";
}

const objectionVerbs = { prohibited: "prohibits", deprecated: "deprecates", missing: "misses" } as const;

function objectionsTo(
  { negotiation, side, runtime }: Verdict,
  { aspects, policy }: DescribeOptions,
): readonly string[] {
  const subjects = aspects.flatMap((aspect) => aspect.subjects);
  const violations = assess(negotiation, policy, side, runtime).filter(({ subject }) => subjects.includes(subject));
  const keyOf = ({ status, reference }: Violation) => `${status} ${reference}`;
  const alike = groupBy(violations, keyOf);
  return [...new Set(violations.map(keyOf))].map((key) => {
    const [{ status, reference }] = alike(key) as readonly [Violation, ...Violation[]];
    return `the policy ${objectionVerbs[status]} ${listed([...new Set(alike(key).map(nameOf))])} (${reference})`;
  });
}

function nameOf({ subject, value }: Violation): string {
  if (value === false) return `${subject.replaceAll("-", " ")} that is off`;
  return typeof value === "number" ? `${subject.replaceAll("-", " ")} ${value}` : String(value);
}
