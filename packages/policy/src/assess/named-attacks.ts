import type { LibsslHistoric } from "../libssl/negotiate-libssl.js";
import type { Offers } from "../negotiate/negotiation.js";
import { type CipherSuite, findCipherSuite } from "../parameters/cipher-suites.js";
import type { HistoricVersion } from "../parameters/protocol-versions.js";

export type AttackName =
  | "BEAST"
  | "DROWN"
  | "FREAK"
  | "Logjam"
  | "Lucky Thirteen"
  | "RC4 biases"
  | "POODLE"
  | "Raccoon"
  | "renegotiation"
  | "ROBOT"
  | "SWEET32";

/** A published attack on what a connection may negotiate. */
export interface NamedAttack {
  readonly name: AttackName;
  /** CVE, or the number of the advisory where vendors have one each. */
  readonly advisories: readonly string[];
  /** What makes it possible, as the end of a sentence that begins "possible with". */
  readonly needs: string;
  /** Whether libraries have countermeasures of their own, which may have come without a new version: then the offer alone does not make it possible. */
  readonly hasCountermeasures: boolean;
  /** A page that describes it. */
  readonly reference: string;
}

type Row = NamedAttack & {
  /** The version before TLS 1.0 that is enough for it. */
  readonly historic?: HistoricVersion;
  readonly applies: (offers: Offers, pairs: readonly Pair[]) => boolean;
};

/** A suite with a version in which a handshake can complete with it. */
interface Pair {
  readonly version: string;
  readonly suite: CipherSuite;
}

const isCbc = ({ suite }: Pair) => suite.encryption.endsWith("-CBC");
const isExport = ({ suite }: Pair, keyExchange: string) =>
  suite.keyExchange === keyExchange && suite.ianaName.includes("EXPORT");

// within reach of a state, by the authors; a client takes it from others by default, which is not its own offer
const breakableModulus = 1024;

/** No release that is modelled offers a version before TLS 1.0 beside others. */
const never = () => false;

const rows: readonly Row[] = [
  {
    name: "DROWN",
    advisories: ["CVE-2016-0800"],
    needs: "SSL 2.0, which also lays open other services with the same key",
    hasCountermeasures: false,
    reference: "https://drownattack.com/",
    historic: "SSLv2",
    applies: never,
  },
  {
    name: "POODLE",
    advisories: ["CVE-2014-3566"],
    needs: "SSL 3.0, which does not check the padding of CBC suites",
    hasCountermeasures: false,
    reference: "https://www.rfc-editor.org/rfc/rfc7568",
    historic: "SSLv3",
    applies: never,
  },
  {
    name: "BEAST",
    advisories: ["CVE-2011-3389"],
    needs: "CBC suites in TLS 1.0, whose initialization vectors can be foreseen",
    hasCountermeasures: true,
    reference: "https://nvd.nist.gov/vuln/detail/CVE-2011-3389",
    applies: (_, pairs) => pairs.some((pair) => pair.version === "TLSv1" && isCbc(pair)),
  },
  {
    name: "Lucky Thirteen",
    advisories: ["CVE-2013-0169"],
    needs: "CBC suites, where the time of a check tells of the padding",
    hasCountermeasures: true,
    reference: "https://nvd.nist.gov/vuln/detail/CVE-2013-0169",
    applies: (_, pairs) => pairs.some(isCbc),
  },
  {
    name: "SWEET32",
    advisories: ["CVE-2016-2183", "CVE-2016-6329"],
    needs: "ciphers of 64-bit blocks, 3DES or IDEA",
    hasCountermeasures: false,
    reference: "https://sweet32.info/",
    applies: (_, pairs) => pairs.some(({ suite }) => /^(?:3DES|IDEA|DES|RC2)-/.test(suite.encryption)),
  },
  {
    name: "RC4 biases",
    advisories: ["CVE-2013-2566", "CVE-2015-2808"],
    needs: "RC4",
    hasCountermeasures: false,
    reference: "https://www.rfc-editor.org/rfc/rfc7465",
    applies: (_, pairs) => pairs.some(({ suite }) => suite.encryption.startsWith("RC4-")),
  },
  {
    name: "FREAK",
    advisories: ["CVE-2015-0204"],
    needs: "export suites with RSA keys of 512 bits",
    hasCountermeasures: false,
    reference: "https://nvd.nist.gov/vuln/detail/CVE-2015-0204",
    applies: (_, pairs) => pairs.some((pair) => isExport(pair, "RSA")),
  },
  {
    name: "Logjam",
    advisories: ["CVE-2015-4000"],
    needs: "a Diffie-Hellman modulus of 1024 bits or less",
    hasCountermeasures: false,
    reference: "https://weakdh.org/",
    applies: ({ dhSize }, pairs) =>
      pairs.some((pair) => isExport(pair, "DHE")) || (typeof dhSize === "number" && dhSize <= breakableModulus),
  },
  {
    name: "ROBOT",
    advisories: ["VU#144389"],
    needs: "key transport by RSA, where the answer to a wrong padding tells of the key",
    hasCountermeasures: true,
    reference: "https://robotattack.org/",
    applies: (_, pairs) => pairs.some(({ suite }) => suite.keyExchange === "RSA"),
  },
  {
    name: "Raccoon",
    advisories: ["CVE-2020-1968"],
    needs: "Diffie-Hellman with a key that stays the same",
    hasCountermeasures: true,
    reference: "https://raccoon-attack.com/",
    applies: (_, pairs) => pairs.some(({ suite }) => suite.keyExchange === "DH"),
  },
  {
    name: "renegotiation",
    advisories: ["CVE-2009-3555"],
    needs: "peers or renegotiation without RFC 5746",
    hasCountermeasures: false,
    reference: "https://www.rfc-editor.org/rfc/rfc5746",
    applies: ({ weakeningSecureOptions }) =>
      weakeningSecureOptions.some((name) => /LEGACY_SERVER_CONNECT|UNSAFE_LEGACY_RENEGOTIATION/.test(name)),
  },
];

/** Every attack of the table. Compression (CRIME) is outside the model, and signatures over MD5 (SLOTH) are not offered by any release of it. */
export const NAMED_ATTACKS: readonly NamedAttack[] = rows.map(described);

/** The attacks for which an offer leaves room: by what a handshake can complete with, not by what a list names. */
export function attacksOn(offers: Offers | LibsslHistoric): readonly NamedAttack[] {
  if (offers.outcome === "historic") return rows.filter(({ historic }) => historic === offers.version).map(described);
  const pairs = Object.entries(offers.reachableSuites).flatMap(([version, names]) =>
    names.flatMap((name): readonly Pair[] => {
      const suite = findCipherSuite(name);
      return suite ? [{ version, suite }] : [];
    }),
  );
  return rows.filter(({ applies }) => applies(offers, pairs)).map(described);
}

function described({ name, advisories, needs, hasCountermeasures, reference }: Row): NamedAttack {
  return { name, advisories, needs, hasCountermeasures, reference };
}
