export { type MendedText, type MendOptions, mendText } from "./engine/mend-text.js";
export { parseSource } from "./engine/parse-source.js";
export { VerificationError } from "./engine/verification-error.js";
export { createTransform, type Transform, type TransformOptions } from "./jscodeshift/create-transform.js";
export type { Report, ReportFinding } from "./reports/report.js";
