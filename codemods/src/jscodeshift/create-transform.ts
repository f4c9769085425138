import { relative, sep } from "node:path";
import { type Finding, hasTriggerWord, resolveSettings, type Rule, type SettingsInput } from "tls-rules";
import { mendText } from "../engine/mending/mend-text.js";
import type { Place } from "../engine/text/line-index.js";
import { type GradeOptions, gradesOf } from "./grades-of.js";

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
    const { text, remaining, after } = mendText(projectPath(path), source, settingsOf(options), {
      rules,
      grades: gradesOf(options),
    });
    for (const finding of remaining) api?.report?.(reportOf(finding, after.lines.placeOf(finding.range[0])));
    return text === source ? undefined : text;
  };
}

function projectPath(path: string): string {
  return relative("", path).replaceAll(sep, "/");
}

/** jscodeshift's command line turns `--node=18` into a number. */
function settingsOf({ profile, policy, node, certainty, level }: TransformOptions) {
  return resolveSettings({ profile, policy, node: node === undefined ? undefined : String(node), certainty, level });
}

function reportOf({ rule, message, grade }: Finding, { line, column }: Place): string {
  return `${line}:${column} ${rule}: ${message} [${grade}]`;
}
