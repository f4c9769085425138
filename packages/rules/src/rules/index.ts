import type { Rule } from "../define-rule.js";
import noDisabledCertificateVerification from "./no-disabled-certificate-verification.js";

export const rules: readonly Rule[] = [noDisabledCertificateVerification];
