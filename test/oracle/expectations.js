import { createRequire } from "node:module";
import { CIPHER_SUITES, compareProtocolVersions, findCipherSuite, GROUPS, PROTOCOL_VERSIONS, SIGNATURE_ALGORITHMS } from "tls-policy";
import { KINDS, peerDhBits, peerGroups, suitesOf } from "./reference-servers.js";

const { writeClientHello } = createRequire(import.meta.url)("./client-hello.cjs");

const groupByName = new Map(GROUPS.map((group) => [group.name, group]));
const groupCode = (name) => groupByName.get(name).codePoint;
const algorithmCode = new Map(SIGNATURE_ALGORITHMS.map(({ name, codePoint }) => [name, codePoint]));
const versionCode = new Map(PROTOCOL_VERSIONS.map(({ name, codePoint }) => [name, codePoint]));
const versionName = new Map(PROTOCOL_VERSIONS.map(({ name, codePoint }) => [codePoint, name]));
const suiteCode = (name) => findCipherSuite(name).codePoint;
const byCode = new Map(CIPHER_SUITES.map((suite) => [suite.codePoint, suite]));

const SIGNALLING = new Set([0x00ff, 0x5600]);

const equal = (left, right) => JSON.stringify(left) === JSON.stringify(right);

/** A difference between the verdict and what happened; `what` names it. */
const difference = (what, expected, observed) => ({ what, expected, observed });

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
  const offered = (hello.versions ?? [hello.legacyVersion]).map((code) => versionName.get(code) ?? code);
  const known = [...verdict.protocolVersions, ...verdict.latentProtocolVersions];
  const isMissing = (version) => !offered.includes(version) && (hello.versions !== null || compareProtocolVersions(version, offered[0]) > 0);
  const wrong = [...offered.filter((version) => !known.includes(version)), ...verdict.protocolVersions.filter(isMissing)];
  return wrong.length > 0 ? [difference("versions", verdict.protocolVersions, offered)] : [];
}

/** Compares a client's verdict with its ClientHello or error. */
export function compareHello(verdict, observed) {
  const differences = compareOutcome(verdict, observed);
  if (differences.length > 0 || verdict.outcome !== "offers") return differences;
  const { hello } = observed;
  const suites = [...new Set(hello.suites)].filter((code) => !SIGNALLING.has(code));
  const expectedSuites = [...new Set([...verdict.ciphersuites, ...verdict.cipherSuites].map(suiteCode))];
  const expectedGroups = verdict.groups.map(groupCode);
  const expectedAlgorithms = hello.signatureAlgorithms === null ? [] : verdict.signatureAlgorithms.map((name) => algorithmCode.get(name));
  const pairs = [
    ["suites", [...expectedSuites].sort((a, b) => a - b), [...suites].sort((a, b) => a - b)],
    ["suite order", withoutTls13(expectedSuites), withoutTls13(suites)],
    ["groups", expectedGroups, hello.groups ?? []],
    ["signature algorithms", expectedAlgorithms, hello.signatureAlgorithms ?? []],
  ];
  return [...compareVersions(verdict, hello), ...pairs.filter(([, expected, seen]) => !equal(expected, seen)).map((pair) => difference(...pair))];
}

const withoutTls13 = (codes) => codes.filter((code) => byCode.get(code)?.minVersion !== "TLSv1.3");

const ANY_ECDSA = /^ecdsa_(?:secp|sha)/;

/** Our certificates: the suites they serve, the group a TLS 1.2 peer must know, and what their keys sign with (RSA keys no `rsa_pss_pss`). */
const CERTIFICATES = {
  RSA: { authentication: "RSA", signs: { "TLSv1.2": /^rsa_(?:pkcs1|pss_rsae)_/, "TLSv1.3": /^rsa_pss_rsae_/ } },
  "ECDSA P-521": { authentication: "ECDSA", group: "P-521", signs: { "TLSv1.2": ANY_ECDSA, "TLSv1.3": /^ecdsa_secp521r1_sha512$/ } },
  "ECDSA P-384": { authentication: "ECDSA", group: "P-384", signs: { "TLSv1.2": ANY_ECDSA, "TLSv1.3": /^ecdsa_secp384r1_sha384$/ } },
  "ECDSA P-256": { authentication: "ECDSA", group: "P-256", signs: { "TLSv1.2": ANY_ECDSA, "TLSv1.3": /^ecdsa_secp256r1_sha256$/ } },
  DSS: { authentication: "DSS", signs: { "TLSv1.2": /^dsa_/, "TLSv1.3": /^$/ } },
};

/** Whether a certificate can sign with an algorithm of the context; below TLS 1.2 nothing is negotiated. */
function canSign({ signatureAlgorithms }, certificate, version) {
  const pattern = CERTIFICATES[certificate]?.signs[version];
  return !pattern || signatureAlgorithms.some((name) => pattern.test(name));
}

/** The certificates to give a server: those whose keys load at its security level, and of the ECDSA ones the strongest that its groups go with. */
export function certificatesFor(verdict) {
  if (verdict.outcome !== "offers") return ["ECDSA P-521"];
  const { groups, securityLevel } = verdict;
  const weakest = securityLevel < 4 ? ["P-521", "P-256", "P-384"] : securityLevel < 5 ? ["P-521", "P-384"] : ["P-521"];
  const ecdsa = `ECDSA ${weakest.find((name) => groups.includes(name)) ?? "P-521"}`;
  return securityLevel < 4 ? ["RSA", ecdsa, "DSS"] : [ecdsa];
}

function isGroupIn(group, version) {
  return group.versions === "any" || (group.versions === "TLSv1.3") === (version === "TLSv1.3");
}

function sharesGroup(verdict, { kind, version }) {
  const { keyExchange, certificate } = KINDS[kind];
  if (keyExchange !== "ECDHE" && keyExchange !== "any") return true;
  const offered = verdict.groups.map((name) => groupByName.get(name));
  const certificateGroup = version === "TLSv1.3" ? undefined : CERTIFICATES[certificate]?.group;
  const fitsCertificate = certificateGroup === undefined || verdict.groups.includes(certificateGroup);
  return fitsCertificate && offered.some((group) => peerGroups.includes(group) && isGroupIn(group, version));
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
  if (isExpected !== isConnected) return [difference(`connection to ${peer.kind} ${peer.version} ${JSON.stringify(trust)}`, isExpected, observed)];
  if (!isConnected) return [];
  const { version, suite } = observed.connected;
  const isReached = version === peer.version && verdict.reachableSuites[version].includes(suite);
  return isReached ? [] : [difference("connected with", verdict.reachableSuites, observed)];
}

// OpenSSL before 3.0.10 may pick a finite-field group for ECDHE in TLS 1.2 and then fail, so our ClientHellos name none.
const ALL_GROUPS = GROUPS.filter(({ kind }) => kind === "elliptic-curve").map(({ codePoint }) => codePoint);
const ALL_ALGORITHMS = SIGNATURE_ALGORITHMS.map(({ codePoint }) => codePoint);
const X25519 = 29;
const P256 = 23;
const KEY_SHARES = {
  [X25519]: Buffer.alloc(32, 9),
  // The generator of P-256, a public key as good as any for a handshake that ends with the ServerHello.
  [P256]: Buffer.from("046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5", "hex"),
};

const RANKS = ["SSLv3", ...PROTOCOL_VERSIONS.map(({ name }) => name)];
const isInVersion = (suite, version) => RANKS.indexOf(suite.minVersion) <= RANKS.indexOf(version) && RANKS.indexOf(version) <= RANKS.indexOf(suite.maxVersion);

/** A ClientHello of our own for a server, with what it must answer. */
export function helloFor({ versions, suites, groups = ALL_GROUPS }) {
  const keyShares = Object.fromEntries(Object.entries(KEY_SHARES).filter(([group]) => groups.includes(Number(group))));
  return writeClientHello({ versions: versions.map((name) => versionCode.get(name)).reverse(), suites: suites.map(suiteCode), groups, signatureAlgorithms: ALL_ALGORITHMS, keyShares }).toString("base64");
}

const nameOf = (suite) => suite.opensslName ?? suite.ianaName;

/** The suites with which this server answers such a client, in the client's order. */
function acceptedSuites(verdict, version, suites, groups, certificates) {
  const usable = verdict.groups.map((name) => groupByName.get(name)).filter((group) => groups.includes(group.codePoint) && isUsableIn(group, version, verdict.runtime));
  const fitsGroups = ({ group }) => group === undefined || version === "TLSv1.3" || groups.includes(groupCode(group));
  const kinds = certificates.filter((name) => canSign(verdict, name, version) && fitsGroups(CERTIFICATES[name])).map((name) => CERTIFICATES[name].authentication);
  const hasCertificate = ({ authentication }) => authentication === "anon" || (authentication === "any" ? kinds.length > 0 : kinds.includes(authentication));
  const hasGroup = ({ keyExchange }) => (keyExchange !== "ECDHE" && keyExchange !== "any") || usable.length > 0;
  return suites.filter((name) => {
    const suite = findCipherSuite(name);
    return (verdict.reachableSuites[version] ?? []).includes(name) && hasCertificate(suite) && hasGroup(suite);
  });
}

const isUsableIn = (group, version, { openssl, traits }) => openssl === "1.1.1" || !traits.has("checksGroupsOfServers") || isGroupIn(group, version);

/** Turns numbers into choices. */
function chooser(dice) {
  let index = 0;
  const roll = () => dice[index++ % dice.length];
  return { pick: (list) => list[roll() % list.length], chance: (percent) => roll() % 100 < percent, subset: (list) => list.filter(() => roll() % 3 > 0) };
}

const KNOWN_SUITES = CIPHER_SUITES.filter(({ opensslName }) => opensslName !== undefined);

/** Probes for a server: one suite in one version, several acceptable suites, several versions. */
export function serverProbes(verdict, certificates, dice) {
  const { pick, chance, subset } = chooser(dice);
  const version = pick(PROTOCOL_VERSIONS).name;
  const candidates = verdict.reachableSuites?.[version] ?? [];
  const single = candidates.length > 0 && chance(50) ? pick(candidates) : nameOf(pick(KNOWN_SUITES.filter((suite) => isInVersion(suite, version))));
  const groups = chance(50) ? ALL_GROUPS : [pick(ALL_GROUPS), pick(ALL_GROUPS), groupCode("P-521")];
  const probes = [{ versions: [version], suites: [single], groups }];
  if (verdict.outcome !== "offers") return probes;
  const reached = pick(verdict.protocolVersions);
  const several = orderedSubset(acceptedSuites(verdict, reached, verdict.reachableSuites[reached], ALL_GROUPS, certificates), { subset, chance });
  if (several.length > 0) probes.push({ versions: [reached], suites: several, groups: ALL_GROUPS });
  const newest = verdict.protocolVersions.at(-1);
  const ofNewest = acceptedSuites(verdict, newest, verdict.reachableSuites[newest], ALL_GROUPS, certificates);
  if (ofNewest.length > 0) probes.push({ versions: PROTOCOL_VERSIONS.map(({ name }) => name), suites: ofNewest, groups: ALL_GROUPS });
  return probes;
}

// ChaCha20 in front may change the server's order (SSL_OP_PRIORITIZE_CHACHA), so another suite goes first where there is one.
function orderedSubset(suites, { subset, chance }) {
  const chosen = subset(suites);
  const ordered = chance(50) ? chosen.reverse() : chosen;
  return [...ordered.filter((name) => !name.includes("CHACHA20")), ...ordered.filter((name) => name.includes("CHACHA20"))];
}

/** The suite that the verdict says a probe is answered with, and the version; undefined for a refusal. */
function expectedAnswer(verdict, { versions, suites, groups }, certificates) {
  if (verdict.outcome !== "offers") return undefined;
  const known = [...verdict.protocolVersions, ...verdict.latentProtocolVersions];
  const version = versions.filter((name) => known.includes(name)).sort(compareProtocolVersions).at(-1);
  if (version === undefined) return undefined;
  const accepted = acceptedSuites(verdict, version, suites, groups, certificates);
  const order = verdict.prefersOwnOrder ? verdict.reachableSuites[version] ?? [] : accepted;
  const suite = order.find((name) => accepted.includes(name));
  return suite && { version, suite };
}

export function compareAnswer(verdict, probe, certificates, observed) {
  const expected = expectedAnswer(verdict, probe, certificates);
  const { serverHello } = observed;
  const seen = serverHello && { version: versionName.get(serverHello.version), suite: nameOf(byCode.get(serverHello.suite)) };
  const label = `answer to ${probe.versions.join()} ${probe.suites.slice(0, 3).join()}${probe.suites.length > 3 ? " ..." : ""} groups ${probe.groups.length > 3 ? "all" : probe.groups.join()}`;
  if (!equal(expected, seen)) return [difference(label, expected, observed)];
  if (!seen) return [];
  const codes = verdict.groups.map(groupCode);
  if (serverHello.group !== null && !codes.includes(serverHello.group)) return [difference("group", verdict.groups, observed)];
  const isSilent = seen.version === "TLSv1.3" || byCode.get(serverHello.suite).authentication === "anon";
  if (!isSilent && serverHello.requestsCertificate !== verdict.requestsPeerCertificate) return [difference("certificate request", verdict.requestsPeerCertificate, observed)];
  return [];
}

/** Compares whether a server lets a client without a certificate in. */
export function compareAdmission({ verifiesPeer }, observed) {
  const isAdmitted = observed.admitted !== undefined;
  return isAdmitted === !verifiesPeer ? [] : [difference("client without a certificate admitted", !verifiesPeer, observed)];
}
