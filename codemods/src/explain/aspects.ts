import type { Offers, Side, ViolationSubject } from "tls-policy";
import type { OptionName } from "tls-rules";

/** One thing that TLS options decide. */
export interface Aspect {
  readonly options: readonly OptionName[];
  readonly subjects: readonly ViolationSubject[];
  /** What a runtime does, as part of a sentence that begins with the runtime; not more than the code tells. */
  describe(offers: Offers, side: Side, isTold: (option: OptionName) => boolean): string;
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
  describe({ verifiesPeer, verifiesHostName, requestsPeerCertificate }, side, isTold) {
    if (side === "server") {
      if (!isTold("requestCert")) return "may ask for a client certificate, which the code does not tell";
      return describeServer(requestsPeerCertificate, verifiesPeer, isTold("rejectUnauthorized"));
    }
    if (!verifiesPeer) return "accepts any certificate";
    if (!isTold("rejectUnauthorized")) return "may accept any certificate, which the code does not tell";
    if (!verifiesHostName) return "verifies the certificate, not the host name";
    return isTold("checkServerIdentity")
      ? "verifies the certificate and the host name"
      : "verifies the certificate, and how the host name the code does not tell";
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

function describeServer(asks: boolean, requires: boolean, isTold: boolean): string {
  if (!asks) return "asks for no client certificate";
  if (requires && !isTold) return "asks for a client certificate, which may be any, which the code does not tell";
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
