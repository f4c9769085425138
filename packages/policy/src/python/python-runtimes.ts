import type { ProtocolVersion } from "../parameters/protocol-versions.js";
import type { OpenSslLine } from "../runtimes/openssl-line.js";
import { nodeWith } from "../runtimes/openssl-of-node.js";
import type { Runtime } from "../runtimes/runtimes.js";

/**
 * How CPython was built. `python.org` keeps CPython's own cipher list and floor; `distribution` is built with
 * `--with-ssl-default-suites=openssl`, as Debian's is, and leaves both to OpenSSL.
 */
export type PythonFlavour = "python.org" | "distribution";

/** CPython releases that treat TLS contexts alike, of one build flavour, with one line of OpenSSL. */
export interface PythonRuntime {
  /** `Python 3.7-3.9 with OpenSSL 3.0`, and `(distribution)` where the build is one. */
  readonly name: string;
  /** `Python 3.7-3.9`. */
  readonly releases: string;
  /** Oldest release, `3.7`. */
  readonly from: string;
  /** First release after the range; undefined for the newest. */
  readonly before: string | undefined;
  readonly flavour: PythonFlavour;
  readonly openssl: OpenSslLine;
  /** The level that OpenSSL was built with, which a cipher list without `@SECLEVEL` leaves in force. */
  readonly defaultSecurityLevel: number;
  /** The floor of a context whose protocol is not pinned. */
  readonly defaultMinVersion: ProtocolVersion;
  /** The list that every new context gets. */
  readonly defaultCiphers: string;
  readonly traits: ReadonlySet<PythonTrait>;
  /** The Node release whose OpenSSL is the same, for what OpenSSL does beneath Python. */
  readonly likeNode: Runtime;
}

/** Since which release a behaviour is there; measured on CPython 2.7 and 3.6 to 3.13. */
const TRAITS = {
  /** `PROTOCOL_TLS_CLIENT` and `PROTOCOL_TLS_SERVER`; `SSLContext()` needs no argument. */
  hasSidedProtocols: ["3.6"],
  /** `TLSVersion`, `minimum_version` and `maximum_version`. */
  hasVersionAttributes: ["3.7"],
  /** `check_hostname = True` turns `CERT_REQUIRED` on; before, it raises ValueError where verification is off. */
  turnsVerificationOn: ["3.7"],
  /** `_create_unverified_context()` sets `CERT_NONE`; before, it leaves the protocol's own mode. */
  unverifiesByDefault: ["3.7"],
  /** `create_default_context(Purpose.CLIENT_AUTH)` gets a list of its own. */
  restrictsServerCiphers: ["2.7", "3.7"],
  /** `create_default_context()` makes a context for one side, and the wrong side raises SSLError. */
  refusesWrongSide: ["3.10"],
  /** `ssl.wrap_socket` and `ssl.match_hostname`. */
  hasWrapSocket: ["2.7", "3.12"],
  /** OpenSSL compares the name, if a peer sends a certificate at all; before, Python does and raises ValueError where there is none. */
  leavesNamesToOpenSsl: ["3.7"],
  /** `create_default_context()` turns `VERIFY_X509_STRICT` on. */
  verifiesStrictly: ["3.13"],
} as const satisfies Record<string, readonly [since: string, before?: string]>;

export type PythonTrait = keyof typeof TRAITS;

const OLD_LIST =
  "TLS13-AES-256-GCM-SHA384:TLS13-CHACHA20-POLY1305-SHA256:TLS13-AES-128-GCM-SHA256:ECDH+AESGCM:ECDH+CHACHA20:DH+AESGCM:DH+CHACHA20:" +
  "ECDH+AES256:DH+AES256:ECDH+AES128:DH+AES:ECDH+HIGH:DH+HIGH:RSA+AESGCM:RSA+AES:RSA+HIGH:!aNULL:!eNULL:!MD5:!3DES";
/** What `create_default_context(Purpose.CLIENT_AUTH)` sets before 3.7 (`_RESTRICTED_SERVER_CIPHERS` of Lib/ssl.py). */
export const RESTRICTED_SERVER_CIPHERS = OLD_LIST.replace("!MD5", "!MD5:!DSS:!RC4");
const OPENSSL_LIST = "DEFAULT:!aNULL:!eNULL:!MD5:!3DES:!DES:!RC4:!IDEA:!SEED:!aDSS:!SRP:!PSK";
const OWN_LIST = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM";
const DISTRIBUTION_LIST = "ALL:!COMPLEMENTOFDEFAULT:!eNULL";

interface PythonLine {
  readonly from: string;
  readonly before: string | undefined;
  readonly ciphers: string;
  /** TLS 1.2 by CPython's own choice; otherwise OpenSSL's oldest. */
  readonly hasOwnFloor: boolean;
  readonly openssl: readonly OpenSslLine[];
}

/** Boundaries are the releases of `TRAITS`, and 3.10, which brought CPython's own floor and list (bpo-43998). */
const LINES: readonly PythonLine[] = [
  { from: "2.7", before: "3.0", ciphers: OLD_LIST, hasOwnFloor: false, openssl: ["1.1.1", "3.0"] },
  { from: "3.6", before: "3.7", ciphers: OLD_LIST, hasOwnFloor: false, openssl: ["1.1.1", "3.0"] },
  { from: "3.7", before: "3.10", ciphers: OPENSSL_LIST, hasOwnFloor: false, openssl: ["1.1.1", "3.0", "3.5"] },
  { from: "3.10", before: "3.12", ciphers: OWN_LIST, hasOwnFloor: true, openssl: ["1.1.1", "3.0", "3.5"] },
  { from: "3.12", before: "3.13", ciphers: OWN_LIST, hasOwnFloor: true, openssl: ["1.1.1", "3.0", "3.5"] },
  { from: "3.13", before: undefined, ciphers: OWN_LIST, hasOwnFloor: true, openssl: ["1.1.1", "3.0", "3.5"] },
];

/** The level that OpenSSL itself defaults to; distributions raised it to 2 before OpenSSL 3.2 did. */
const OPENSSL_LEVELS: Readonly<Record<OpenSslLine, number>> = { "1.1.1": 1, "3.0": 1, "3.5": 2, "4.0": 2 };
const DISTRIBUTION_LEVEL = 2;

/** `3.10` as a number that sorts: 3010. A patch release counts as its line. */
export function pythonRelease(text: string): number {
  const [, major, minor = "0"] = /^(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  if (major === undefined) throw new RangeError(`\`${text}\` is not a Python release.`);
  return Number(major) * 1000 + Number(minor);
}

function hasTrait(from: string, [since, before]: readonly [since: string, before?: string]): boolean {
  const release = pythonRelease(from);
  return release >= pythonRelease(since) && (before === undefined || release < pythonRelease(before));
}

const traitsOf = (from: string) =>
  new Set((Object.keys(TRAITS) as PythonTrait[]).filter((trait) => hasTrait(from, TRAITS[trait])));

function releasesOf({ from, before }: PythonLine): string {
  if (before === undefined) return `Python ${from}+`;
  const last = before === "3.0" ? "2.7" : `3.${Number(before.split(".")[1]) - 1}`;
  return from === last ? `Python ${from}` : `Python ${from}-${last}`;
}

function runtimeOf(line: PythonLine, flavour: PythonFlavour, openssl: OpenSslLine): PythonRuntime {
  const isDistribution = flavour === "distribution";
  const hasOwnChoices = line.hasOwnFloor && !isDistribution;
  const releases = releasesOf(line);
  return {
    name: `${releases}${isDistribution ? " (distribution)" : ""} with OpenSSL ${openssl}`,
    releases,
    from: line.from,
    before: line.before,
    flavour,
    openssl,
    defaultSecurityLevel: isDistribution ? DISTRIBUTION_LEVEL : OPENSSL_LEVELS[openssl],
    defaultMinVersion: hasOwnChoices ? "TLSv1.2" : "TLSv1",
    defaultCiphers: isDistribution && line.hasOwnFloor ? DISTRIBUTION_LIST : line.ciphers,
    traits: traitsOf(line.from),
    likeNode: nodeWith(openssl),
  };
}

const FLAVOURS: readonly PythonFlavour[] = ["python.org", "distribution"];

/** Every way in which CPython from 2.7 on treats a TLS context, oldest first. */
export const pythonRuntimes: readonly PythonRuntime[] = LINES.flatMap((line) =>
  FLAVOURS.flatMap((flavour) => line.openssl.map((openssl) => runtimeOf(line, flavour, openssl))),
);

/** A Python at hand: its release, how it was built, the OpenSSL that it reports and the level that OpenSSL was built with. */
export interface PythonAtHand {
  readonly release: string;
  readonly flavour: PythonFlavour;
  readonly openssl: OpenSslLine;
  readonly defaultSecurityLevel: number;
}

/** The runtime that one Python is. @throws RangeError for Python 3.0 to 3.5 and anything before 2.7. */
export function pythonRuntimeFor({ release, flavour, openssl, defaultSecurityLevel }: PythonAtHand): PythonRuntime {
  const wanted = pythonRelease(release);
  const line = LINES.find(
    ({ from, before }) => wanted >= pythonRelease(from) && (before === undefined || wanted < pythonRelease(before)),
  );
  if (!line) throw new RangeError(`Python ${release} is none of those measured: 2.7, and 3.6 and newer.`);
  return { ...runtimeOf(line, flavour, openssl), defaultSecurityLevel };
}
