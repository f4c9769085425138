import { findCipherSuite, parseCipherList } from "tls-policy";
import { isOptionName } from "../../option-names.js";
import type { FileView } from "../program/file-view.js";
import type { PropertyWrite } from "../values/layers.js";
import { namesSecureOption } from "../values/secure-option-bits.js";
import { type Alternative, alternativesOf } from "../values/static-value.js";
import { hostNameCheckOf } from "./host-name-check.js";
import { isWeakValue, unmistakableWords } from "./unmistakable-words.js";

type Fits = (program: FileView, alternative: Alternative, neighbours: readonly string[]) => boolean;

const isText =
  (fits: (text: string, neighbours: readonly string[]) => boolean): Fits =>
  (_program, alternative, neighbours) =>
    alternative.kind === "known" && typeof alternative.value === "string" && fits(alternative.value, neighbours);

const isProtocolVersion = isText((text) => /^(TLSv1(\.[0-3])?|SSLv[23])$/.test(text));

/** The values that together with their key are unmistakably Node's. */
const shapes: ReadonlyMap<string, Fits> = new Map([
  [
    "rejectUnauthorized",
    (_program: FileView, alternative: Alternative) => alternative.kind === "known" && alternative.value === false,
  ],
  ["secureProtocol", isText((text) => /^(TLS|SSL|DTLS)(v[\d_]+)?_(client_|server_)?method$/i.test(text))],
  ["minVersion", isProtocolVersion],
  ["maxVersion", isProtocolVersion],
  ["ciphers", isText((text, neighbours) => isCipherList(text, neighbours.some(isTlsName)))],
  ["dhparam", isText((text) => text.includes("-----BEGIN DH PARAMETERS-----"))],
  [
    "minDHSize",
    (_program: FileView, alternative: Alternative) =>
      alternative.kind === "known" && typeof alternative.value === "number",
  ],
  ["secureOptions", (program: FileView, { node }: Alternative) => namesSecureOption(program, node)],
  [
    "checkServerIdentity",
    (program: FileView, { kind, node }: Alternative) =>
      kind === "function" || hostNameCheckOf(program, node).outcome === "accepts-all",
  ],
]);

/** Whether key and value are unmistakably Node's, so that they are judged although their call is out of sight. */
export function isUnmistakable(write: PropertyWrite, neighbours: readonly PropertyWrite[]): boolean {
  const fits = shapes.get(write.key) ?? shapeOfWord(write.key);
  const others = neighbours.map(({ key }) => key).filter((key) => key !== write.key);
  return (
    fits !== undefined &&
    alternativesOf(write.program, write.value).some((alternative) => fits(write.program, alternative, others))
  );
}

function shapeOfWord(name: string): Fits | undefined {
  const word = Object.hasOwn(unmistakableWords, name) ? unmistakableWords[name] : undefined;
  return word && ((_program, alternative) => alternative.kind === "known" && isWeakValue(word, alternative.value));
}

/** Names that stand beside TLS options and hardly anywhere else. */
const companions = new Set([
  "key",
  "cert",
  "ca",
  "pfx",
  "passphrase",
  "servername",
  "ALPNProtocols",
  "SNICallback",
  "secureContext",
  "crl",
]);

function isTlsName(name: string): boolean {
  return isOptionName(name) || companions.has(name);
}

/** A list of words that OpenSSL knows. Without TLS options around it, it has to name a suite or a security level, and to be separated as Node's lists are. */
function isCipherList(text: string, isAmongTlsOptions: boolean): boolean {
  if (!/^[A-Z\d!+@=:;, _-]+$/i.test(text)) return false;
  const { items, errorAt } = parseCipherList(text, "3.0");
  if (errorAt !== undefined) return false;
  const namesSuite = items.some(({ words }) => words.some((word) => findCipherSuite(word.text) !== undefined));
  const isOfOpenSsl = namesSuite || text.includes("@SECLEVEL=");
  return isAmongTlsOptions ? isOfOpenSsl || items.some(({ isKnown }) => isKnown) : isOfOpenSsl && !/[,; ]/.test(text);
}
