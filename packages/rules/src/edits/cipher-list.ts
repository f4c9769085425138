import {
  type CipherListItem,
  type CipherSuite,
  expandCipherList,
  findCipherSuite,
  judgeCipherSuite,
  type OpenSslLine,
  parseCipherList,
  type Policy,
  printCipherList,
} from "tls-policy";
import type { Settings } from "../settings.js";

/** What becomes of a weak cipher list. */
export interface NarrowedList {
  /** The items that go. */
  readonly dropped: readonly string[];
  /** What comes in the place of one of them. */
  readonly added: readonly string[];
  readonly place: string | undefined;
  /** True where every item that goes selects nothing but weak suites. */
  readonly isOfWeakItems: boolean;
  /** The whole list afterwards; undefined where nothing would be left that TLS 1.2 can negotiate. */
  readonly text: string | undefined;
}

/** Keywords that select what RFC 9325 recommends for TLS 1.2, for certificates of both kinds, and nothing else. */
export const recommended: readonly string[] = ["ECDHE+AESGCM", "ECDHE+CHACHA20"];

/**
 * A cipher list without what selects weak suites. A keyword that selects others too makes room for recommended ones; so does the last
 * suite for a kind of certificate. Undefined for a list by keywords where the policy accepts other suites than the recommended ones.
 */
export function narrowCipherList(
  list: string,
  { policy, runtimes }: Pick<Settings, "policy"> & { readonly runtimes: readonly { readonly openssl: OpenSslLine }[] },
): NarrowedList | undefined {
  const lines = [...new Set(runtimes.map(({ openssl }) => openssl))];
  const { items } = parseCipherList(list, lines[0]!);
  const offered = items.filter((item) => isAddition(item) && lines.some((line) => isWeak(item, line, policy)));
  // beside those, what no release in range has any more would stay behind as if it were good
  const gone =
    offered.length > 0
      ? items.filter((item) => isAddition(item) && (isNamedWeak(item, policy) || isOfBrokenKind(item, lines)))
      : [];
  const weak = items.filter((item) => offered.includes(item) || gone.includes(item));
  const mixed = offered.find((item) => lines.some((line) => !isAllWeak(item, line, policy)));
  if (mixed && (policy.cipherSuites.isExhaustive || policy.ciphers === undefined)) return;
  const kept = items.filter((item) => !weak.includes(item));
  const stays = (item: CipherListItem) => isAddition(item) && isOfferedForTls12(item, lines);
  const dropped = [...new Set(weak.map((item) => item.text))];
  if (!mixed && !kept.some(stays))
    return { dropped, added: [], place: undefined, isOfWeakItems: true, text: undefined };
  const added = mixed ? recommended : counterparts(weak, kept, lines, policy);
  const place = mixed ?? weak[0];
  const text = printCipherList(
    items.flatMap((item) =>
      item === place ? added.map((name) => ({ text: name })) : weak.includes(item) ? [] : [item],
    ),
  );
  return { dropped, added, place: place?.text, isOfWeakItems: !mixed, text };
}

function isAddition({ operator }: CipherListItem): boolean {
  return operator === "";
}

function suitesOf({ text }: Pick<CipherListItem, "text">, line: OpenSslLine): readonly CipherSuite[] {
  const expansion = expandCipherList(text, line);
  return expansion.error === undefined ? expansion.suites : [];
}

function isWeakSuite({ ianaName }: CipherSuite, policy: Policy): boolean {
  const { status } = judgeCipherSuite(policy, ianaName);
  return status === "prohibited" || status === "deprecated";
}

function isNamedWeak({ text }: CipherListItem, policy: Policy): boolean {
  const suite = findCipherSuite(text);
  return suite !== undefined && isWeakSuite(suite, policy);
}

/** `RC4`, of which no release in range has a suite. */
function isOfBrokenKind(item: CipherListItem, lines: readonly OpenSslLine[]): boolean {
  return (
    item.words.some(({ text }) => brokenKinds.test(text)) && lines.every((line) => suitesOf(item, line).length === 0)
  );
}

const brokenKinds = /^(RC[24]|3?DES|MD5|IDEA|SEED|LOW|MEDIUM|EXP(ORT\d*)?|[ae]?NULL|ADH|AECDH|SSLv[23])$/;

function isWeak(item: CipherListItem, line: OpenSslLine, policy: Policy): boolean {
  return suitesOf(item, line).some((suite) => isWeakSuite(suite, policy));
}

function isAllWeak(item: CipherListItem, line: OpenSslLine, policy: Policy): boolean {
  return suitesOf(item, line).every((suite) => isWeakSuite(suite, policy));
}

function isOfferedForTls12({ text }: Pick<CipherListItem, "text">, lines: readonly OpenSslLine[]): boolean {
  return !text.startsWith("TLS_") && lines.every((line) => suitesOf({ text }, line).length > 0);
}

const certificates = ["RSA", "ECDSA"] as const;

/** Of the kinds of certificates that only dropped items served, the accepted suites that encrypt as those did, or all where there is none. */
function counterparts(
  dropped: readonly CipherListItem[],
  kept: readonly CipherListItem[],
  lines: readonly OpenSslLine[],
  { cipherSuites }: Policy,
): readonly string[] {
  const suitesFor = (items: readonly CipherListItem[], kind: string) =>
    items
      .filter(isAddition)
      .flatMap((item) => lines.flatMap((line) => suitesOf(item, line)))
      .filter(({ authentication }) => authentication === kind);
  return certificates.flatMap((kind) => {
    const lost = suitesFor(dropped, kind);
    if (lost.length === 0 || suitesFor(kept, kind).length > 0) return [];
    const accepted = cipherSuites.accepted.filter(
      (name) => findCipherSuite(name)?.authentication === kind && isOfferedForTls12({ text: name }, lines),
    );
    const alike = accepted.filter((name) =>
      lost.some(({ encryption }) => encryption === findCipherSuite(name)!.encryption),
    );
    return alike.length > 0 ? alike : accepted;
  });
}

/** A list whose TLS 1.2 suites have IANA names, which Node takes for TLS 1.3 suites, with OpenSSL's names; undefined when it has none. */
export function withOpensslNames(list: string): string | undefined {
  const respelled = list.split(":").map(opensslNameOf).join(":");
  return respelled === list ? undefined : respelled;
}

function opensslNameOf(name: string): string {
  const suite = findCipherSuite(name);
  return suite?.ianaName === name && suite.opensslName !== undefined ? suite.opensslName : name;
}

/** A cipher list without its `@SECLEVEL` commands. */
export function withoutSecurityLevel(list: string): string {
  return list.replaceAll(/[:,; ]?@SECLEVEL=\d/g, "").replace(/^[:,; ]+/, "");
}
