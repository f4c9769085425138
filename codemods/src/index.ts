export { type MendedText, type MendOptions, mendText } from "./engine/mending/mend-text.js";
export { parseSource } from "./engine/reading/parse-source.js";
export { VerificationError } from "./failures/verification-error.js";
export { createTransform, type Transform, type TransformOptions } from "./jscodeshift/create-transform.js";
export type { Report, ReportFinding } from "./reports/report.js";
