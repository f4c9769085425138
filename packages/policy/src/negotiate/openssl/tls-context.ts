import type { SuiteB } from "../../cipher-list/syntax.js";
import type { CipherSuite } from "../../parameters/cipher-suites.js";
import type { ProtocolVersion } from "../../parameters/protocol-versions.js";
import type { SignatureAlgorithm } from "../../parameters/signature-algorithms.js";
import type { Runtime } from "../../runtimes/runtimes.js";
import type { Side } from "../negotiation.js";
import type { GroupList } from "./group-list.js";

/** Bits of the modulus, `auto` where OpenSSL picks one to fit, undefined where the server has no DHE. */
export type DhSize = number | "auto" | undefined;

/** An `SSL_CTX` as a program leaves it, before its first handshake. */
export interface TlsContext {
  readonly runtime: Runtime;
  readonly side: Side;
  readonly min: ProtocolVersion;
  readonly max: ProtocolVersion;
  readonly worksAs: Side | "both";
  /** Made with OpenSSL's method of one version, which asks neither bits nor levels whether it may (`ssl_choose_client_version`). Node never does. */
  readonly isPinned?: boolean;
  readonly secureOptions: number;
  /** In preference order, before the security level filters them. */
  readonly suites: readonly CipherSuite[];
  /** Of these, what the security level and the want of callbacks leave. */
  readonly permittedSuites: readonly CipherSuite[];
  readonly securityLevel: number;
  readonly suiteB: SuiteB | undefined;
  readonly groups: GroupList;
  /** In preference order, those that pass the security level. */
  readonly signatureAlgorithms: readonly SignatureAlgorithm[];
  readonly dhSize: DhSize;
}

/** Who is checked, and how. */
export interface Verification {
  readonly verifiesPeer: boolean;
  readonly verifiesHostName: boolean;
  readonly requestsPeerCertificate: boolean;
  /** The program's own check refuses every host name. */
  readonly refusesHostNames: boolean;
  /** A client that verifies ends a connection with a peer that sends no certificate, as an anonymous suite has it; OpenSSL by itself goes on. */
  readonly refusesAnonymousPeers: boolean;
}
