import type { Rule } from "tls-rules";
import { createTransform } from "../../../codemods/src/jscodeshift/create-transform.js";
import type { Sample } from "../cases.js";

/** The text after the jscodeshift transform of a rule, with all grades asked for. */
export function transformed(rule: Rule, { path, code, settings }: Sample): string {
  return createTransform([rule])({ path, source: code }, {}, { ...settings, ask: true }) ?? code;
}
