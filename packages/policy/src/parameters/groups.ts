import { OPENSSL_LINES, type OpenSslLine } from "../runtimes/openssl-line.js";
import type { Judgement, Status } from "./status.js";

/** A key exchange group, Node's "curve". Names, versions and strengths as measured on Node 12 to 26. */
export interface Group extends Judgement {
  /** The name for `ecdhCurve` that every OpenSSL line with the group accepts. */
  readonly name: string;
  readonly ianaName: string;
  readonly codePoint: number;
  readonly kind: "elliptic-curve" | "finite-field" | "post-quantum" | "hybrid";
  /** Strength as OpenSSL's security levels count it. */
  readonly securityBits: number;
  /** The first OpenSSL line that has the group. */
  readonly since: OpenSslLine;
  /** The TLS versions in which OpenSSL 3 offers the group; 1.1.1 makes no difference. */
  readonly versions: "any" | "up to TLSv1.2" | "TLSv1.3";
  readonly aliases: readonly GroupAlias[];
}

/** Another name of the same group, from that OpenSSL line on. */
interface GroupAlias {
  readonly name: string;
  readonly since: OpenSslLine;
}

type Row = readonly [name: string, ianaName: string, codePoint: number, securityBits: number, aliases?: string];

const alias = (text: string): GroupAlias => {
  const [name, since = "1.1.1"] = text.split("@");
  return { name: name!, since: since as OpenSslLine };
};

function groups(
  shared: Pick<Group, "kind" | "since" | "versions" | "status" | "reference">,
  rows: readonly Row[],
): Group[] {
  return rows.map(([name, ianaName, codePoint, securityBits, aliases]) => ({
    name,
    ianaName,
    codePoint,
    securityBits,
    ...shared,
    aliases: aliases?.split(" ").map(alias) ?? [],
  }));
}

const curve = (versions: Group["versions"], status: Status, reference: string, since: OpenSslLine = "1.1.1") =>
  ({ kind: "elliptic-curve", since, versions, status, reference }) as const;

/** Every group that an OpenSSL of Node 12 to 26 knows, best first. */
export const GROUPS: readonly Group[] = [
  ...groups({ kind: "hybrid", since: "3.5", versions: "TLSv1.3", status: "recommended", reference: "RFC 10024" }, [
    ["X25519MLKEM768", "X25519MLKEM768", 0x11ec, 192],
  ]),
  ...groups(curve("any", "recommended", "RFC 8447, section 9"), [
    ["X25519", "x25519", 29, 128, "x25519@3.0"],
    ["P-256", "secp256r1", 23, 128, "prime256v1 secp256r1@3.0"],
    ["P-384", "secp384r1", 24, 192, "secp384r1"],
    ["X448", "x448", 30, 224, "x448@3.0"],
  ]),
  ...groups(curve("any", "allowed", "RFC 8422, section 5.1.1"), [["P-521", "secp521r1", 25, 256, "secp521r1"]]),
  ...groups({ kind: "hybrid", since: "3.5", versions: "TLSv1.3", status: "allowed", reference: "RFC 10024" }, [
    ["SecP256r1MLKEM768", "SecP256r1MLKEM768", 0x11eb, 192],
    ["SecP384r1MLKEM1024", "SecP384r1MLKEM1024", 0x11ed, 256],
  ]),
  ...groups(
    {
      kind: "post-quantum",
      since: "3.5",
      versions: "TLSv1.3",
      status: "allowed",
      reference: "IANA TLS Supported Groups registry",
    },
    [
      ["MLKEM512", "MLKEM512", 0x0200, 128],
      ["MLKEM768", "MLKEM768", 0x0201, 192],
      ["MLKEM1024", "MLKEM1024", 0x0202, 256],
    ],
  ),
  ...groups(
    { kind: "finite-field", since: "3.0", versions: "TLSv1.3", status: "allowed", reference: "RFC 10015, section 3" },
    [
      ["ffdhe2048", "ffdhe2048", 0x0100, 112],
      ["ffdhe3072", "ffdhe3072", 0x0101, 128],
      ["ffdhe4096", "ffdhe4096", 0x0102, 128],
      ["ffdhe6144", "ffdhe6144", 0x0103, 128],
      ["ffdhe8192", "ffdhe8192", 0x0104, 192],
    ],
  ),
  ...groups(curve("up to TLSv1.2", "allowed", "RFC 7027, section 2"), [
    ["brainpoolP256r1", "brainpoolP256r1", 26, 128],
    ["brainpoolP384r1", "brainpoolP384r1", 27, 192],
    ["brainpoolP512r1", "brainpoolP512r1", 28, 256],
  ]),
  ...groups(curve("TLSv1.3", "allowed", "RFC 8734, section 3", "3.5"), [
    ["brainpoolP256r1tls13", "brainpoolP256r1tls13", 31, 128],
    ["brainpoolP384r1tls13", "brainpoolP384r1tls13", 32, 192],
    ["brainpoolP512r1tls13", "brainpoolP512r1tls13", 33, 256],
  ]),
  ...groups(curve("up to TLSv1.2", "deprecated", "RFC 8422, section 5.1.1"), [
    ["secp256k1", "secp256k1", 22, 128],
    ["P-224", "secp224r1", 21, 112, "secp224r1"],
    ["secp224k1", "secp224k1", 20, 112],
    ["sect571r1", "sect571r1", 14, 256, "B-571"],
    ["sect571k1", "sect571k1", 13, 256, "K-571"],
    ["sect409r1", "sect409r1", 12, 192, "B-409"],
    ["sect409k1", "sect409k1", 11, 192, "K-409"],
    ["sect283r1", "sect283r1", 10, 128, "B-283"],
    ["sect283k1", "sect283k1", 9, 128, "K-283"],
    ["sect239k1", "sect239k1", 8, 112],
    ["sect233r1", "sect233r1", 7, 112, "B-233"],
    ["sect233k1", "sect233k1", 6, 112, "K-233"],
  ]),
  ...groups(curve("up to TLSv1.2", "prohibited", "RFC 9325, section 4.5"), [
    ["P-192", "secp192r1", 19, 80, "prime192v1 secp192r1@3.0"],
    ["secp192k1", "secp192k1", 18, 80],
    ["secp160r2", "secp160r2", 17, 80],
    ["secp160r1", "secp160r1", 16, 80],
    ["secp160k1", "secp160k1", 15, 80],
    ["sect193r2", "sect193r2", 5, 80],
    ["sect193r1", "sect193r1", 4, 80],
    ["sect163r2", "sect163r2", 3, 80, "B-163"],
    ["sect163r1", "sect163r1", 2, 80],
    ["sect163k1", "sect163k1", 1, 80, "K-163"],
  ]),
];

const rank = (line: OpenSslLine) => OPENSSL_LINES.indexOf(line);

function namesOf({ name, since, aliases }: Group, openssl: OpenSslLine): readonly string[] {
  return [
    { name, since },
    ...aliases.map((other) => ({ name: other.name, since: rank(other.since) > rank(since) ? other.since : since })),
  ]
    .filter((candidate) => rank(candidate.since) <= rank(openssl))
    .map((candidate) => candidate.name);
}

/** From 3.5 on group names are compared without regard to case (measured on Node 22 to 26). */
const ignoresCase = (openssl: OpenSslLine) => rank(openssl) >= rank("3.5");

const fold = (name: string, openssl: OpenSslLine) => (ignoresCase(openssl) ? name.toLowerCase() : name);

const indexes = new Map(
  OPENSSL_LINES.map((openssl) => [
    openssl,
    new Map(GROUPS.flatMap((group) => namesOf(group, openssl).map((name) => [fold(name, openssl), group]))),
  ]),
);

/** The group that one element of `ecdhCurve` names on an OpenSSL line; undefined where that line does not know the name. */
export function findGroup(name: string, openssl: OpenSslLine): Group | undefined {
  return indexes.get(openssl)!.get(fold(name, openssl));
}

const defaults: Readonly<Record<Exclude<OpenSslLine, "4.0">, string>> = {
  "1.1.1": "X25519:P-256:X448:P-521:P-384",
  "3.0": "X25519:P-256:X448:P-521:P-384:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192",
  "3.5": "X25519MLKEM768:X25519:P-256:X448:P-384:P-521:ffdhe2048:ffdhe3072",
};

/**
 * The groups that `ecdhCurve: "auto"` offers, in the order of the ClientHello (measured on Node 12 to 26).
 * No Node bundles OpenSSL 4.0 yet; the list of 3.5 stands in for it.
 */
export function defaultGroups(openssl: OpenSslLine): readonly Group[] {
  return defaults[openssl === "4.0" ? "3.5" : openssl].split(":").map((name) => findGroup(name, openssl)!);
}
