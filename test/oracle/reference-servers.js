import { createServer } from "node:tls";
import { CIPHER_SUITES, GROUPS, OPENSSL_LINES, runtimeFor } from "tls-policy";

const host = runtimeFor(process.versions.node);
const hasLine = (since) => OPENSSL_LINES.indexOf(since) <= OPENSSL_LINES.indexOf(host.openssl);

/** Key exchange and certificate of the peers a client meets; one kind of suite each, so that a handshake proves that kind. */
export const KINDS = {
  "static-rsa": { keyExchange: "RSA", authentication: "RSA", certificate: "RSA" },
  "ecdhe-rsa": { keyExchange: "ECDHE", authentication: "RSA", certificate: "RSA" },
  "ecdhe-ecdsa": { keyExchange: "ECDHE", authentication: "ECDSA", certificate: "ECDSA P-521" },
  "dhe-rsa": { keyExchange: "DHE", authentication: "RSA", certificate: "RSA" },
  "ecdhe-anon": { keyExchange: "ECDHE", authentication: "anon", certificate: undefined },
  "tls13-rsa": { keyExchange: "any", authentication: "any", certificate: "RSA" },
  "tls13-ecdsa": { keyExchange: "any", authentication: "any", certificate: "ECDSA P-521" },
};

/** Every pair of a protocol version and a kind of peer that fits it. */
export const PEERS = Object.entries(KINDS).flatMap(([kind, { keyExchange }]) =>
  (keyExchange === "any" ? ["TLSv1.3"] : ["TLSv1", "TLSv1.1", "TLSv1.2"]).map((version) => ({ kind, version })),
);

const RANKS = ["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

/** The suites of a peer, as the OpenSSL of this process has them. */
export function suitesOf({ kind, version }) {
  const { keyExchange, authentication } = KINDS[kind];
  const isInVersion = (suite) =>
    RANKS.indexOf(suite.minVersion) <= RANKS.indexOf(version) &&
    RANKS.indexOf(version) <= RANKS.indexOf(suite.maxVersion);
  return CIPHER_SUITES.filter(
    (suite) =>
      suite.opensslLines.includes(host.openssl) &&
      suite.keyExchange === keyExchange &&
      suite.authentication === authentication &&
      isInVersion(suite),
  ).map((suite) => suite.opensslName);
}

/** The groups of every peer: all but finite-field ones, whose size would matter. */
export const peerGroups = GROUPS.filter(({ since, kind }) => hasLine(since) && kind !== "finite-field");

/** Bits of the Diffie-Hellman modulus OpenSSL picks beside an RSA key of 3072 bits. */
export const peerDhBits = 3072;

function optionsOf(peer, certificates) {
  const { certificate } = KINDS[peer.kind];
  const names = suitesOf(peer).join(":");
  return {
    minVersion: peer.version,
    maxVersion: peer.version,
    ciphers: `${names}:${peer.version === "TLSv1.3" ? "ALL" : ""}:@SECLEVEL=0`,
    ecdhCurve: peerGroups.map(({ name }) => name).join(":"),
    dhparam: "auto",
    ...(certificate && { key: certificates[certificate].key, cert: certificates[certificate].certificate }),
  };
}

/** Servers of this process on loopback that speak one version with one kind of suite, at security level 0. */
export class ReferenceServers {
  #certificates;
  #servers = new Map();

  constructor(certificates) {
    this.#certificates = certificates;
  }

  /** The port of a peer, started on first use. */
  async port(peer) {
    const name = `${peer.kind} ${peer.version}`;
    if (!this.#servers.has(name)) this.#servers.set(name, this.#start(peer));
    const server = await this.#servers.get(name);
    return server.address().port;
  }

  #start(peer) {
    const server = createServer(optionsOf(peer, this.#certificates), (socket) => {
      socket.on("error", () => {});
      socket.resume();
    });
    server.on("tlsClientError", () => {});
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(0, "127.0.0.1", () => resolve(server));
    });
  }

  async close() {
    for (const started of this.#servers.values()) (await started).close();
  }
}
