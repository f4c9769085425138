import type { HistoricVersion, ProtocolVersion } from "../parameters/protocol-versions.js";
import type { OpenSslLine } from "./openssl-line.js";

/** A release line of OpenSSL: what its default build can negotiate, and until when it is maintained. */
export interface OpenSslRelease {
  /** `1.1.1`, `3.5`. */
  readonly line: string;
  /** Day of the first release. */
  readonly released: string;
  /** Day after which the project publishes no fixes to the public. */
  readonly endOfLife: string;
  readonly isLongTermSupport: boolean;
  /** Oldest first, in the project's default build. */
  readonly protocolVersions: readonly (HistoricVersion | ProtocolVersion)[];
  /** What changed for TLS, as sentences. */
  readonly changes: readonly string[];
  /** The measured line whose behaviour it shares; undefined where none was measured. */
  readonly behavesAs: OpenSslLine | undefined;
}

const upToTls1 = ["SSLv2", "SSLv3", "TLSv1"] as const;
const upToTls12 = ["TLSv1", "TLSv1.1", "TLSv1.2"] as const;
const upToTls13 = [...upToTls12, "TLSv1.3"] as const;

/**
 * Oldest first. First releases from OpenSSL's own NEWS, ends of life from its release strategy
 * (https://openssl-library.org/policies/releasestrat/), changes from its CHANGES and from measurement.
 */
export const OPENSSL_RELEASES: readonly OpenSslRelease[] = [
  {
    line: "0.9.8",
    released: "2005-07-05",
    endOfLife: "2015-12-31",
    isLongTermSupport: false,
    protocolVersions: upToTls1,
    behavesAs: undefined,
    changes: [],
  },
  {
    line: "1.0.0",
    released: "2010-03-29",
    endOfLife: "2015-12-31",
    isLongTermSupport: false,
    protocolVersions: upToTls1,
    behavesAs: undefined,
    changes: [],
  },
  {
    line: "1.0.1",
    released: "2012-03-14",
    endOfLife: "2016-12-31",
    isLongTermSupport: false,
    protocolVersions: ["SSLv2", "SSLv3", ...upToTls12],
    behavesAs: undefined,
    changes: ["TLS 1.1 and TLS 1.2 are new."],
  },
  {
    line: "1.0.2",
    released: "2015-01-22",
    endOfLife: "2019-12-31",
    isLongTermSupport: true,
    protocolVersions: ["SSLv3", ...upToTls12],
    behavesAs: undefined,
    changes: ["ALPN is new.", "From 1.0.2g on SSLv2 and the export and low-strength suites are not built by default."],
  },
  {
    line: "1.1.0",
    released: "2016-08-25",
    endOfLife: "2019-09-11",
    isLongTermSupport: false,
    protocolVersions: upToTls12,
    behavesAs: undefined,
    changes: [
      "SSLv2 is gone; SSLv3, RC4 and 3DES are not built by default.",
      "Security levels, ChaCha20-Poly1305 and X25519 are new.",
    ],
  },
  {
    line: "1.1.1",
    released: "2018-09-11",
    endOfLife: "2023-09-11",
    isLongTermSupport: true,
    protocolVersions: upToTls13,
    behavesAs: "1.1.1",
    changes: ["TLS 1.3 is new, with a list of ciphersuites of its own."],
  },
  {
    line: "3.0",
    released: "2021-09-07",
    endOfLife: "2026-09-07",
    isLongTermSupport: true,
    protocolVersions: upToTls13,
    behavesAs: "3.0",
    changes: [
      "Servers reach TLS 1.0 and TLS 1.1 at security level 0 only; clients also by suites with static RSA key exchange.",
      "Peers without secure renegotiation are refused.",
      "Unknown names in the TLS 1.3 list are skipped.",
      "Finite-field groups serve TLS 1.3.",
    ],
  },
  {
    line: "3.1",
    released: "2023-03-14",
    endOfLife: "2025-03-14",
    isLongTermSupport: false,
    protocolVersions: upToTls13,
    behavesAs: "3.0",
    changes: [],
  },
  {
    line: "3.2",
    released: "2023-11-23",
    endOfLife: "2025-11-23",
    isLongTermSupport: false,
    protocolVersions: upToTls13,
    behavesAs: undefined,
    changes: [
      "The default security level is 2.",
      "Cipher lists accept IANA names.",
      "CCM_8 suites count as 64 bits.",
      "Brainpool curves serve TLS 1.3.",
    ],
  },
  {
    line: "3.3",
    released: "2024-04-09",
    endOfLife: "2026-04-09",
    isLongTermSupport: false,
    protocolVersions: upToTls13,
    behavesAs: undefined,
    changes: [],
  },
  {
    line: "3.4",
    released: "2024-10-22",
    endOfLife: "2026-10-22",
    isLongTermSupport: false,
    protocolVersions: upToTls13,
    behavesAs: undefined,
    changes: ["The TLS 1.3 suites without encryption of RFC 9150 can be named."],
  },
  {
    line: "3.5",
    released: "2025-04-08",
    endOfLife: "2030-04-08",
    isLongTermSupport: true,
    protocolVersions: upToTls13,
    behavesAs: "3.5",
    changes: [
      "Clients, too, reach TLS 1.0 and TLS 1.1 at security level 0 only.",
      "ML-KEM groups and ML-DSA signatures are new; X25519MLKEM768 is offered first by default.",
      "Group lists take `?`, `*`, `-` and `/`.",
    ],
  },
  {
    line: "3.6",
    released: "2025-10-01",
    endOfLife: "2026-11-01",
    isLongTermSupport: false,
    protocolVersions: upToTls13,
    behavesAs: "3.5",
    changes: [],
  },
  {
    line: "4.0",
    released: "2026-04-14",
    endOfLife: "2027-05-14",
    isLongTermSupport: false,
    protocolVersions: upToTls13,
    behavesAs: "4.0",
    changes: [
      "SSLv3, the SSLv2 ClientHello and engines are gone.",
      "Cipher lists are read without regard to case; the keywords `SSLv3` and `FIPS` are gone.",
    ],
  },
];

/** To be said beside any verdict that rests on a version number. */
export const VENDOR_BACKPORT_CAVEAT =
  "Distributions such as Debian, Ubuntu and Red Hat carry security fixes into the version they ship without raising its number, and some change its defaults. Whether theirs is maintained is for the distribution to say.";

/** What a version string says of the library behind it. */
export interface OpenSslVersion {
  /** The text without surrounding blanks. */
  readonly version: string;
  readonly library: "OpenSSL" | "LibreSSL" | "BoringSSL" | "AWS-LC" | "quictls" | "unknown";
  /** The release line, undefined where the library is not OpenSSL's own or the line is not known. */
  readonly release: OpenSslRelease | undefined;
  /** What to tell people where the release alone does not say it all, as sentences. */
  readonly note: string | undefined;
}

const forks = ["LibreSSL", "BoringSSL", "AWS-LC"] as const;
const releaseNumber = /\b(\d+)\.(\d+)\.(\d+)/;

const byLine = new Map(OPENSSL_RELEASES.map((release) => [release.line, release]));

/** Three numbers name a line up to 1.1.1, two from 3.0 on. */
function releaseOf(version: string): OpenSslRelease | undefined {
  const [full, major, minor] = releaseNumber.exec(version) ?? [];
  return full === undefined ? undefined : byLine.get(Number(major) >= 3 ? `${major}.${minor}` : full);
}

/**
 * Reads `process.versions.openssl` or the output of `openssl version`: `1.1.1n`, `3.0.19+quic`, `OpenSSL 3.5.8 9 Jun 2026`, `LibreSSL 3.3.6`.
 */
export function readOpenSslVersion(text: string): OpenSslVersion {
  const version = text.trim();
  const fork = forks.find((name) => version.includes(name));
  if (fork) {
    const note = `${fork} is a fork of OpenSSL with its own versions and defaults, which were not measured. What is said here of OpenSSL need not hold for it.`;
    return { version, library: fork, release: undefined, note };
  }
  const release = releaseOf(version);
  if (!release)
    return {
      version,
      library: "unknown",
      release,
      note: `\`${version}\` is not a version of OpenSSL that is known here. Nothing can be said of its defaults or its maintenance.`,
    };
  if (/\+quic\b/.test(version)) {
    return {
      version,
      library: "quictls",
      release,
      note: `This is the quictls variant of OpenSSL ${release.line}, which some Node releases bundle. It treats TLS options as OpenSSL ${release.line} does.`,
    };
  }
  return { version, library: "OpenSSL", release, note: undefined };
}

/** @param day `2026-11-23`. */
export function isMaintained(release: OpenSslRelease, day: string): boolean {
  return day <= release.endOfLife;
}
