import {
  type CipherListItem,
  expandCipherList,
  findCipherSuite,
  type OpenSslLine,
  parseCipherList,
  printCipherList,
} from "tls-policy";
import type { Settings } from "../settings.js";
import type { OptionValue } from "../source/sites/tls-options.js";
import type { Mend, Mender } from "./mend.js";

/**
 * The cipher list that a weak one should become: the same list without its weak suites where it names suites one by one,
 * the policy's own list where it selects them by keyword, because what is left of a keyword list is nobody's choice.
 * Undefined where the policy needs no list.
 */
export function strengthenCipherList(list: string, { policy, runtimes }: Settings): string | undefined {
  const lines = [...new Set(runtimes.map(({ openssl }) => openssl))];
  const items = lines.flatMap((line) => parseCipherList(list, line).items).filter(isAddition);
  const dropped = items.filter((item) => lines.some((line) => isWeak(item, line)));
  if (!dropped.every(isSuiteName)) return policy.ciphers;
  const weak = new Set(dropped.map(({ text }) => text));
  const kept = parseCipherList(list, lines[0]!).items.filter(({ text }) => !weak.has(text));
  return kept.some((item) => isAddition(item) && isOfferedForTls12(item, lines))
    ? printCipherList(kept)
    : policy.ciphers;
}

function isAddition({ operator }: CipherListItem): boolean {
  return operator === "";
}

function isSuiteName({ words }: CipherListItem): boolean {
  return words.length === 1 && findCipherSuite(words[0]!.text) !== undefined;
}

function isWeak({ text }: CipherListItem, line: OpenSslLine): boolean {
  const expansion = expandCipherList(text, line);
  return (
    expansion.error === undefined &&
    expansion.suites.some(({ status }) => status === "prohibited" || status === "deprecated")
  );
}

function isOfferedForTls12({ text }: CipherListItem, lines: readonly OpenSslLine[]): boolean {
  return !text.startsWith("TLS_") && lines.every((line) => expandCipherList(text, line).error === undefined);
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

/** Gives `ciphers` another list, or takes the option out where there is none to give. */
export function replaceCipherList(value: OptionValue, list: string | undefined, mend: Mender): Mend | undefined {
  return list === undefined || list === "" ? mend.removeOption(value) : mend.replaceValue(value, list);
}

/** A cipher list without its `@SECLEVEL` commands. */
export function withoutSecurityLevel(list: string): string {
  return list.replaceAll(/[:,; ]?@SECLEVEL=\d/g, "").replace(/^[:,; ]+/, "");
}
