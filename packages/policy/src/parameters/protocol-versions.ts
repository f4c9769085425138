import type { Judgement } from "./status.js";

/** A TLS version under the name that Node's `minVersion` and `maxVersion` take. */
export type ProtocolVersion = "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";

/** Versions that no supported Node can negotiate. */
export type HistoricVersion = "SSLv2" | "SSLv3";

export interface ProtocolVersionFacts<Name extends string = ProtocolVersion> extends Judgement {
  readonly name: Name;
  /** As in the ClientHello: 0x0303 is TLS 1.2. */
  readonly codePoint: number;
  /** The document that defines the version. */
  readonly definedIn: string;
  /** The `crypto.constants` bit for `secureOptions` that switches the version off. */
  readonly disabledBy: string;
}

/** Oldest first. */
export const PROTOCOL_VERSIONS: readonly ProtocolVersionFacts[] = [
  {
    name: "TLSv1",
    codePoint: 0x0301,
    definedIn: "RFC 2246",
    disabledBy: "SSL_OP_NO_TLSv1",
    status: "prohibited",
    reference: "RFC 8996, section 4",
  },
  {
    name: "TLSv1.1",
    codePoint: 0x0302,
    definedIn: "RFC 4346",
    disabledBy: "SSL_OP_NO_TLSv1_1",
    status: "prohibited",
    reference: "RFC 8996, section 5",
  },
  {
    name: "TLSv1.2",
    codePoint: 0x0303,
    definedIn: "RFC 5246",
    disabledBy: "SSL_OP_NO_TLSv1_2",
    status: "recommended",
    reference: "RFC 9325, section 3.1.1",
  },
  {
    name: "TLSv1.3",
    codePoint: 0x0304,
    definedIn: "RFC 8446",
    disabledBy: "SSL_OP_NO_TLSv1_3",
    status: "recommended",
    reference: "RFC 9325, section 3.1.1",
  },
];

export const HISTORIC_VERSIONS: readonly ProtocolVersionFacts<HistoricVersion>[] = [
  {
    name: "SSLv2",
    codePoint: 0x0002,
    definedIn: "SSL 2.0 (1995)",
    disabledBy: "SSL_OP_NO_SSLv2",
    status: "prohibited",
    reference: "RFC 6176, section 3",
  },
  {
    name: "SSLv3",
    codePoint: 0x0300,
    definedIn: "RFC 6101",
    disabledBy: "SSL_OP_NO_SSLv3",
    status: "prohibited",
    reference: "RFC 7568, section 3",
  },
];

const ranks: ReadonlyMap<unknown, number> = new Map(PROTOCOL_VERSIONS.map(({ name }, rank) => [name, rank]));

/** True for the four strings that Node accepts as `minVersion` and `maxVersion`; the comparison is exact, as Node's is. */
export function isProtocolVersion(value: unknown): value is ProtocolVersion {
  return ranks.has(value);
}

/** Negative when `left` is the older version. */
export function compareProtocolVersions(left: ProtocolVersion, right: ProtocolVersion): number {
  return ranks.get(left)! - ranks.get(right)!;
}

/** The versions from `min` to `max`, oldest first; none when `min` is newer than `max`. */
export function protocolVersionsBetween(min: ProtocolVersion, max: ProtocolVersion): readonly ProtocolVersion[] {
  return PROTOCOL_VERSIONS.slice(ranks.get(min)!, ranks.get(max)! + 1).map(({ name }) => name);
}

export function protocolVersionFacts(version: ProtocolVersion): ProtocolVersionFacts {
  return PROTOCOL_VERSIONS[ranks.get(version)!]!;
}

/** A method string that Node accepts as `secureProtocol`. */
export interface SecureProtocolMethod {
  readonly name: string;
  readonly side: "client" | "server" | "both";
  /** `default` stands for the runtime's `tls.DEFAULT_MIN_VERSION`. */
  readonly min: ProtocolVersion | "default";
  readonly max: ProtocolVersion;
}

/** `SSLv23` caps at TLS 1.2 and `TLS` reaches down to TLS 1.0: measured on Node 12 to 26, as in `SecureContext::Init` of Node's source. */
const methodRanges: readonly (readonly [prefix: string, min: SecureProtocolMethod["min"], max: ProtocolVersion])[] = [
  ["SSLv23", "default", "TLSv1.2"],
  ["TLS", "TLSv1", "TLSv1.3"],
  ["TLSv1", "TLSv1", "TLSv1"],
  ["TLSv1_1", "TLSv1.1", "TLSv1.1"],
  ["TLSv1_2", "TLSv1.2", "TLSv1.2"],
];

const methodSides = [
  ["method", "both"],
  ["client_method", "client"],
  ["server_method", "server"],
] as const;

export const SECURE_PROTOCOL_METHODS: readonly SecureProtocolMethod[] = methodRanges.flatMap(([prefix, min, max]) =>
  methodSides.map(([suffix, side]) => ({ name: `${prefix}_${suffix}`, side, min, max })),
);

const methodsByName: ReadonlyMap<string, SecureProtocolMethod> = new Map(
  SECURE_PROTOCOL_METHODS.map((method) => [method.name, method]),
);

/**
 * The method that `secureProtocol` names, or undefined where Node 12 to 26 throws ERR_TLS_INVALID_PROTOCOL_METHOD:
 * SSLv2 and SSLv3 methods, DTLS methods, `TLSv1_3_method`, the empty string, any other case.
 */
export function secureProtocolMethod(name: string): SecureProtocolMethod | undefined {
  return methodsByName.get(name);
}

const disabledMethod = /^(SSLv[23])_(?:client_|server_)?method$/;

/** The historic version whose method string this is, which Node knows by name and refuses. */
export function historicVersionOfMethod(name: string): HistoricVersion | undefined {
  return disabledMethod.exec(name)?.[1] as HistoricVersion | undefined;
}
