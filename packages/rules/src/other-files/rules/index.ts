import { noDisabledRegistryVerification } from "./no-disabled-registry-verification.js";
import { noProcessWideVerificationOptOut } from "./no-process-wide-verification-opt-out.js";
import { noWeakNodeFlag } from "./no-weak-node-flag.js";
import { noWeakOpensslConfig } from "./no-weak-openssl-config.js";
import type { JudgingRule } from "./other-file-rule.js";

export const judgingRules: readonly JudgingRule[] = [
  noDisabledRegistryVerification,
  noProcessWideVerificationOptOut,
  noWeakNodeFlag,
  noWeakOpensslConfig,
];
