import type { Negotiation, Offers, TlsOptionValues } from "tls-policy";
import type { AnyReport, PlaceInProgram } from "../../define-rule.js";
import { imitationAround } from "../../edits/imitations.js";
import type { Change, Mend } from "../../edits/mend.js";
import { isRenamable } from "../../edits/other-writes.js";
import { isAccepted, isReasoned } from "../../edits/reasons.js";
import { isInSetOfOptions } from "../../edits/sets-of-options.js";
import type { MendableGrade } from "../../finding.js";
import { type OptionName, optionNames } from "../../option-names.js";
import type { Settings } from "../../settings.js";
import { spend } from "../../source/program/budget.js";
import type { FileView } from "../../source/program/file-view.js";
import { isUnderGlobalAgent } from "../../source/sites/global-agent.js";
import { isOwned } from "../../source/sites/is-owned.js";
import { withoutRepeatedCalls } from "../../source/sites/repeated-calls.js";
import type { OptionValue, TlsOptions } from "../../source/sites/tls-options.js";
import { usersOf, writeAround } from "../../source/sites/users.js";
import { combinationsOf } from "./combinations.js";
import { isForOldPeer } from "./old-peers.js";
import { rememberedOn } from "./remembered.js";
import { contextOptions, hasContext } from "./secure-context.js";
import { keyOf, negotiatorOf, nodeValue, valuesFor } from "./verdicts.js";

// options of more calls than that are a library's own
const siteLimit = 64;

/** What is left of the mend of a report, judged for everybody who lives by what it changes, and the grade that it then has. */
export function judgedMend(
  { at, mend, grade = "ask" }: AnyReport<PlaceInProgram>,
  program: FileView,
  settings: Settings,
): { readonly mend?: Mend | undefined; readonly grade?: MendableGrade } {
  if (!mend || at.guard) return {};
  const changes = mend.changes ?? [];
  const beside = [
    ...("write" in at ? [at.write.node] : []),
    ...changes.flatMap(({ write, value }) => [write.node, ...(value ? [value.node] : [])]),
  ];
  if (beside.some((node) => isAccepted(program, node))) return { mend: undefined };
  const belied = grade === "fix" ? [] : changes.filter((change) => isBelied(program, change));
  if (belied.some(isRemoval)) return { mend: undefined };
  // grade `fix` has to leave every connection as it is, and no mend may end one
  if (!isRightForAll(changes, grade, program, settings)) return { mend: undefined };
  const reported = "write" in at ? at.write : writeAround(program, at.node);
  const writes = [...(reported ? [reported] : []), ...(mend.writes ?? []), ...changes.map(({ write }) => write)];
  const isPartBelied = grade !== "fix" && mend.writes?.some(({ node }) => isReasoned(program, node)) === true;
  const isSure =
    !mend.isUnsure &&
    belied.length === 0 &&
    !isPartBelied &&
    writes.every((write) => !usersOf(program, write).areUnseen) &&
    !changes.some((change) => isUnderGlobalAgent(program, change.write) || isMeant(program, change));
  return { grade: isSure ? grade : "ask" };
}

/** Whether a comment that gives the reason for what is there would not be true any more. */
function isBelied(program: FileView, { write, value }: Change): boolean {
  return isReasoned(program, write.node) || (value !== undefined && isReasoned(program, value.node));
}

/** Whether what is offered is a copy of what another program offers, one of several sets that differ on purpose, or what an old peer needs. */
function isMeant(program: FileView, { write, value }: Change): boolean {
  return (
    usersOf(program, write).sites.some(isForOldPeer) ||
    [write.node, ...(value ? [value.node] : [])].some(
      (node) => imitationAround(program, node) || isInSetOfOptions(program, node),
    )
  );
}

/** Whether nothing is left that a comment beside it could speak of. */
const isRemoval = ({ value, to }: Change): boolean => value === undefined && to === undefined;

/** The first mend that leaves everybody's connections as a grade demands. */
export function firstRight(
  mends: readonly (Mend | undefined)[],
  grade: MendableGrade,
  program: FileView,
  settings: Settings,
): Mend | undefined {
  return mends.find((mend) => mend && isRightForAll(mend.changes ?? [], grade, program, settings));
}

function isRightForAll(
  changes: readonly Change[],
  grade: MendableGrade,
  program: FileView,
  settings: Settings,
): boolean {
  const users = [...new Set(changes.map(({ write }) => usersOf(program, write)))];
  if (users.some(({ sites }) => sites.length > siteLimit)) return false;
  const sites = new Set(users.flatMap((each) => each.sites));
  return (
    sites.size <= siteLimit &&
    withoutRepeatedCalls(program, [...sites]).every((site) => isRightFor(site, changes, grade, program, settings))
  );
}

type Chosen = ReadonlyMap<OptionName, OptionValue>;

function isRightFor(
  site: TlsOptions,
  changes: readonly Change[],
  grade: MendableGrade,
  program: FileView,
  { runtimes }: Settings,
): boolean {
  const choices = choicesOf(site);
  const final = versionsThatStay(program, site);
  if (!spend(program.file, choices.length)) return false;
  // most choices hand Node the same values, from other places
  const judged = new Map<string, boolean>();
  return choices.every((chosen) => {
    if (!changes.some((change) => isTouched(chosen, change))) return true;
    const before = valuesFor(site, chosen);
    const after = changes.reduce((values, change) => valuesAfter(values, chosen, change), before);
    const isFinal = [...chosen.values()].some((value) => final.has(value));
    const key = `${keyOf(before)} ${keyOf(after)} ${isFinal}`;
    let isRight = judged.get(key);
    if (isRight === undefined)
      judged.set(
        key,
        (isRight =
          spend(program.file, runtimes.length) &&
          isRightOn(runtimes, `${site.side} ${site.scope} ${grade} ${key}`, () =>
            isRightInAll(site, before, after, grade, runtimes, isFinal),
          )),
      );
    return isRight;
  });
}

const staying = new WeakMap<TlsOptions, ReadonlySet<OptionValue>>();

/** The versions that somebody chose, or that are not ours to edit: no other edit makes up for what is lost beside them. */
function versionsThatStay(program: FileView, site: TlsOptions): ReadonlySet<OptionValue> {
  let known = staying.get(site);
  if (!known) staying.set(site, (known = findVersionsThatStay(program, site)));
  return known;
}

function findVersionsThatStay(program: FileView, site: TlsOptions): ReadonlySet<OptionValue> {
  const minVersion = site.nameOf("minVersion") ?? "minVersion";
  const versions = (["minVersion", "maxVersion", "secureProtocol"] as const).flatMap((name) => site.values(name));
  const stays = (value: OptionValue) =>
    value.guard !== undefined ||
    !isOwned(program, value.write) ||
    (value.option === "secureProtocol" && !isRenamable(program, value, minVersion));
  return new Set(versions.filter(stays));
}

const isRightOn = rememberedOn<boolean>();

function isRightInAll(
  site: TlsOptions,
  before: TlsOptionValues,
  after: TlsOptionValues,
  grade: MendableGrade,
  runtimes: Settings["runtimes"],
  isFinal: boolean,
): boolean {
  const [negotiationBefore, negotiationAfter] = [negotiatorOf(site, before), negotiatorOf(site, after)];
  return runtimes.every((runtime) => {
    const [was, is] = [negotiationBefore(runtime), negotiationAfter(runtime)];
    // what throws is not mended by ending in another way
    return was.outcome === "offers"
      ? isKept(was, is, grade, isFinal)
      : was.outcome === is.outcome || is.outcome !== "cannot-connect";
  });
}

const choices = new WeakMap<TlsOptions, readonly Chosen[]>();

/** The combinations of the values that the options may have: every mend of the file asks for them. */
function choicesOf(site: TlsOptions): readonly Chosen[] {
  let known = choices.get(site);
  if (!known) choices.set(site, (known = combinationsOf(columnsOf(site)).map(chosenIn)));
  return known;
}

function chosenIn(row: readonly (OptionValue | undefined)[]): Chosen {
  return new Map(
    row.flatMap((value) =>
      value && value.kind !== "unknown" && value.kind !== "object" ? [[value.option, value]] : [],
    ),
  );
}

/** Every value of every option, and none where a condition decides whether the option is there. */
function columnsOf(site: TlsOptions): readonly (readonly (OptionValue | undefined)[])[] {
  const unread = site.side !== "server" && hasContext(site) ? contextOptions : [];
  return optionNames
    .filter((name) => site.has(name) && !unread.includes(name))
    .map((name) => [...site.values(name), ...(site.optional.has(name) ? [undefined] : [])])
    .filter((values) => values.length > 0);
}

function isKept(was: Offers, is: Negotiation, grade: MendableGrade, isFinal: boolean): boolean {
  if (was === is) return true;
  if (grade === "fix") return JSON.stringify(was) === JSON.stringify(is);
  if (is.outcome !== "offers") return !isFinal && !was.protocolVersions.some((version) => version >= "TLSv1.2");
  const still = certificatesFor(is);
  return certificatesFor(was).every((kind) => still.includes(kind));
}

/** The kinds of certificates with which a peer that is strong itself can be spoken to. */
function certificatesFor({ protocolVersions, reachableSuites, signatureAlgorithms }: Offers): readonly string[] {
  const suites = reachableSuites["TLSv1.2"] ?? [];
  const isSigned = (by: RegExp) =>
    signatureAlgorithms.length === 0 || signatureAlgorithms.some((name) => by.test(name));
  // a server that knows TLS 1.3 goes back to 1.2 for no signature
  return certificates
    .filter(({ suite, algorithm, algorithmInTls13 }) =>
      protocolVersions.includes("TLSv1.3")
        ? isSigned(algorithmInTls13)
        : suites.some((name) => suite.test(name)) && isSigned(algorithm),
    )
    .map(({ kind }) => kind);
}

const certificates = [
  {
    kind: "RSA",
    suite: /^(?!.*(ECDSA|PSK|ADH|AECDH))/,
    algorithm: /^rsa_(?!.*(sha1|md5)$)/,
    algorithmInTls13: /^rsa_pss_/,
  },
  { kind: "ECDSA", suite: /ECDSA/, algorithm: /^ecdsa_(?!sha1)/, algorithmInTls13: /^ecdsa_(?!sha1)/ },
];

/** Whether a change makes a difference where these values are chosen. */
function isTouched(chosen: Chosen, change: Change): boolean {
  return ownOf(chosen, change) !== undefined || (change.to !== undefined && !change.value);
}

/** The chosen value that a change is about. */
function ownOf(chosen: Chosen, { write, value }: Change): OptionValue | undefined {
  for (const each of chosen.values())
    if (each.write.node === write.node && (!value || each.node === value.node)) return each;
  return;
}

/** An option that is written anew hides nothing that lies on top of it. */
function valuesAfter(before: TlsOptionValues, chosen: Chosen, change: Change): TlsOptionValues {
  const { value, to, isAddition } = change;
  const own = ownOf(chosen, change);
  const gone = isAddition ? undefined : own?.option;
  const isFree = to !== undefined && (own?.option === to.option || (!value && !chosen.has(to.option)));
  return {
    ...Object.fromEntries(Object.entries(before).filter(([name]) => name !== gone)),
    ...(isFree && { [to.option]: nodeValue(to) }),
  };
}
