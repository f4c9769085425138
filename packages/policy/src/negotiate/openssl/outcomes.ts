import type { CipherSuite } from "../../parameters/cipher-suites.js";
import type { ProtocolVersion } from "../../parameters/protocol-versions.js";
import { isWeakening, secureOptionsIn } from "../../parameters/secure-options.js";
import type { CannotConnect, Offers, Side, TlsOptionValues } from "../negotiation.js";
import { isTls13Suite, requestedVersions } from "./reach.js";
import type { TlsContext } from "./tls-context.js";

/** @param causes options that can bring this about; those the program gives are named. */
export function cannotConnect(
  code: string | undefined,
  options: TlsOptionValues,
  causes: readonly (keyof TlsOptionValues)[],
  reason: string,
  latentProtocolVersions: readonly ProtocolVersion[],
): CannotConnect {
  return {
    outcome: "cannot-connect",
    code,
    options: causes.filter((name) => options[name] !== undefined),
    reason,
    latentProtocolVersions,
  };
}

export function weakeningOptions({ secureOptions }: TlsContext, side: Side): readonly string[] {
  return secureOptionsIn(secureOptions)
    .filter((option) => isWeakening(option, side))
    .map(({ name }) => name);
}

/** The suites that a handshake of one version can complete with. */
export interface ReachedVersion {
  readonly version: ProtocolVersion;
  readonly suites: readonly CipherSuite[];
}

const nameOf = (suite: CipherSuite) => suite.opensslName ?? suite.ianaName;

export function reachOf(
  context: TlsContext,
  versions: readonly ReachedVersion[],
): Pick<Offers, "protocolVersions" | "latentProtocolVersions" | "reachableSuites"> {
  const reached = versions.filter(({ suites }) => suites.length > 0);
  const protocolVersions = reached.map(({ version }) => version);
  return {
    protocolVersions,
    latentProtocolVersions: requestedVersions(context).filter((version) => !protocolVersions.includes(version)),
    reachableSuites: Object.fromEntries(reached.map(({ version, suites }) => [version, namesOf(suites)])),
  };
}

const namesOf = (suites: readonly CipherSuite[]) => suites.map(nameOf);

export function suiteNames(suites: readonly CipherSuite[]): Pick<Offers, "cipherSuites" | "ciphersuites"> {
  return {
    cipherSuites: namesOf(suites.filter((suite) => !isTls13Suite(suite))),
    ciphersuites: namesOf(suites.filter(isTls13Suite)),
  };
}
