import type { ProtocolVersion } from "../parameters/protocol-versions.js";
import type { Decision, Policy } from "./policy.js";
import { DEFAULT_PROFILE } from "./profile-names.js";
import { profile } from "./profiles.js";

/** How sure it is that the document says so. */
export type Verification =
  | "text of the document"
  | "publisher's own announcement"
  | "working-group text, published wording not compared"
  | "secondary source"
  | "unverified";

/** One requirement in our own words. */
export interface Requirement {
  readonly section: string;
  /** The document's word: MUST NOT, SHOULD, SHALL ... */
  readonly level: string;
  readonly rule: string;
  readonly verification: Verification;
  /** False: shown to people, but no option is judged by it. Nothing unverified is judged by. */
  readonly isJudged: boolean;
}

export type StandardId = "rfc-9325" | "nist-sp-800-52r2" | "bsi-tr-02102-2" | "pci-dss-4.0.1";

/** A standard and what it asks of TLS options, as far as known. */
export interface Standard {
  readonly id: StandardId;
  readonly title: string;
  /** `2022-11`. */
  readonly date: string;
  readonly requirements: readonly Requirement[];
}

const requirement =
  (verification: Verification, isJudged: boolean) =>
  (section: string, level: string, rule: string): Requirement => ({ section, level, rule, verification, isJudged });

const judged = requirement("text of the document", true);
const shown = requirement("text of the document", false);
const judgedDraft = requirement("working-group text, published wording not compared", true);
const announced = requirement("publisher's own announcement", true);
const secondary = requirement("secondary source", false);
const unverified = requirement("unverified", false);

export const STANDARDS: readonly Standard[] = [
  {
    id: "rfc-9325",
    title: "RFC 9325 (BCP 195) with RFC 8996, RFC 9155 and RFC 10015",
    date: "2022-11",
    requirements: [
      judged("RFC 9325, section 3.1.1", "MUST NOT", "negotiate SSLv2, SSLv3, TLS 1.0 or TLS 1.1"),
      judged("RFC 9325, section 3.1.1", "MUST", "support TLS 1.2"),
      judged("RFC 9325, section 3.1.1", "SHOULD", "support TLS 1.3 and prefer it"),
      judged("RFC 9325, section 3.5", "MUST", "insist on secure renegotiation in TLS 1.2"),
      judged("RFC 9325, section 4.1", "MUST NOT", "use suites without encryption, with RC4 or below 112 bits"),
      judged("RFC 9325, section 4.1", "SHOULD NOT", "use suites below 128 bits, 3DES among them"),
      judged("RFC 9325, section 4.2", "RECOMMENDED", "the four ECDHE suites with AES-GCM for TLS 1.2"),
      judged("RFC 9325, section 4.2", "SHOULD NOT", "use CBC mode unless encrypt-then-MAC is negotiated"),
      judged("RFC 9325, section 4.2.1", "SHOULD", "support P-256 and X25519"),
      judged("RFC 9325, section 4.5", "MUST NOT", "use curves below 224 bits, or SHA-1 or MD5 in signatures"),
      judged("RFC 9325, section 4.5", "REQUIRED", "Diffie-Hellman keys of at least 2048 bits"),
      shown("RFC 9325, section 4.5", "MUST", "server RSA keys of at least 2048 bits"),
      judged("RFC 9325, section 7.1", "guidance", "validate the certificate path and the host name"),
      judged("RFC 8996, sections 4 and 5", "MUST NOT", "use TLS 1.0 or TLS 1.1"),
      judged("RFC 9155, section 2", "MUST NOT", "offer MD5 or SHA-1 signatures"),
      judgedDraft(
        "RFC 10015, section 2",
        "MUST NOT",
        "use static finite-field Diffie-Hellman; SHOULD NOT use static ECDH",
      ),
      judgedDraft("RFC 10015, section 3", "MUST NOT", "use ephemeral finite-field Diffie-Hellman in TLS 1.2"),
      judgedDraft("RFC 10015, section 4", "MUST NOT", "use static RSA key exchange"),
    ],
  },
  {
    id: "nist-sp-800-52r2",
    title: "NIST SP 800-52 Revision 2",
    date: "2019-08",
    requirements: [
      announced(
        "publication notice of 2019-08-29",
        "requires",
        "TLS 1.2 with FIPS-based cipher suites on government servers and clients",
      ),
      announced("publication notice of 2019-08-29", "recommends", "support for TLS 1.3 by 2024-01-01"),
      unverified("3.1", "SHALL NOT", "TLS 1.1, TLS 1.0, SSL 3.0 and SSL 2.0 on government-only servers"),
      unverified("3.3.1.1", "allows", "for TLS 1.2: ECDHE and DHE with AES-GCM, AES-CCM, AES-CCM_8 or AES-CBC"),
      unverified("3.3.1.2", "allows", "for TLS 1.3: the AES suites; ChaCha20-Poly1305 is not approved by FIPS"),
      unverified("3.2", "SHALL", "RSA keys of at least 2048 bits or ECDSA on P-256 or P-384, with SHA-224 or better"),
    ],
  },
  {
    id: "bsi-tr-02102-2",
    title: "BSI TR-02102-2, version 2026-01",
    date: "2026-01",
    requirements: [
      secondary(
        "3",
        "recommends",
        "TLS 1.2 and TLS 1.3 only; TLS 1.2 until the end of 2031, TLS 1.3 alone for new developments",
      ),
      secondary("3", "limits", "DHE suites and DSA signatures to the end of 2029"),
      secondary("3", "deprecates", "RSA PKCS #1 v1.5 signatures in favour of RSA-PSS"),
      secondary("PQC", "limits", "key agreement without a post-quantum part to the end of 2031"),
      unverified(
        "3.3.1",
        "recommends",
        "ECDHE with AES in CBC, GCM or CCM mode; for TLS 1.3 AES-GCM and AES-128-CCM; ChaCha20-Poly1305 is not listed",
      ),
      unverified(
        "3.3.3",
        "recommends",
        "P-256, P-384, P-521, brainpool curves, ffdhe3072 and ffdhe4096; RSA and DH of at least 3000 bits",
      ),
    ],
  },
  {
    id: "pci-dss-4.0.1",
    title: "PCI DSS v4.0.1",
    date: "2024-06",
    requirements: [
      judged(
        "FAQ on TLS versions",
        "rule",
        "SSL and early TLS, which is any version or configuration open to a known exploit, are not strong cryptography",
      ),
      judged("FAQ on TLS versions", "rule", "review configurations against references such as NIST SP 800-52"),
      secondary(
        "4.2.1",
        "requirement",
        "trusted and valid certificates only; no fallback to insecure versions, algorithms or key sizes",
      ),
      unverified("2.2.7", "requirement", "strong cryptography for administrative access that is not at the console"),
      unverified("12.3.3", "requirement", "a yearly review of cipher suites and protocols in use"),
    ],
  },
];

/** @throws RangeError for an id that is not there. */
export function findStandard(id: StandardId): Standard {
  const standard = STANDARDS.find((candidate) => candidate.id === id);
  if (standard) return standard;
  throw new RangeError(
    `There is no standard \`${id as string}\`. Use one of ${STANDARDS.map((known) => `\`${known.id}\``).join(", ")}.`,
  );
}

const aesGcmSuites = [
  "ECDHE-ECDSA-AES128-GCM-SHA256",
  "ECDHE-RSA-AES128-GCM-SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-RSA-AES256-GCM-SHA384",
];

interface Decided {
  readonly minVersion: Decision<ProtocolVersion>;
  readonly expectedVersions: Decision<readonly ProtocolVersion[]>;
}

const rfc9325: Decided = {
  minVersion: { value: "TLSv1.2", reference: "RFC 9325, section 3.1.1" },
  expectedVersions: { value: ["TLSv1.3"], reference: "RFC 9325, section 3.1.1" },
};

/** What each standard is known to decide by itself; the rest of its view comes from the RFCs, which are cited as such. */
const decided: Readonly<Record<StandardId, Decided>> = {
  "rfc-9325": rfc9325,
  "nist-sp-800-52r2": {
    minVersion: { value: "TLSv1.2", reference: "NIST SP 800-52 Revision 2" },
    expectedVersions: { value: ["TLSv1.3"], reference: "NIST SP 800-52 Revision 2" },
  },
  "bsi-tr-02102-2": rfc9325,
  "pci-dss-4.0.1": { ...rfc9325, minVersion: { value: "TLSv1.2", reference: "PCI SSC, FAQ on TLS versions" } },
};

/**
 * The view of a standard as a policy, built from verified facts only.
 * Where nothing verified is known of a standard's own wish, RFC 9325 and its updates decide and are cited; `Standard.requirements` says which wishes are left out.
 */
export function standardPolicy(id: StandardId): Policy {
  const { title } = findStandard(id);
  const base = profile(DEFAULT_PROFILE);
  const suites = { isExhaustive: false, reference: "RFC 9325, section 4.2" };
  const ciphersuites = { ...base.ciphersuites, reference: "RFC 8446, section 9.1" };
  return {
    ...base,
    name: id,
    title,
    ...decided[id],
    ciphersuites,
    cipherSuites: { ...suites, accepted: aesGcmSuites },
    groups: { accepted: ["X25519", "P-256"], isExhaustive: false, reference: "RFC 9325, section 4.2.1" },
    expectedGroups: { value: [], reference: "RFC 9325, section 4.2.1" },
    ciphers: [...ciphersuites.accepted, ...aesGcmSuites].join(":"),
  };
}
