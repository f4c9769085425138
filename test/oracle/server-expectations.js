import { createRequire } from "node:module";
import {
  CIPHER_SUITES,
  compareProtocolVersions,
  findCipherSuite,
  GROUPS,
  PROTOCOL_VERSIONS,
  SIGNATURE_ALGORITHMS,
} from "tls-policy";
import { canSign, CERTIFICATES } from "./certificate-fit.js";
import {
  groupCode,
  isSuiteInVersion,
  suiteCode,
  suiteName,
  suiteOfCode,
  versionCode,
  versionName,
} from "./code-points.js";
import { difference, equal } from "./difference.js";

const { writeClientHello } = createRequire(import.meta.url)("./client-hello.cjs");

// OpenSSL before 3.0.10 may pick a finite-field group for ECDHE in TLS 1.2 and then fail, so our ClientHellos name none.
const ALL_GROUPS = GROUPS.filter(({ kind }) => kind === "elliptic-curve").map(({ codePoint }) => codePoint);
const ALL_ALGORITHMS = SIGNATURE_ALGORITHMS.map(({ codePoint }) => codePoint);
const X25519 = 29;
const P256 = 23;
const KEY_SHARES = {
  [X25519]: Buffer.alloc(32, 9),
  // The generator of P-256, a public key as good as any for a handshake that ends with the ServerHello.
  [P256]: Buffer.from(
    "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
    "hex",
  ),
};

/** A ClientHello of our own for a server, with what it must answer. */
export function helloFor({ versions, suites, groups = ALL_GROUPS }) {
  const keyShares = Object.fromEntries(Object.entries(KEY_SHARES).filter(([group]) => groups.includes(Number(group))));
  return writeClientHello({
    versions: versions.map(versionCode).reverse(),
    suites: suites.map(suiteCode),
    groups,
    signatureAlgorithms: ALL_ALGORITHMS,
    keyShares,
  }).toString("base64");
}

/** The suites with which this server answers such a client, in the client's order. */
function acceptedSuites(verdict, version, suites, groups, certificates) {
  const usable = (verdict.reachableGroups[version] ?? []).filter((name) => groups.includes(groupCode(name)));
  const fitsGroups = ({ group }) => group === undefined || version === "TLSv1.3" || groups.includes(groupCode(group));
  const kinds = certificates
    .filter((name) => canSign(verdict, name, version) && fitsGroups(CERTIFICATES[name]))
    .map((name) => CERTIFICATES[name].authentication);
  const hasCertificate = ({ authentication }) =>
    authentication === "anon" || (authentication === "any" ? kinds.length > 0 : kinds.includes(authentication));
  const hasGroup = ({ keyExchange }) => (keyExchange !== "ECDHE" && keyExchange !== "any") || usable.length > 0;
  return suites.filter((name) => {
    const suite = findCipherSuite(name);
    return (verdict.reachableSuites[version] ?? []).includes(name) && hasCertificate(suite) && hasGroup(suite);
  });
}

/** Turns numbers into choices. */
function chooser(dice) {
  let index = 0;
  const roll = () => dice[index++ % dice.length];
  return {
    pick: (list) => list[roll() % list.length],
    chance: (percent) => roll() % 100 < percent,
    subset: (list) => list.filter(() => roll() % 3 > 0),
  };
}

const KNOWN_SUITES = CIPHER_SUITES.filter(({ opensslName }) => opensslName !== undefined);

/** Probes for a server: one suite in one version, several acceptable suites, several versions. */
export function serverProbes(verdict, certificates, dice) {
  const { pick, chance, subset } = chooser(dice);
  const version = pick(PROTOCOL_VERSIONS).name;
  const candidates = verdict.reachableSuites?.[version] ?? [];
  const single =
    candidates.length > 0 && chance(50)
      ? pick(candidates)
      : suiteName(pick(KNOWN_SUITES.filter((suite) => isSuiteInVersion(suite, version))));
  const groups = chance(50) ? ALL_GROUPS : [pick(ALL_GROUPS), pick(ALL_GROUPS), groupCode("P-521")];
  const probes = [{ versions: [version], suites: [single], groups }];
  if (verdict.outcome !== "offers") return probes;
  const reached = pick(verdict.protocolVersions);
  const several = orderedSubset(
    acceptedSuites(verdict, reached, verdict.reachableSuites[reached], ALL_GROUPS, certificates),
    { subset, chance },
  );
  if (several.length > 0) probes.push({ versions: [reached], suites: several, groups: ALL_GROUPS });
  const newest = verdict.protocolVersions.at(-1);
  const ofNewest = acceptedSuites(verdict, newest, verdict.reachableSuites[newest], ALL_GROUPS, certificates);
  if (ofNewest.length > 0)
    probes.push({ versions: PROTOCOL_VERSIONS.map(({ name }) => name), suites: ofNewest, groups: ALL_GROUPS });
  return probes;
}

// ChaCha20 in front may change the server's order (SSL_OP_PRIORITIZE_CHACHA), so another suite goes first where there is one.
function orderedSubset(suites, { subset, chance }) {
  const chosen = subset(suites);
  const ordered = chance(50) ? chosen.reverse() : chosen;
  return [
    ...ordered.filter((name) => !name.includes("CHACHA20")),
    ...ordered.filter((name) => name.includes("CHACHA20")),
  ];
}

/** The suite that the verdict says a probe is answered with, and the version; undefined for a refusal. */
function expectedAnswer(verdict, { versions, suites, groups }, certificates) {
  if (verdict.outcome !== "offers") return undefined;
  const known = [...verdict.protocolVersions, ...verdict.latentProtocolVersions];
  const version = versions
    .filter((name) => known.includes(name))
    .sort(compareProtocolVersions)
    .at(-1);
  if (version === undefined) return undefined;
  const accepted = acceptedSuites(verdict, version, suites, groups, certificates);
  const order = verdict.prefersOwnOrder ? (verdict.reachableSuites[version] ?? []) : accepted;
  const suite = order.find((name) => accepted.includes(name));
  return suite && { version, suite };
}

export function compareAnswer(verdict, probe, certificates, observed) {
  const expected = expectedAnswer(verdict, probe, certificates);
  const { serverHello } = observed;
  const seen = serverHello && {
    version: versionName(serverHello.version),
    suite: suiteName(suiteOfCode(serverHello.suite)),
  };
  const label = `answer to ${probe.versions.join()} ${probe.suites.slice(0, 3).join()}${probe.suites.length > 3 ? " ..." : ""} groups ${probe.groups.length > 3 ? "all" : probe.groups.join()}`;
  if (!equal(expected, seen)) return [difference(label, expected, observed)];
  if (!seen) return [];
  const codes = verdict.groups.map(groupCode);
  if (serverHello.group !== null && !codes.includes(serverHello.group))
    return [difference("group", verdict.groups, observed)];
  const isSilent = seen.version === "TLSv1.3" || suiteOfCode(serverHello.suite).authentication === "anon";
  if (!isSilent && serverHello.requestsCertificate !== verdict.requestsPeerCertificate)
    return [difference("certificate request", verdict.requestsPeerCertificate, observed)];
  return [];
}

/** Compares whether a server lets a client without a certificate in. */
export function compareAdmission({ verifiesPeer }, observed) {
  const isAdmitted = observed.admitted !== undefined;
  return isAdmitted === !verifiesPeer
    ? []
    : [difference("client without a certificate admitted", !verifiesPeer, observed)];
}
