import {
  expandCipherList,
  findCipherSuite,
  findGroup,
  findSignatureAlgorithm,
  judgeCipherSuite,
  judgeGroup,
  type Judgement,
  judgeSignatureAlgorithm,
  type LibsslCall,
  onSomeLibssl,
  parseCipherList,
  type Policy,
} from "tls-policy";
import type { OpenSslCall } from "../../c/openssl-call.js";
import type { CValue } from "../../c/values.js";
import type { SettingReport } from "../../define-rule.js";
import { narrowCipherList, withoutSecurityLevel } from "../../edits/cipher-list.js";
import type { Mend } from "../../edits/mend.js";
import type { Edit, Level } from "../../finding.js";
import type { Settings } from "../../settings.js";
import type { SourceText } from "../../source-text.js";
import { attacksAmong, suiteAttacks } from "../shared/attacks.js";
import { cited } from "../shared/citation.js";
import { namesIn, withoutNames } from "../shared/name-lists.js";
import { enumerate, levelOf, type Offence, type RuntimeViolation, worstOffence } from "../shared/violations.js";
import { type CallVerdict, onSome, releasesFor, verdictsOn, violationsOf } from "./verdicts.js";

/** What the rules say of lists in C. */
export const suiteMessages = {
  callOffers:
    "`{{call}}` offers {{suites}}{{where}}, which {{reference}} {{verdict}}. Offer suites with forward secrecy and authenticated encryption only.",
  callOffersAndNames:
    "`{{call}}` offers {{suites}}{{where}}, which {{reference}} {{verdict}}, and names {{inert}}, which {{inertReference}} {{inertVerdict}}; OpenSSL from 1.1.0 on offers it only where it is built with `enable-weak-ssl-ciphers`. Offer suites with forward secrecy and authenticated encryption only.",
  callNames:
    "`{{call}}` names {{suites}}, which {{reference}} {{verdict}}; OpenSSL from 1.1.0 on offers it only where it is built with `enable-weak-ssl-ciphers`. Take it out.",
} as const;

export const groupMessages = {
  callOffersGroup:
    "`{{call}}` offers {{groups}}{{where}}, which {{reference}} {{verdict}}. Leave the choice to OpenSSL, or name X25519, P-256 and P-384.",
} as const;

export const signatureMessages = {
  callOffersSignature:
    "`{{call}}` offers {{algorithms}}{{where}}, which {{reference}} {{verdict}}. Leave the choice to OpenSSL, or name algorithms with SHA-256 and more.",
} as const;

export const levelMessages = {
  callLowers:
    "`{{code}}` lowers OpenSSL's security level to {{level}}, which allows keys, signatures and versions that {{reference}} rules out. {{remedy}}",
} as const;

export const failingListMessages = {
  callSelectsNothing:
    "`{{code}}` returns 0{{where}}, because nothing in the list is known there. A program that does not look is left without suites for TLS 1.2. Name what is there.",
  callNamesUnknown:
    "`{{code}}` returns 0{{where}}, because a name in the list is unknown there; the context keeps what it had. Look at what it returns, or ask for the release.",
} as const;

const verdictOf = (status: Offence["status"]) => (status === "prohibited" ? "prohibits" : "deprecates");

const isWeak = ({ status }: { readonly status: string }) => status === "prohibited" || status === "deprecated";

const levelFor = (status: Offence["status"], { guard }: CValue): Level =>
  guard === undefined ? levelOf(status) : "warning";

/** The list of a call, where the code tells it; by each value. */
function listsOf(call: OpenSslCall, subject: OpenSslCall["subject"], settings: Settings) {
  if (call.subject !== subject || releasesFor(call, settings).length === 0) return [];
  return call.values.flatMap((value) =>
    value.string ? [{ value, string: value.string, list: value.string.text }] : [],
  );
}

/** The ranges of the file that characters of a text come from, in one piece each. */
function rangesOf(string: SourceText, from: number, to: number): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (let index = from; index < to; index++) {
    const [start, end] = string.rangeOf(index, index + 1);
    const last = ranges.at(-1);
    if (last?.[1] === start) last[1] = end;
    else ranges.push([start, end]);
  }
  return ranges;
}

/** Takes items out of a list where they stand, each with a separator, and puts others in the place of one. */
function itemEdits(
  string: SourceText,
  items: readonly { readonly text: string; readonly start: number; readonly end: number }[],
  dropped: ReadonlySet<string>,
  place: string | undefined,
  added: readonly string[],
): readonly Edit[] {
  const replaced = added.length > 0 ? items.findIndex(({ text }) => text === place) : -1;
  const goes = (index: number) => index !== replaced && dropped.has(items[index]!.text);
  const lastKept = items.findLastIndex((_, index) => !goes(index));
  return items.flatMap(({ start, end }, index): readonly Edit[] => {
    if (index === replaced) {
      const [first, ...rest] = rangesOf(string, start, end);
      return first ? [{ range: first, text: added.join(":") }, ...rest.map((range) => ({ range, text: "" }))] : [];
    }
    if (!goes(index)) return [];
    const cut =
      index < lastKept
        ? rangesOf(string, start, items[index + 1]!.start)
        : rangesOf(string, items[index - 1]?.end ?? start, end);
    return cut.map((range) => ({ range, text: "" }));
  });
}

/** Takes whole strings out of several side by side, with the blanks before them, where edits would leave nothing between their quotes. */
function withoutEmptyPieces({ node }: CValue, edits: readonly Edit[]): readonly Edit[] {
  const pieces = node.type === "concatenated_string" ? node.children : [];
  if (pieces.some(({ type }) => type !== "string_literal")) return edits;
  const removed = pieces.filter((piece) => {
    const own = edits.filter((edit) => isWithin(edit, piece.range) && edit.text === "");
    const length = own.reduce((sum, { range: [start, end] }) => sum + end - start, 0);
    return length > 0 && length === piece.range[1] - piece.range[0] - 2;
  });
  if (removed.length === pieces.length) return edits;
  const rest = edits.filter((edit) => !removed.some((piece) => isWithin(edit, piece.range)));
  const cuts = removed.map((piece): Edit => {
    const index = pieces.indexOf(piece);
    const range =
      index > 0
        ? ([pieces[index - 1]!.range[1], piece.range[1]] as const)
        : ([piece.range[0], pieces[1]!.range[0]] as const);
    return { range, text: "" };
  });
  return [...rest, ...cuts].sort((a, b) => a.range[0] - b.range[0]);
}

const isWithin = ({ range: [from, to] }: Edit, [start, end]: readonly [number, number]) => start <= from && to <= end;

/** A context of TLS 1.0 has no suites of today: its list waits for its method. */
const hasOldMethod = ({ context: { method } }: OpenSslCall) =>
  method?.version !== undefined && method.version !== "TLSv1.2";

const mayEdit = (call: OpenSslCall, value: CValue) =>
  call.isEditable && value.isOwn && value.guard === undefined && !hasOldMethod(call);

const plainList = /^[\w+!@=:.,;*?/ -]*$/;

/** Puts another list between the quotes of one that stands there in one piece. */
function replacedList(call: OpenSslCall, { string, ...value }: CValue, list: string, remedy: string): Mend | undefined {
  if (!mayEdit(call, { string, ...value }) || !string?.isVerbatim || !plainList.test(list)) return undefined;
  return { edits: [{ range: string.rangeOf(), text: list }], remedy };
}

/** Keywords for suites that some line or build has and no document allows (RFC 9325, section 4.1). */
const weakKeywords: ReadonlySet<string> = new Set(
  "RC4 RC2 DES 3DES IDEA SEED EXP EXPORT EXPORT40 EXPORT56 LOW MD5 ADH AECDH aNULL eNULL NULL COMPLEMENTOFALL SSLv2".split(
    " ",
  ),
);

function judgeItem(text: string, policy: Policy): Judgement | undefined {
  if (findCipherSuite(text)) return judgeCipherSuite(policy, text);
  return weakKeywords.has(text) ? { status: "prohibited", reference: "RFC 9325, section 4.1" } : undefined;
}

/** What the list names, suites one by one or by a weak keyword, and the policy is against, whether a release in range has it or not. */
function weakNames(list: string, policy: Policy): readonly string[] {
  const { items } = parseCipherList(list, "1.1.1");
  return items
    .filter(({ operator, text }) => operator === "" && isWeak(judgeItem(text, policy) ?? { status: "unknown" }))
    .map(({ text }) => text);
}

/** A cipher list without what the policy is against, in the shape in which it is written. */
function narrowed(call: OpenSslCall, value: CValue, list: string, settings: Settings): Mend | undefined {
  if (!mayEdit(call, value)) return undefined;
  const runtimes = releasesFor(call, settings).map(({ likeNode }) => likeNode);
  const { policy } = settings;
  const named = weakNames(list, policy);
  const narrow =
    isBeyondDefault(call, list, settings) || named.length > 0
      ? narrowCipherList(list, { ...settings, runtimes })
      : undefined;
  const isByKeyword = narrow !== undefined && !narrow.isOfWeakItems && !isBeyondDefault(call, list, settings);
  const dropped = new Set([...(narrow && !isByKeyword ? narrow.dropped : []), ...named]);
  const { items } = parseCipherList(list, "1.1.1");
  const kept = items.filter(({ operator, text }) => operator === "" && !dropped.has(text) && text !== "");
  const added = narrow && !isByKeyword ? narrow.added : [];
  if (kept.length === 0 && added.length === 0) {
    const accepted = policy.cipherSuites.accepted.filter((name) => !name.startsWith("TLS_")).join(":");
    return accepted === "" ? undefined : replacedList(call, value, accepted, "Offer the policy's cipher suites.");
  }
  const edits = withoutEmptyPieces(value, itemEdits(value.string!, items, dropped, narrow?.place, added));
  const what = [...dropped];
  const remedy =
    added.length > 0
      ? "Put recommended suites in the place of weak ones."
      : `Take ${what.length > 2 ? `${what.length} weak items` : what.join(" and ")} out.`;
  return edits.length > 0 ? { edits, remedy } : undefined;
}

const cipherCall = (to: string): LibsslCall => ({ set: "cipher-list", to });

function suiteViolations(call: OpenSslCall, made: LibsslCall | undefined, settings: Settings) {
  return violationsOf(verdictsOn(call, made, settings), settings, "cipher-suite", "ciphersuite");
}

function isBeyondDefault(call: OpenSslCall, list: string, settings: Settings): boolean {
  const silent = new Set(suiteViolations(call, undefined, settings).map(({ value }) => value));
  return suiteViolations(call, cipherCall(list), settings).some(({ value }) => !silent.has(value));
}

/** Cipher lists that offer, or name, what the policy is against. */
export function judgeSuites(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof suiteMessages, "upgrade">[] {
  return [
    ...listsOf(call, "cipher-list", settings).flatMap(({ value, list }) =>
      judgeCipherList(call, value, list, settings),
    ),
    ...listsOf(call, "ciphersuites", settings).flatMap(({ value, list }) =>
      judgeCiphersuites(call, value, list, settings),
    ),
  ];
}

function judgeCipherList(
  call: OpenSslCall,
  value: CValue,
  list: string,
  settings: Settings,
): readonly SettingReport<typeof suiteMessages, "upgrade">[] {
  const violations = suiteViolations(call, cipherCall(list), settings);
  const silent = new Set(suiteViolations(call, undefined, settings).map((violation) => violation.value));
  const beyond = worstOffence(violations.filter((violation) => !silent.has(violation.value)));
  const names = weakNames(list, settings.policy);
  const offered = worstOffence(violations.filter(({ value: name }) => names.includes(String(name))));
  const offence = beyond ?? offered;
  const mend = narrowed(call, value, list, settings);
  const common = { at: value.node, grade: "upgrade", mend } as const;
  const inert = judgeInert(names, violations, settings);
  if (!offence)
    return inert ? [{ ...common, messageId: "callNames", data: nameData(call, inert), level: "warning" }] : [];
  const where = onSome(
    violations.filter((violation) => offence.names.includes(String(violation.value))),
    settings,
  );
  const data = { ...nameData(call, offence), where };
  const level = beyond ? levelFor(offence.status, value) : "warning";
  const attacks = attacksAmong(suiteAttacks, verdictsOn(call, cipherCall(list), settings));
  if (!inert) return [{ ...common, messageId: "callOffers", data, level, attacks }];
  const { suites, reference, verdict } = nameData(call, inert);
  const both = { ...data, inert: suites, inertReference: reference, inertVerdict: verdict };
  return [{ ...common, messageId: "callOffersAndNames", data: both, level, attacks }];
}

const nameData = ({ name }: OpenSslCall, { status, reference, names }: Offence) => ({
  call: name,
  suites: enumerate(names),
  reference: cited(reference),
  verdict: verdictOf(status),
});

/** What is named and no release in range offers. */
function judgeInert(
  names: readonly string[],
  violations: readonly Pick<RuntimeViolation, "value">[],
  { policy, runtimes }: Settings,
): Offence | undefined {
  const offered = new Set(violations.map(({ value }) => String(value)));
  const runtime = runtimes[0]!;
  return worstOffence(
    names
      .filter((name) => !offered.has(name) && !selectsOffered(name, offered))
      .map((name) => ({ value: name, runtime, ...judgeItem(name, policy)! })),
  );
}

/** Whether a keyword stands for suites that are spoken of already. */
function selectsOffered(keyword: string, offered: ReadonlySet<string>): boolean {
  const expansion = expandCipherList(keyword, "1.1.1");
  return expansion.error === undefined && expansion.suites.some(({ opensslName }) => offered.has(opensslName ?? ""));
}

function judgeCiphersuites(
  call: OpenSslCall,
  value: CValue,
  list: string,
  settings: Settings,
): readonly SettingReport<typeof suiteMessages, "upgrade">[] {
  const violations = suiteViolations(call, { set: "ciphersuites", to: list }, settings);
  const named = new Set(namesIn(list).map((name) => findCipherSuite(name)?.ianaName));
  const offence = worstOffence(
    violations.filter(({ value: name }) => named.has(findCipherSuite(String(name))?.ianaName)),
  );
  if (!offence) return [];
  const kept = withoutNames(list, (name) => isWeak(judgeCipherSuite(settings.policy, name)));
  const data = {
    call: call.name,
    suites: enumerate(offence.names),
    where: "",
    reference: cited(offence.reference),
    verdict: verdictOf(offence.status),
  };
  const mend = kept === "" ? undefined : replacedList(call, value, kept, "Leave the weak suites out.");
  return [
    { at: value.node, messageId: "callOffers", data, level: levelFor(offence.status, value), grade: "upgrade", mend },
  ];
}

/** Groups that the policy is against. */
export function judgeGroups(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof groupMessages, "upgrade">[] {
  return listsOf(call, "groups", settings).flatMap(
    ({ value, list }): readonly SettingReport<typeof groupMessages, "upgrade">[] => {
      const violations = violationsOf(verdictsOn(call, { set: "groups", to: list }, settings), settings, "group");
      const named = namesIn(list).map((name) => findGroup(name, "3.5")?.name);
      const own = violations.filter((violation) => named.includes(String(violation.value)));
      const offence = worstOffence(own);
      if (!offence) return [];
      const kept = withoutNames(
        list,
        (name) => findGroup(name, "3.5") !== undefined && isWeak(judgeGroup(settings.policy, name)),
      );
      const data = {
        call: call.name,
        groups: offence.names.join(", "),
        where: onSome(own, settings),
        reference: cited(offence.reference),
        verdict: verdictOf(offence.status),
      };
      const mend = kept === "" ? undefined : replacedList(call, value, kept, "Leave the weak groups out.");
      return [
        {
          at: value.node,
          messageId: "callOffersGroup",
          data,
          level: levelFor(offence.status, value),
          grade: "upgrade",
          mend,
        },
      ];
    },
  );
}

/** Signature algorithms that the policy is against. */
export function judgeSignatures(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof signatureMessages, "upgrade">[] {
  return listsOf(call, "signature-algorithms", settings).flatMap(
    ({ value, list }): readonly SettingReport<typeof signatureMessages, "upgrade">[] => {
      const verdicts = verdictsOn(call, { set: "signature-algorithms", to: list }, settings);
      const violations = violationsOf(verdicts, settings, "signature-algorithm");
      const named = namesIn(list).map((name) => findSignatureAlgorithm(name, "3.5")?.name);
      const own = violations.filter((violation) => named.includes(String(violation.value)));
      const offence = worstOffence(own);
      if (!offence) return [];
      const kept = withoutNames(
        list,
        (name) =>
          findSignatureAlgorithm(name, "3.5") !== undefined && isWeak(judgeSignatureAlgorithm(settings.policy, name)),
      );
      const data = {
        call: call.name,
        algorithms: offence.names.join(", "),
        where: onSome(own, settings),
        reference: cited(offence.reference),
        verdict: verdictOf(offence.status),
      };
      const mend = kept === "" ? undefined : replacedList(call, value, kept, "Leave the weak algorithms out.");
      return [
        {
          at: value.node,
          messageId: "callOffersSignature",
          data,
          level: levelFor(offence.status, value),
          grade: "upgrade",
          mend,
        },
      ];
    },
  );
}

const levelCommand = /@SECLEVEL=(\d)(?!.*@SECLEVEL)/s;

/** Levels below the policy's, as a number or in a list. */
export function judgeLevel(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof levelMessages, "upgrade">[] {
  const { value: least, reference } = settings.policy.minSecurityLevel;
  const reportOf = (value: CValue, level: number, remedy: string, mend: Mend | undefined) => ({
    at: value.node,
    messageId: "callLowers" as const,
    data: { code: call.code, level: String(level), reference: cited(reference), remedy },
    level: level <= 0 && value.guard === undefined ? ("error" as const) : ("warning" as const),
    grade: "upgrade" as const,
    mend,
  });
  const fromLists = listsOf(call, "cipher-list", settings).flatMap(({ value, list }) => {
    const level = Number(levelCommand.exec(list)?.[1] ?? Number.POSITIVE_INFINITY);
    if (level >= least) return [];
    const rest = withoutSecurityLevel(list);
    const mend = rest === "" ? undefined : replacedList(call, value, rest, "Leave the security level to OpenSSL.");
    return [reportOf(value, level, `Remove \`@SECLEVEL=${level}\`.`, mend)];
  });
  if (call.subject !== "security-level" || releasesFor(call, settings).length === 0) return fromLists;
  return call.values.flatMap((value) => {
    if (value.number === undefined || value.number >= least) return [];
    const mend = mayEdit(call, value)
      ? { edits: [{ range: value.node.range, text: String(least) }], remedy: `Raise it to ${least}.` }
      : undefined;
    return [reportOf(value, value.number, `Raise it to ${least}.`, mend)];
  });
}

const failing: readonly Extract<LibsslCall, { readonly to: string }>["set"][] = [
  "cipher-list",
  "ciphersuites",
  "groups",
  "signature-algorithms",
];

/** Those that fail with one name that is not known. */
const isPicky: ReadonlySet<string> = new Set(["groups", "signature-algorithms"]);

/** Lists of which nothing is known: the call returns 0, which many programs do not look at. */
export function judgeFailing(
  call: OpenSslCall,
  settings: Settings,
): readonly SettingReport<typeof failingListMessages, never>[] {
  const releases = releasesFor(call, settings);
  return failing.flatMap((set) =>
    listsOf(call, set, settings).flatMap(
      ({ value, list }): readonly SettingReport<typeof failingListMessages, never>[] => {
        const verdicts = verdictsOn(call, { set, to: list }, settings);
        // for the lists of 1.0.2 another release stands in
        const isMeasured = ({ libssl }: CallVerdict) => libssl.traits.has("hasVersionBounds");
        const failed = verdicts
          .filter((verdict) => isMeasured(verdict) && verdict.outcomes[0] === "fails")
          .map(({ libssl }) => libssl);
        if (failed.length === 0) return [];
        const isEverywhere = failed.length === releases.length;
        const data = { code: call.code, where: onSomeLibssl(failed, settings.libssl) };
        return [
          {
            at: value.node,
            messageId: isPicky.has(set) ? "callNamesUnknown" : "callSelectsNothing",
            data,
            level: isEverywhere ? "warning" : "note",
          },
        ];
      },
    ),
  );
}
