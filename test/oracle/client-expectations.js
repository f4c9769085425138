import { compareProtocolVersions } from "tls-policy";
import { canSign, CERTIFICATES } from "./certificate-fit.js";
import {
  algorithmCode,
  groupCode,
  groupNamed,
  isGroupInVersion,
  suiteCode,
  suiteOfCode,
  versionName,
} from "./code-points.js";
import { difference, equal } from "./difference.js";
import { KINDS, peerDhBits, peerGroups, suitesOf } from "./reference-servers.js";

const SIGNALLING = new Set([0x00ff, 0x5600]);

function compareOutcome(verdict, observed) {
  const seen = observed.throws ? "throws" : observed.error ? "cannot-connect" : observed.hello ? "hello" : "nothing";
  const hasNoCode = verdict.outcome === "cannot-connect" && verdict.code === undefined;
  // Before Node 12 errors of OpenSSL had no code, so that the verdict does not tell whether the ClientHello or the handshake fails.
  if (hasNoCode && observed.error && !verdict.runtime.traits.has("hasNativeErrorCodes")) return [];
  const isHello = verdict.outcome === "offers" || hasNoCode;
  const expected = isHello ? "hello" : verdict.outcome;
  if (seen !== expected) return [difference("outcome", `${expected} ${verdict.code ?? ""}`, observed)];
  const code = (observed.throws ?? observed.error)?.code ?? undefined;
  return isHello || code === verdict.code ? [] : [difference("error code", verdict.code, observed)];
}

/** Versions between the oldest reachable and the newest requested may stand in a ClientHello though no handshake reaches them. */
function compareVersions(verdict, hello) {
  const offered = (hello.versions ?? [hello.legacyVersion]).map(versionName);
  const known = [...verdict.protocolVersions, ...verdict.latentProtocolVersions];
  const isMissing = (version) =>
    !offered.includes(version) && (hello.versions !== null || compareProtocolVersions(version, offered[0]) > 0);
  const wrong = [
    ...offered.filter((version) => !known.includes(version)),
    ...verdict.protocolVersions.filter(isMissing),
  ];
  return wrong.length > 0 ? [difference("versions", verdict.protocolVersions, offered)] : [];
}

const isTls13 = (code) => suiteOfCode(code)?.minVersion === "TLSv1.3";

/** Compares a client's verdict with its ClientHello or error. */
export function compareHello(verdict, observed) {
  const differences = compareOutcome(verdict, observed);
  if (differences.length > 0 || verdict.outcome !== "offers") return differences;
  const { hello } = observed;
  const suites = [...new Set(hello.suites)].filter((code) => !SIGNALLING.has(code));
  const pairs = [
    ["TLS 1.3 suites", verdict.ciphersuites.map(suiteCode), suites.filter(isTls13)],
    ["suites", verdict.cipherSuites.map(suiteCode), suites.filter((code) => !isTls13(code))],
    ["groups", verdict.groups.map(groupCode), hello.groups ?? []],
    ["signature algorithms", verdict.signatureAlgorithms.map(algorithmCode), hello.signatureAlgorithms ?? []],
  ];
  return [
    ...compareVersions(verdict, hello),
    ...pairs.filter(([, expected, seen]) => !equal(expected, seen)).map((pair) => difference(...pair)),
  ];
}

function sharesGroup(verdict, { kind, version }) {
  const { keyExchange, certificate } = KINDS[kind];
  if (keyExchange !== "ECDHE" && keyExchange !== "any") return true;
  const offered = verdict.groups.map(groupNamed);
  const certificateGroup = version === "TLSv1.3" ? undefined : CERTIFICATES[certificate]?.group;
  const fitsCertificate = certificateGroup === undefined || verdict.groups.includes(certificateGroup);
  return fitsCertificate && offered.some((group) => peerGroups.includes(group) && isGroupInVersion(group, version));
}

/** Whether `negotiate` says that this client connects to this peer. */
export function isConnectionExpected(verdict, peer, { isTrusted, hasRightName }) {
  if (verdict.outcome !== "offers") return false;
  const suites = suitesOf(peer);
  const canNegotiate =
    (verdict.reachableSuites[peer.version] ?? []).some((name) => suites.includes(name)) &&
    canSign(verdict, KINDS[peer.kind].certificate, peer.version) &&
    sharesGroup(verdict, peer) &&
    (KINDS[peer.kind].keyExchange !== "DHE" || verdict.minDHSize <= peerDhBits);
  return canNegotiate && (!verdict.verifiesPeer || isTrusted) && (!verdict.verifiesHostName || hasRightName);
}

/** RSA keys of the peers do not pass level 4, so that only ECDSA peers tell anything there. */
export function isTelling(verdict, peer) {
  return verdict.outcome !== "offers" || verdict.securityLevel < 4 || KINDS[peer.kind].certificate !== "RSA";
}

export function compareConnection(verdict, peer, trust, observed) {
  const isExpected = isConnectionExpected(verdict, peer, trust);
  const isConnected = observed.connected !== undefined;
  if (isExpected !== isConnected)
    return [difference(`connection to ${peer.kind} ${peer.version} ${JSON.stringify(trust)}`, isExpected, observed)];
  if (!isConnected) return [];
  const { version, suite } = observed.connected;
  const isReached = version === peer.version && verdict.reachableSuites[version].includes(suite);
  return isReached ? [] : [difference("connected with", verdict.reachableSuites, observed)];
}
