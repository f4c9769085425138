import type { ProtocolVersion } from "../parameters/protocol-versions.js";
import type { OpenSslLine } from "./openssl-line.js";
import { compareReleases, parseRelease, printRelease, type Release } from "./release.js";

/** A range of Node releases that all treat TLS options alike. */
export interface Runtime {
  /** `Node 16`, `Node 22.20+`, `Node 12.11-12.22.4`. */
  readonly name: string;
  readonly major: number;
  /** Oldest release of the range, `22.20.0`. */
  readonly from: string;
  /** First release after the range, undefined for the newest range of the newest line. */
  readonly before: string | undefined;
  /** Newest release of the line that was measured. */
  readonly measured: string;
  /** Day after which the line gets no fixes, `2027-04-30`; undefined where no schedule was found. */
  readonly endOfLife: string | undefined;
  /** The OpenSSL line whose behaviour the range has; Node 8 to 10.15 bundle older ones, for which 1.1.1 stands in. */
  readonly openssl: OpenSslLine;
  /** True where `openssl` stands in for an older line, so that cipher suites, groups and signature algorithms are approximate. */
  readonly isApproximate: boolean;
  readonly defaultSecurityLevel: number;
  readonly defaultMinVersion: ProtocolVersion;
  readonly defaultMaxVersion: ProtocolVersion;
  /** Initial `tls.DEFAULT_CIPHERS`. */
  readonly defaultCiphers: string;
  /** Initial `tls.DEFAULT_ECDH_CURVE`. */
  readonly defaultEcdhCurve: string;
  readonly traits: ReadonlySet<Trait>;
}

/**
 * Since which releases a behaviour is there: in each line named, from that release on; in every line after the last one named.
 * Found by bisecting the published binaries; `onlyFalseDisablesVerification` is the fix of CVE-2021-22939.
 */
const traitRanges = {
  /** `minVersion` and `maxVersion` are read. */
  hasVersionOptions: ["10.16.0", "11.4.0"],
  /** A `ciphers` string that selects nothing throws; before, OpenSSL's error was dropped. */
  rejectsCipherLists: ["11.0.0"],
  /** `ciphers` is split into TLS 1.3 suites and the rest, and TLS 1.3 exists. */
  hasTls13: ["12.0.0"],
  /** Errors of OpenSSL and of the native part carry a `code`. */
  hasNativeErrorCodes: ["12.0.0"],
  throwsInternalAssertions: ["12.1.0"],
  dropsEmptyCipherParts: ["12.3.0"],
  hasSigalgs: ["12.11.0"],
  /** OpenSSL 1.1.1d: a server's DSA key signs with other hashes than SHA-256. */
  signsAnyDsaHash: ["10.17.0", "12.12.0"],
  /** OpenSSL 1.1.1e: the security level applies to Ed25519 and Ed448 too. */
  ratesEdwardsCurves: ["10.20.0", "12.16.2", "13.12.0"],
  onlyFalseDisablesVerification: ["12.22.5", "14.17.5", "16.6.2"],
  hasInvalidArgValueCode: ["15.0.0"],
  /** `createSecureContext` checks the type of its options instead of skipping falsy ones. */
  validatesContextOptions: ["15.3.0"],
  /** An empty `tls.DEFAULT_ECDH_CURVE` counts as `auto`. */
  completesEmptyCurve: ["16.0.0"],
  acceptsNullOptions: ["16.14.0", "17.4.0"],
  /** A `ciphers` string without TLS 1.3 names leaves TLS 1.3 on. */
  keepsTls13Suites: ["16.17.0", "18.6.0"],
  /** OpenSSL 3.0.7: the key share of a client is for a group that TLS 1.3 can use, not just for the first one. */
  sharesTls13Groups: ["18.12.1", "19.0.1"],
  acceptsDhparamAuto: ["18.16.0", "19.8.0"],
  /** OpenSSL 3.0.10: a server uses a group only in the protocol versions it is meant for, as a client does. */
  checksGroupsOfServers: ["18.17.1", "20.5.1"],
  /** `ciphers`, and with it the security level, is set before `sigalgs`. */
  setsCiphersFirst: ["18.20.0", "20.11.0", "21.3.0"],
  /** Parts of `ciphers` that begin with `!TLS_` go to the TLS 1.3 list. */
  sendsExclusionsToCiphersuites: ["20.10.0"],
  validatesConnectOptions: ["21.0.0"],
  openssl3: ["17.0.0"],
  openssl35: ["22.20.0", "24.5.0"],
  /** OpenSSL 3.5.3: a client whose groups with a `*` are all unusable fails instead of sending no key share. */
  requiresKeyShare: ["22.21.0", "24.9.0"],
  defaultsToSecurityLevel2: ["24.5.0"],
} as const satisfies Record<string, readonly string[]>;

export type Trait = keyof typeof traitRanges;

const tls12Ciphers =
  "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES256-GCM-SHA384:DHE-RSA-AES128-GCM-SHA256:" +
  "ECDHE-RSA-AES128-SHA256:DHE-RSA-AES128-SHA256:ECDHE-RSA-AES256-SHA384:DHE-RSA-AES256-SHA384:ECDHE-RSA-AES256-SHA256:DHE-RSA-AES256-SHA256:" +
  "HIGH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!SRP:!CAMELLIA";
const tls13Ciphers = "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";

/** The release lines, with the end of life of the Node.js release schedule (nodejs/Release). */
const lines: readonly (readonly [measured: string, endOfLife: string | undefined])[] = [
  ["8.17.0", "2019-12-31"],
  ["9.11.2", "2018-06-30"],
  ["10.24.1", "2021-04-30"],
  ["11.15.0", "2019-06-01"],
  ["12.22.12", "2022-04-30"],
  ["13.14.0", "2020-06-01"],
  ["14.21.3", "2023-04-30"],
  ["15.14.0", "2021-06-01"],
  ["16.20.2", "2023-09-11"],
  ["17.9.1", "2022-06-01"],
  ["18.20.8", "2025-04-30"],
  ["19.8.1", "2023-06-01"],
  ["20.20.2", "2026-04-30"],
  ["21.7.3", "2024-06-01"],
  ["22.23.5", "2027-04-30"],
  ["23.11.1", "2025-06-01"],
  ["24.22.3", "2028-04-30"],
  ["25.9.0", "2026-06-01"],
  ["26.12.1", "2029-04-30"],
];

const behaviourStarts: readonly (readonly [Trait, readonly Release[]])[] = Object.entries(traitRanges).map(
  ([trait, since]) => [trait as Trait, since.map(parseRelease)],
);

function hasTrait(release: Release, starts: readonly Release[]): boolean {
  const inLine = starts.find(([major]) => major === release[0]);
  return inLine ? compareReleases(release, inLine) >= 0 : release[0] > starts.at(-1)![0];
}

function traitsOf(release: Release): ReadonlySet<Trait> {
  return new Set(behaviourStarts.filter(([, starts]) => hasTrait(release, starts)).map(([trait]) => trait));
}

const short = (release: Release) => printRelease(release).replace(/(?:\.0){1,2}$/, "");

/** The last release that can precede `before`: `12.22.4` before 12.22.5, `12.10` before 12.11.0. */
function lastBefore([major, minor, patch]: Release): string {
  return patch > 0 ? `${major}.${minor}.${patch - 1}` : `${major}.${minor - 1}`;
}

function nameOf(from: Release, before: Release | undefined): string {
  const isWholeLine = from[1] === 0 && from[2] === 0;
  if (!before) return isWholeLine ? `Node ${from[0]}` : `Node ${short(from)}+`;
  const last = lastBefore(before);
  const first = isWholeLine ? `${from[0]}.0` : short(from);
  return first === last ? `Node ${first}` : `Node ${first}-${last}`;
}

function opensslOf(traits: ReadonlySet<Trait>): OpenSslLine {
  if (traits.has("openssl35")) return "3.5";
  return traits.has("openssl3") ? "3.0" : "1.1.1";
}

function readRange([measured, endOfLife]: (typeof lines)[number], from: Release, next: Release | undefined): Runtime {
  const traits = traitsOf(from);
  const hasTls13 = traits.has("hasTls13");
  const before = next ?? (from[0] === newestMajor ? undefined : ([from[0] + 1, 0, 0] as const));
  return {
    name: nameOf(from, next),
    major: from[0],
    from: printRelease(from),
    before: before && printRelease(before),
    measured,
    endOfLife,
    openssl: opensslOf(traits),
    isApproximate: !traits.has("hasVersionOptions"),
    defaultSecurityLevel: traits.has("defaultsToSecurityLevel2") ? 2 : 1,
    defaultMinVersion: hasTls13 ? "TLSv1.2" : "TLSv1",
    defaultMaxVersion: hasTls13 ? "TLSv1.3" : "TLSv1.2",
    defaultCiphers: hasTls13 ? `${tls13Ciphers}:${tls12Ciphers}` : tls12Ciphers,
    defaultEcdhCurve: from[0] < 10 ? "prime256v1" : "auto",
    traits,
  };
}

const newestMajor = parseRelease(lines.at(-1)![0])[0];

function readLine(line: (typeof lines)[number]): readonly Runtime[] {
  const [major] = parseRelease(line[0]);
  const starts = behaviourStarts.flatMap(([, releases]) => releases).filter((release) => release[0] === major);
  const boundaries = [
    ...new Map([[major, 0, 0] as const, ...starts].map((release) => [printRelease(release), release])).values(),
  ].sort(compareReleases);
  return boundaries.map((from, index) => readRange(line, from, boundaries[index + 1]));
}

/** Every range of Node releases from 8 on that treats TLS options in its own way, oldest first. */
export const runtimes: readonly Runtime[] = lines.flatMap(readLine);

const releasesFrom = runtimes.map(({ from }) => parseRelease(from));

/**
 * The runtime that a release belongs to; a release of a newer line than those measured is taken to behave as the newest.
 * @param version `22.20.0` or `process.version`.
 * @throws RangeError for anything that is not a release number, and for releases before Node 8.
 */
export function runtimeFor(version: string): Runtime {
  const release = parseRelease(version);
  const index = releasesFrom.findLastIndex((from) => compareReleases(from, release) <= 0);
  const runtime = runtimes[index];
  if (!runtime) throw new RangeError(`Node ${version} is older than Node 8, the oldest release that was measured.`);
  return runtime;
}
