import type { Side } from "../negotiate/negotiation.js";
import type { HistoricVersion, ProtocolVersion } from "../parameters/protocol-versions.js";
import type { LibsslRuntime, LibsslTrait } from "./libssl-runtimes.js";

/** A function that returns an `SSL_METHOD`. */
export interface LibsslMethod {
  /** `TLSv1_client_method`. */
  readonly name: string;
  readonly side: Side | "both";
  readonly transport: "TLS" | "DTLS";
  /** The one version that it speaks; undefined for the methods that negotiate. */
  readonly version: ProtocolVersion | HistoricVersion | "DTLSv1" | "DTLSv1.2" | undefined;
  /** The name of today for a method that negotiates under an old one. */
  readonly renamedTo: string | undefined;
  /** The method that negotiates in its place. */
  readonly flexible: string;
  /** What a line's default build must have for the function to be there. */
  readonly needs: LibsslTrait | undefined;
}

interface Family {
  readonly prefix: string;
  readonly transport: LibsslMethod["transport"];
  readonly version?: LibsslMethod["version"];
  readonly renamedTo?: string;
  readonly needs?: LibsslTrait;
}

/**
 * SSL_CTX_new(3): the methods of one version are deprecated since 1.1.0, and ossl-removed-api(7) of 4.0 lists them as removed;
 * `SSLv23_*` are macros for `TLS_*` since 1.1.0. Which are there was asked of the libraries of 1.1.1, 3.0 and 3.5.
 */
const FAMILIES: readonly Family[] = [
  { prefix: "TLS", transport: "TLS", needs: "hasVersionBounds" },
  { prefix: "SSLv23", transport: "TLS", renamedTo: "TLS" },
  { prefix: "SSLv2", transport: "TLS", version: "SSLv2", needs: "hasSslv2" },
  { prefix: "SSLv3", transport: "TLS", version: "SSLv3", needs: "hasSslv3" },
  { prefix: "TLSv1", transport: "TLS", version: "TLSv1", needs: "hasFixedVersionMethods" },
  { prefix: "TLSv1_1", transport: "TLS", version: "TLSv1.1", needs: "hasFixedVersionMethods" },
  { prefix: "TLSv1_2", transport: "TLS", version: "TLSv1.2", needs: "hasFixedVersionMethods" },
  { prefix: "DTLS", transport: "DTLS" },
  { prefix: "DTLSv1", transport: "DTLS", version: "DTLSv1", needs: "hasFixedVersionMethods" },
  { prefix: "DTLSv1_2", transport: "DTLS", version: "DTLSv1.2", needs: "hasFixedVersionMethods" },
];

const SUFFIXES = [
  ["method", "both"],
  ["client_method", "client"],
  ["server_method", "server"],
] as const;

export const LIBSSL_METHODS: readonly LibsslMethod[] = FAMILIES.flatMap(
  ({ prefix, transport, version, renamedTo, needs }) =>
    SUFFIXES.map(([suffix, side]) => ({
      name: `${prefix}_${suffix}`,
      side,
      transport,
      version,
      renamedTo: renamedTo && `${renamedTo}_${suffix}`,
      flexible: `${transport}_${suffix}`,
      needs,
    })),
);

const byName = new Map(LIBSSL_METHODS.map((method) => [method.name, method]));

/** The method that a function of this name returns. */
export function libsslMethod(name: string): LibsslMethod | undefined {
  return byName.get(name);
}

/** Whether a line's default build has the function; SSLv3 is gone from them since 1.1.0, though its functions can be built up to 3.6. */
export function hasLibsslMethod({ needs }: LibsslMethod, { traits }: LibsslRuntime): boolean {
  return needs === undefined || traits.has(needs);
}
