import type { PyRule } from "../judging/rule.js";
import { pyOpenSslRules } from "../pyopenssl/rules.js";
import noDeprecatedProtocolVersion from "./no-deprecated-protocol-version.js";
import noDeprecatedTlsApi from "./no-deprecated-tls-api.js";
import noDisabledCertificateVerification from "./no-disabled-certificate-verification.js";
import noDisabledHostnameVerification from "./no-disabled-hostname-verification.js";
import noInsecureClientDefault from "./no-insecure-client-default.js";
import noInvalidTlsOptions from "./no-invalid-tls-options.js";
import noLowSecurityLevel from "./no-low-security-level.js";
import noPinnedProtocolVersion from "./no-pinned-protocol-version.js";
import noProcessWideVerificationOptOut from "./no-process-wide-verification-opt-out.js";
import noWeakCipherSuite from "./no-weak-cipher-suite.js";

/** What is asked of Python files, under the names that the same questions have for programs and settings. */
export const pythonRules: readonly PyRule[] = [
  noDeprecatedProtocolVersion,
  noDeprecatedTlsApi,
  noDisabledCertificateVerification,
  noDisabledHostnameVerification,
  noInsecureClientDefault,
  noInvalidTlsOptions,
  noLowSecurityLevel,
  noPinnedProtocolVersion,
  noProcessWideVerificationOptOut,
  noWeakCipherSuite,
  ...pyOpenSslRules,
];
