export type { Violation, ViolationSubject } from "./assess.js";
export { assess } from "./assess.js";
export type { CipherListError, CipherListExpansion } from "./cipher-list.js";
export { expandCipherList, parseCipherList } from "./cipher-list.js";
export type {
  CipherListItem,
  CipherListOperator,
  CipherListWord,
  ParsedCipherList,
  SuiteB,
} from "./cipher-list-syntax.js";
export { printCipherList } from "./cipher-list-syntax.js";
export type { CipherSuite, CipherSuiteAttributes } from "./cipher-suites.js";
export { CIPHER_SUITES, findCipherSuite } from "./cipher-suites.js";
export type { OpenSslBuild } from "./cipher-vocabulary.js";
export type { CipherWeakness } from "./cipher-weaknesses.js";
export type { PolicyDefinition } from "./define-policy.js";
export { definePolicy, parsePolicy } from "./define-policy.js";
export type { Group } from "./groups.js";
export { defaultGroups, findGroup, GROUPS } from "./groups.js";
export type { Guideline, GuidelineProfile } from "./guidelines.js";
export { guidelines } from "./guidelines.js";
export { mergeAgentOptions, negotiate } from "./negotiate.js";
export type { RuntimeVerdict } from "./negotiate-over.js";
export { negotiateOver, possibleNegotiations } from "./negotiate-over.js";
export type * from "./negotiation.js";
export type {
  CipherReader,
  CiphersuitesError,
  CiphersuitesExpansion,
  NodeCiphersError,
  NodeCiphersExpansion,
  SplitCiphers,
} from "./node-ciphers.js";
export { expandCiphersuites, expandNodeCiphers, isSuiteAllowedAtLevel, splitNodeCiphers } from "./node-ciphers.js";
export type { OpenSslLine } from "./openssl-line.js";
export { OPENSSL_LINES } from "./openssl-line.js";
export type { OpenSslRelease, OpenSslVersion } from "./openssl-releases.js";
export { isMaintained, OPENSSL_RELEASES, readOpenSslVersion, VENDOR_BACKPORT_CAVEAT } from "./openssl-releases.js";
export type { AcceptedList, Decision, Policy } from "./policy.js";
export { judgeCipherSuite, judgeGroup, judgeProtocolVersion, judgeSignatureAlgorithm } from "./policy.js";
export type { PolicyProblem } from "./policy-error.js";
export { PolicyError } from "./policy-error.js";
export type { ProcessDefaults } from "./process-settings.js";
export { processDefaults } from "./process-settings.js";
export type { ProfileName } from "./profiles.js";
export { profile, PROFILE_NAMES } from "./profiles.js";
export type {
  HistoricVersion,
  ProtocolVersion,
  ProtocolVersionFacts,
  SecureProtocolMethod,
} from "./protocol-versions.js";
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
} from "./protocol-versions.js";
export type { PythonNegotiation } from "./python/negotiate-python.js";
export { negotiatePython } from "./python/negotiate-python.js";
export type * from "./python/python-context.js";
export { pythonRuntimesIn } from "./python/python-range.js";
export type { PythonAtHand, PythonFlavour, PythonRuntime, PythonTrait } from "./python/python-runtimes.js";
export { pythonRuntimeFor, pythonRuntimes } from "./python/python-runtimes.js";
export { describeRuntimes, runtimesIn } from "./runtime-range.js";
export type { Runtime, Trait } from "./runtimes.js";
export { runtimeFor, runtimes } from "./runtimes.js";
export type { SecureContextOptions } from "./secure-context-options.js";
export { secureContextOptions } from "./secure-context-options.js";
export type { SecureOption } from "./secure-options.js";
export { SECURE_OPTIONS, secureOption, secureOptionsIn } from "./secure-options.js";
export type { SignatureAlgorithm } from "./signature-algorithms.js";
export {
  defaultSignatureAlgorithms,
  findSignatureAlgorithm,
  SIGNATURE_ALGORITHMS,
  signatureSecurityBits,
} from "./signature-algorithms.js";
export type { Requirement, Standard, StandardId, Verification } from "./standards.js";
export { findStandard, standardPolicy, STANDARDS } from "./standards.js";
export type { Judgement, Status } from "./status.js";
export { compareStatus } from "./status.js";
