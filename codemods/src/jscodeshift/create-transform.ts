import { relative } from "node:path";
import { hasTriggerWord, resolveSettings, type Finding, type Rule, type SettingsInput } from "tls-rules";
import { mendText } from "../engine/mend-text.js";
import { gradesOf, type GradeOptions } from "./grades-of.js";

export interface TransformFile {
  readonly path: string;
  readonly source: string;
}

/** The part of jscodeshift's api that is used; its test helpers leave it out. */
export interface TransformApi {
  readonly report?: (message: string) => void;
}

/** Options as jscodeshift hands them on from its command line: `--profile=modern --node=">=18" --ask=true`. */
export interface TransformOptions extends SettingsInput, GradeOptions {}

/** A jscodeshift transform: the new text, or undefined when nothing changes. What is left to do by hand goes to `api.report`. */
export type Transform = (file: TransformFile, api?: TransformApi, options?: TransformOptions) => string | undefined;

/** The transform that mends what some rules find. It throws a SyntaxError for a file that does not parse. */
export function createTransform(rules: readonly Rule[]): Transform {
  return function transform({ path, source }, api, options = {}) {
    if (!hasTriggerWord(source)) return;
    const { text, remaining } = mendText(relative("", path), source, settingsOf(options), { rules, grades: gradesOf(options) });
    for (const finding of remaining) api?.report?.(reportOf(finding, text));
    return text === source ? undefined : text;
  };
}

/** jscodeshift's command line turns `--node=18` into a number. */
function settingsOf({ profile, policy, node, certainty, level }: TransformOptions) {
  return resolveSettings({ profile, policy, node: node === undefined ? undefined : String(node), certainty, level });
}

function reportOf({ range, rule, message, grade }: Finding, text: string): string {
  const lines = text.replace(/^\uFEFF/, "").slice(0, range[0]).split("\n");
  return `${lines.length}:${lines.at(-1)!.length + 1} ${rule}: ${message} [${grade}]`;
}
