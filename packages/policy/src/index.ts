export type { Violation, ViolationSubject } from "./assess/assess.js";
export { assess } from "./assess/assess.js";
export type { AttackName, NamedAttack } from "./assess/named-attacks.js";
export { attacksOn, NAMED_ATTACKS } from "./assess/named-attacks.js";
export type { SecureContextOptions } from "./assess/secure-context-options.js";
export { secureContextOptions } from "./assess/secure-context-options.js";
export type { CipherListError, CipherListExpansion } from "./cipher-list/expand.js";
export { expandCipherList, parseCipherList } from "./cipher-list/expand.js";
export type {
  CipherReader,
  CiphersuitesError,
  CiphersuitesExpansion,
  NodeCiphersError,
  NodeCiphersExpansion,
  SplitCiphers,
} from "./cipher-list/node-ciphers.js";
export {
  expandCiphersuites,
  expandNodeCiphers,
  isSuiteAllowedAtLevel,
  splitNodeCiphers,
} from "./cipher-list/node-ciphers.js";
export type {
  CipherListItem,
  CipherListOperator,
  CipherListWord,
  ParsedCipherList,
  SuiteB,
} from "./cipher-list/syntax.js";
export { printCipherList } from "./cipher-list/syntax.js";
export type { OpenSslBuild } from "./cipher-list/vocabulary.js";
export type { LibsslCall, LibsslCallOutcome, LibsslContext } from "./libssl/libssl-context.js";
export type { LibsslMethod } from "./libssl/libssl-methods.js";
export { hasLibsslMethod, LIBSSL_METHODS, libsslMethod } from "./libssl/libssl-methods.js";
export { libsslRuntimesIn, onSomeLibssl } from "./libssl/libssl-range.js";
export type { LibsslRuntime, LibsslTrait } from "./libssl/libssl-runtimes.js";
export { libsslRuntimes } from "./libssl/libssl-runtimes.js";
export type { LibsslVerdict } from "./libssl/negotiate-libssl.js";
export { negotiateLibssl } from "./libssl/negotiate-libssl.js";
export { mergeAgentOptions, negotiate } from "./negotiate/negotiate.js";
export type { RuntimeVerdict } from "./negotiate/negotiate-over.js";
export { negotiateOver, possibleNegotiations } from "./negotiate/negotiate-over.js";
export type * from "./negotiate/negotiation.js";
export type { ProcessDefaults } from "./negotiate/node/process-defaults.js";
export { processDefaults } from "./negotiate/node/process-defaults.js";
export type { TlsOptionName } from "./negotiate/tls-options.js";
export { TLS_OPTION_NAMES } from "./negotiate/tls-options.js";
export type { CipherSuite, CipherSuiteAttributes } from "./parameters/cipher-suites.js";
export { CIPHER_SUITES, findCipherSuite } from "./parameters/cipher-suites.js";
export type { CipherWeakness } from "./parameters/cipher-weaknesses.js";
export type { Group } from "./parameters/groups.js";
export { defaultGroups, findGroup, GROUPS } from "./parameters/groups.js";
export type {
  HistoricVersion,
  ProtocolVersion,
  ProtocolVersionFacts,
  SecureProtocolMethod,
} from "./parameters/protocol-versions.js";
export {
  compareProtocolVersions,
  HISTORIC_VERSIONS,
  historicVersionOfMethod,
  isProtocolVersion,
  PROTOCOL_VERSIONS,
  protocolVersionFacts,
  protocolVersionsBetween,
  SECURE_PROTOCOL_METHODS,
  secureProtocolMethod,
} from "./parameters/protocol-versions.js";
export type { SecureOption } from "./parameters/secure-options.js";
export { SECURE_OPTIONS, secureOption, secureOptionsIn } from "./parameters/secure-options.js";
export type { SignatureAlgorithm } from "./parameters/signature-algorithms.js";
export {
  defaultSignatureAlgorithms,
  findSignatureAlgorithm,
  SIGNATURE_ALGORITHMS,
  signatureSecurityBits,
} from "./parameters/signature-algorithms.js";
export type { Judgement, Status } from "./parameters/status.js";
export { compareStatus } from "./parameters/status.js";
export type { PolicyDefinition } from "./policy/define-policy.js";
export { definePolicy, parsePolicy } from "./policy/define-policy.js";
export type { Guideline, GuidelineProfile } from "./policy/guidelines.js";
export { guidelines } from "./policy/guidelines.js";
export type { AcceptedList, Decision, Policy } from "./policy/policy.js";
export { judgeCipherSuite, judgeGroup, judgeProtocolVersion, judgeSignatureAlgorithm } from "./policy/policy.js";
export type { PolicyProblem } from "./policy/policy-error.js";
export { PolicyError } from "./policy/policy-error.js";
export type { ProfileName } from "./policy/profile-names.js";
export { DEFAULT_PROFILE, PROFILE_NAMES } from "./policy/profile-names.js";
export { profile } from "./policy/profiles.js";
export type { Requirement, Standard, StandardId, Verification } from "./policy/standards.js";
export { findStandard, standardPolicy, STANDARDS } from "./policy/standards.js";
export { negotiatePython, type PythonNegotiation } from "./python/negotiate-python.js";
export type * from "./python/python-context.js";
export { pythonRuntimesIn } from "./python/python-range.js";
export type { PythonAtHand, PythonFlavour, PythonRuntime, PythonTrait } from "./python/python-runtimes.js";
export { pythonRuntimeFor, pythonRuntimes } from "./python/python-runtimes.js";
export type { OpenSslLine } from "./runtimes/openssl-line.js";
export { OPENSSL_LINES } from "./runtimes/openssl-line.js";
export type { OpenSslRelease, OpenSslVersion } from "./runtimes/openssl-releases.js";
export {
  isMaintained,
  OPENSSL_RELEASES,
  readOpenSslVersion,
  VENDOR_BACKPORT_CAVEAT,
} from "./runtimes/openssl-releases.js";
export { rangesOverlap } from "./runtimes/release-range.js";
export { describeRuntimes, isBeyondMeasured, runtimesIn } from "./runtimes/runtime-range.js";
export type { Runtime, Trait } from "./runtimes/runtimes.js";
export { runtimeFor, runtimes } from "./runtimes/runtimes.js";
