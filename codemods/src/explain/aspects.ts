import type { Offers, Side, ViolationSubject } from "tls-policy";
import type { OptionName } from "tls-rules";

/** One thing that TLS options decide. */
export interface Aspect {
  readonly options: readonly OptionName[];
  readonly subjects: readonly ViolationSubject[];
  /** What a runtime does, as part of a sentence that begins with the runtime. */
  describe(offers: Offers, side: Side): string;
}

const versions: Aspect = {
  options: ["minVersion", "maxVersion", "secureProtocol", "secureOptions"],
  subjects: ["protocol-version", "secure-option"],
  describe({ protocolVersions, latentProtocolVersions }, side) {
    const latent =
      latentProtocolVersions.length > 0
        ? ` (${listed(latentProtocolVersions)} ${latentProtocolVersions.length === 1 ? "is" : "are"} asked for, and out of reach)`
        : "";
    return `${side === "client" ? "offers" : "accepts"} ${listed(protocolVersions)}${latent}`;
  },
};

const verification: Aspect = {
  options: ["rejectUnauthorized", "checkServerIdentity", "requestCert"],
  subjects: ["peer-verification", "host-name-verification"],
  describe({ verifiesPeer, verifiesHostName, requestsPeerCertificate }, side) {
    if (side === "server") return describeServer(requestsPeerCertificate, verifiesPeer);
    if (!verifiesPeer) return "accepts any certificate";
    return verifiesHostName
      ? "verifies the certificate and the host name"
      : "verifies the certificate, not the host name";
  },
};

const suites: Aspect = {
  options: ["ciphers", "honorCipherOrder", "minDHSize", "dhparam"],
  subjects: ["cipher-suite", "ciphersuite", "security-level", "dh-size"],
  describe: ({ cipherSuites, ciphersuites, securityLevel }) =>
    `has ${listed(cipherSuites)} for TLS 1.2 and older, ${listed(ciphersuites)} for TLS 1.3, at security level ${securityLevel}`,
};

const groups: Aspect = {
  options: ["ecdhCurve"],
  subjects: ["group"],
  describe: ({ groups: names }) => `has the groups ${listed(names)}`,
};

const signatures: Aspect = {
  options: ["sigalgs"],
  subjects: ["signature-algorithm"],
  describe: ({ signatureAlgorithms }) => `has the signature algorithms ${listed(signatureAlgorithms)}`,
};

const aspects: readonly Aspect[] = [versions, verification, suites, groups, signatures];

/** What these options decide; the protocol versions and the verification where that is not known. */
export function aspectsOf(options: readonly OptionName[]): readonly Aspect[] {
  const touched = aspects.filter((aspect) => aspect.options.some((option) => options.includes(option)));
  return touched.length > 0 ? touched : [versions, verification];
}

function describeServer(asks: boolean, requires: boolean): string {
  if (!asks) return "asks for no client certificate";
  return requires
    ? "requires a valid client certificate"
    : "asks for a client certificate, and lets in whoever has none that is valid";
}

const mostNames = 6;

/** `TLSv1, TLSv1.1 and 12 more`. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return "none";
  return names.length <= mostNames
    ? names.join(", ")
    : `${names.slice(0, mostNames).join(", ")} and ${names.length - mostNames} more`;
}
