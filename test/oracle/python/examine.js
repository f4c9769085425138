import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expandCipherList, negotiatePython, pythonRuntimeFor } from "tls-policy";
import { sharedCertificates } from "../certificates.js";
import { Child } from "../child-node.js";
import { compareHello } from "../client-expectations.js";
import { diffieHellmanParameters } from "../dh-parameters.js";
import { difference, equal } from "../difference.js";

const { readClientHello, readFlight } = createRequire(import.meta.url)("../client-hello.cjs");
const probe = fileURLToPath(new URL("probe.py", import.meta.url));

const VERSIONS = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];
const ISSUED = { prime256v1: "issued P-256", secp384r1: "issued P-384" };
const DH_3072 = 5;
const SUITE_B = {
  SUITEB128ONLY: "ECDSA P-256",
  SUITEB128C2: "ECDSA P-384",
  SUITEB128: "ECDSA P-256",
  SUITEB192: "ECDSA P-384",
};
// Peers for what a peer with every suite may choose otherwise: one that signs nothing, and Suite B's pairs of suite and curve (RFC 6460, section 3).
const SIGNLESS = ["kRSA:@SECLEVEL=0", null];
const SUITE_B_PEERS = [
  ["ECDHE-ECDSA-AES128-GCM-SHA256", "prime256v1"],
  ["ECDHE-ECDSA-AES256-GCM-SHA384", "secp384r1"],
];
const OPENSSL_OWN_LIST = "ALL:!COMPLEMENTOFDEFAULT:!eNULL";

/** What a Python says of itself, as the policy names it. */
function runtimeOf({ release, openssl, list, level }) {
  const [, line] = /OpenSSL (\d+\.\d+(?:\.\d+)?)/.exec(openssl);
  return pythonRuntimeFor({
    release,
    flavour: list === OPENSSL_OWN_LIST ? "distribution" : "python.org",
    openssl: line.startsWith("1.1.1") ? "1.1.1" : line.startsWith("3.0") ? "3.0" : "3.5",
    defaultSecurityLevel: level,
  });
}

/** Compares verdicts with one Python. `comparisons` counts what that Python was asked. */
export class PythonExaminer {
  comparisons = 0;
  #child;
  #folder = mkdtempSync(path.join(tmpdir(), "tls-python-"));
  #certificates = sharedCertificates();

  /** @param {string} executable path of the Python */
  constructor(executable) {
    const dh = path.join(this.#folder, "dh.pem");
    writeFileSync(dh, diffieHellmanParameters.at(DH_3072));
    this.#child = new Child(executable, [probe, dh]);
    for (const [name, { key, certificate }] of Object.entries(this.#certificates).filter(([, of]) => of.key))
      writeFileSync(this.#file(name), `${key}${certificate}`);
  }

  async start() {
    this.about = await this.#child.ask({ type: "about", weak: this.#file("RSA 1024") });
    this.runtime = runtimeOf(this.about);
    return this;
  }

  #file(name) {
    return path.join(this.#folder, `${name.replace(" ", "-")}.pem`);
  }

  /** Certificates of each kind that the context can have met; Suite B wants a chain of its own curve. */
  #peerFor(construction, operations) {
    const suiteB = listsOf(construction, operations)
      .map((list) => /^SUITEB[0-9]+(?:ONLY|C2)?/.exec(list)?.[0])
      .findLast((prefix) => SUITE_B[prefix]);
    if (suiteB) {
      const own = SUITE_B[suiteB];
      return {
        certificates: [this.#file(own)],
        authority: this.#certificates[own].certificate,
        peers: SUITE_B_PEERS,
      };
    }
    const curve = operations.findLast(({ call, curve: name }) => call === "set_ecdh_curve" && name !== "foo")?.curve;
    const certificates = ["RSA", ISSUED[curve] ?? "ECDSA P-521", "DSS"].map((name) => this.#file(name));
    return { certificates, authority: this.#certificates.authority, peers: [SIGNLESS] };
  }

  async examine({ side, construction, operations }) {
    const verdict = { ...negotiatePython({ construction, operations }, this.runtime, side), runtime: this.runtime };
    const { certificates, authority, peers } = this.#peerFor(construction, operations);
    const observed = await this.#child.ask({
      side,
      construction,
      operations,
      certificates,
      rsa: certificates.slice(0, 2),
      authority,
      peers,
    });
    this.comparisons += 1 + (observed.reached ? VERSIONS.length : 0);
    if (verdict.outcome === "throws" || observed.throws) return compareThrow(verdict, observed);
    return [
      ...compareList(construction, operations, this.runtime, observed),
      ...(side === "client" ? compareClient(verdict, observed) : compareServer(verdict, observed)),
    ];
  }

  async close() {
    this.#child.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const listsOf = (construction, operations) =>
  [construction.ciphers, ...operations.map(({ list }) => list)].filter((list) => list !== undefined);

function compareThrow(verdict, { throws }) {
  const expected = verdict.outcome === "throws" ? `${verdict.error} at ${verdict.at}` : verdict.outcome;
  const observed = throws ? `${throws.error} at ${throws.at}` : "does not raise";
  return expected === observed ? [] : [difference("outcome", expected, throws ?? observed)];
}

/** The last list, or the restriction to Suite B that takes its place: that it was the second combination is not kept. */
function effectiveList(lists) {
  const restriction = lists.findLast((list) => list.startsWith("SUITEB"));
  const isKept = restriction !== undefined && restriction !== lists.at(-1);
  return isKept ? restriction.replace(/^SUITEB128C2/, "SUITEB128") : lists.at(-1);
}

/** `get_ciphers()` against the expanded list, where a list of the program's own stands last. */
function compareList(construction, operations, { openssl }, { ciphers }) {
  const list = effectiveList(listsOf(construction, operations));
  if (!list || !ciphers) return [];
  const expected = expandCipherList(list, openssl).suites.map(({ opensslName, ianaName }) => opensslName ?? ianaName);
  const seen = ciphers.filter((name) => !name.startsWith("TLS_"));
  return equal(expected, seen) ? [] : [difference("get_ciphers()", expected, seen)];
}

function helloOf({ hello, error, reason }) {
  if (hello === undefined) return { error: { code: undefined, reason: `${error}: ${reason}` } };
  const { messages } = readFlight(Buffer.from(hello, "base64"));
  return { hello: readClientHello(messages[0].body) };
}

const completes = (handshake) => "cipher" in handshake;

// Our RSA and DSA keys, as strong as 128 bits, are too weak above this level.
const STRONGEST_LEVEL = 3;

function compareReached(verdict, { reached }) {
  if (verdict.securityLevel > STRONGEST_LEVEL) return [];
  const expected = verdict.outcome === "offers" ? verdict.protocolVersions : [];
  const seen = VERSIONS.filter((version) => completes(reached[version]));
  return equal(expected, seen) ? [] : [difference("versions reached", expected, reached)];
}

const isAnonymous = ({ cipher } = {}) => /^(?:ADH|AECDH)-/.test(cipher ?? "");

function compareClient(verdict, observed) {
  const hello = helloOf(observed.hello);
  if (verdict.outcome === "cannot-connect") return compareReached(verdict, observed);
  const differences = [
    ...compareHello({ ...verdict, runtime: { traits: new Set() } }, hello),
    ...compareReached(verdict, observed),
  ];
  if (!observed.untrusted || !completes(observed.right)) return differences;
  const verifiesPeer = !completes(observed.untrusted);
  const verifiesHostName = !completes(observed.wrongHost);
  // with an anonymous suite the server sends nothing that could be verified
  if (isAnonymous(observed.untrusted) || isAnonymous(observed.wrongHost)) return differences;
  if (verifiesPeer !== verdict.verifiesPeer)
    differences.push(difference("verifies the peer", verdict.verifiesPeer, observed.untrusted));
  if (verifiesHostName !== verdict.verifiesHostName)
    differences.push(difference("verifies the host name", verdict.verifiesHostName, observed.wrongHost));
  return differences;
}

/** The peer has no certificate: a server that requires one completes with nobody. */
function compareServer(verdict, observed) {
  if (verdict.outcome !== "offers" || !verdict.verifiesPeer) return compareReached(verdict, observed);
  const seen = VERSIONS.filter((version) => completes(observed.reached[version]));
  return seen.length === 0 ? [] : [difference("requires a certificate", true, observed.reached)];
}
