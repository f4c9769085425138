import type { ProtocolVersion } from "../parameters/protocol-versions.js";
import type { TlsOptionName } from "./tls-options.js";

/**
 * TLS options as a program hands them to Node, under Node's own names. Values are `unknown` because programs pass anything;
 * an absent key and an explicit `undefined` differ for some options (semantics of `rejectUnauthorized`), so keys count.
 * `checkServerIdentity` is a `HostNameCheck` of what the program's own function does, or the raw value where it is no function.
 * Every value must be the one the program really passes: where only some are known, ask `possibleNegotiations`.
 */
export type TlsOptionValues = { readonly [Name in TlsOptionName]?: unknown };
/** What a `checkServerIdentity` function is known to do: pass the default's verdict on, accept every name, or refuse every name. */
export interface HostNameCheck {
  readonly outcome: "default" | "accepts-all" | "refuses-all" | "unknown";
}

/** Process-wide settings that change what the same options do. */
export interface ProcessSettings {
  /** `tls.DEFAULT_MIN_VERSION = ...` and its siblings, as assigned. */
  readonly defaults?: {
    readonly DEFAULT_MIN_VERSION?: unknown;
    readonly DEFAULT_MAX_VERSION?: unknown;
    readonly DEFAULT_CIPHERS?: unknown;
    readonly DEFAULT_ECDH_CURVE?: unknown;
  };
  /** Command line flags and NODE_OPTIONS, split into words: `["--tls-min-v1.0"]`. */
  readonly flags?: readonly string[];
  /** Environment variables as the process sees them. */
  readonly env?: { readonly NODE_TLS_REJECT_UNAUTHORIZED?: string | undefined };
}

export type Side = "client" | "server";

/** The call that would receive the options throws synchronously. */
export interface Throws {
  readonly outcome: "throws";
  /** Node's `error.code`, e.g. `ERR_TLS_PROTOCOL_VERSION_CONFLICT`; undefined where the error of that release carries none. */
  readonly code: string | undefined;
  /** The options that cause it; none where a process-wide setting does. */
  readonly options: readonly TlsOptionName[];
  readonly reason: string;
}

/** The options are accepted but no handshake with any peer can succeed. */
export interface CannotConnect {
  readonly outcome: "cannot-connect";
  /** The error code on the connection, when it is always the same one. */
  readonly code: string | undefined;
  readonly options: readonly TlsOptionName[];
  readonly reason: string;
  /** Versions that the options ask for, oldest first. */
  readonly latentProtocolVersions: readonly ProtocolVersion[];
}

/** What the runtime offers (client) or accepts (server). */
export interface Offers {
  readonly outcome: "offers";
  /** Oldest first; only versions that a handshake can really reach on this runtime. */
  readonly protocolVersions: readonly ProtocolVersion[];
  /** Versions that the options ask for but that this runtime cannot reach at its security level ("latent"), oldest first. */
  readonly latentProtocolVersions: readonly ProtocolVersion[];
  /** For each version of `protocolVersions`, the suites with which a handshake can complete, in preference order under OpenSSL's names. */
  readonly reachableSuites: Readonly<Partial<Record<ProtocolVersion, readonly string[]>>>;
  /** OpenSSL names of suites for TLS 1.2 and older, in preference order, after security level and protocol filters. */
  readonly cipherSuites: readonly string[];
  /** TLS 1.3 ciphersuites in preference order; empty when TLS 1.3 is off. */
  readonly ciphersuites: readonly string[];
  /** Groups in preference order, under OpenSSL's names; a client sends none when no suite it offers needs one. */
  readonly groups: readonly string[];
  /** Server only: for each version of `protocolVersions`, the groups that a key exchange of it may use; undefined on a client. */
  readonly reachableGroups: Readonly<Partial<Record<ProtocolVersion, readonly string[]>>> | undefined;
  /** Signature algorithms in preference order, under the names of the IANA TLS registry; none below TLS 1.2. */
  readonly signatureAlgorithms: readonly string[];
  readonly securityLevel: number;
  /** Client: is the server's certificate verified. Only Node refuses a server that sends none, with an anonymous suite. Server: is a client certificate asked for and required to verify. */
  readonly verifiesPeer: boolean;
  /** Client: is the host name compared with the certificate; a check of unknown outcome counts as one. Always false on a server. */
  readonly verifiesHostName: boolean;
  /** Server only: a client certificate is asked for. */
  readonly requestsPeerCertificate: boolean;
  /** Server only: the order of its own suites counts, not the client's. */
  readonly prefersOwnOrder: boolean;
  /** Smallest Diffie-Hellman modulus a client accepts, in bits: the option's, or that of the security level where it is larger. */
  readonly minDHSize: number;
  /** Server only: bits of the Diffie-Hellman modulus of `dhparam`, `auto` where OpenSSL chooses it, undefined without DHE. */
  readonly dhSize: number | "auto" | undefined;
  /** SSL_OP_* bits that `secureOptions` sets and that weaken the connection, by name. */
  readonly weakeningSecureOptions: readonly string[];
}

export type Negotiation = Throws | CannotConnect | Offers;
