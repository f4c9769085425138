import type { ReportFinding } from "./report.js";

const olderPeers =
  "Peers that speak nothing newer than TLS 1.1: browsers from before 2014, Java 7 and older with their defaults, Windows 7 without updates, old embedded devices";
const unverifiablePeers =
  "Connections to servers with a self-signed, expired or privately issued certificate, or with another host name, until the authority is named in `ca` or `NODE_EXTRA_CA_CERTS` and the names are right.";

/** Who can no longer connect after the edits of a rule; the rules' own pages say it at length, with the sources. */
export const whoMayStop: Readonly<Record<string, string>> = {
  "no-deprecated-protocol-version": `${olderPeers}.`,
  "no-deprecated-tls-api": "Nobody.",
  "no-disabled-certificate-verification": unverifiablePeers,
  "no-disabled-hostname-verification": "Connections that use an address or a name which the certificate does not hold.",
  "no-disabled-registry-verification":
    "Installations from a registry whose certificate does not verify, until its authority is named in `cafile` or `NODE_EXTRA_CA_CERTS`.",
  "no-ineffective-tls-options":
    "Where an option takes effect for the first time, those whom it shuts out: older peers by a higher `minVersion`, clients without a certificate by `requestCert`.",
  "no-insecure-client-default": unverifiablePeers,
  "no-invalid-tls-options": "Nobody, because nobody could connect.",
  "no-legacy-secure-protocol": `${olderPeers}; none where the method allowed nothing older than TLS 1.2, or throws.`,
  "no-low-security-level":
    "Peers with keys or signatures below the runtime's own security level. They need a new certificate or new Diffie-Hellman parameters.",
  "no-pinned-protocol-version":
    "No peer: those with TLS 1.2 go on with it. A middlebox that drops a TLS 1.3 handshake, or a program that renegotiates, may fail.",
  "no-process-wide-verification-opt-out":
    "Every connection of the process to a server whose certificate does not verify, until its authority is named in `NODE_EXTRA_CA_CERTS`.",
  "no-small-dh-modulus":
    "Servers with Diffie-Hellman parameters of 1024 bits, and clients that compute with no more, such as Java 7, where they know no elliptic curves.",
  "no-unsafe-secure-options":
    "Servers without secure renegotiation (RFC 5746), unpatched since 2010, on Node 17 and newer.",
  "no-weak-cipher-suite":
    "Peers that know only the removed suites: Safari 8 and older and Internet Explorer 11 on Windows 7 for the CBC suites, Windows XP and its time for 3DES and RC4.",
  "no-weak-group": "Peers that know no other group. None is known among browsers and TLS libraries.",
  "no-weak-node-flag":
    "Peers of the whole process that can do no better than what the flag allowed: TLS 1.1 and older, or the weak cipher suites.",
  "no-weak-openssl-config":
    "Peers of every program that reads the file, where they can do no better than what it allowed: TLS 1.1 and older, or the weak cipher suites.",
  "no-weak-signature-algorithm": "Peers that can sign with SHA-1 only: TLS 1.2 servers from before about 2014.",
  "prefer-post-quantum-groups":
    "No peer: peers choose what both know. The first message grows by about 1.2 kB, which a few old middleboxes do not pass on.",
};

/** The same of some findings of one rule, for a sentence of a report; `whoMayStop` is what is known of the rule. */
export function whoMayStopBy(
  { whoMayStop: peers }: { readonly whoMayStop: string | undefined },
  findings: readonly Pick<ReportFinding, "grade">[],
): string {
  if (findings.every(({ grade }) => grade === "fix"))
    return "Nobody: the program means the same on every supported release, or did not work before.";
  return peers ?? "See the rule.";
}
