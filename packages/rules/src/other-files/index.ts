import { judgingRules } from "./rules/index.js";
import type { OtherFileRule } from "./rules/other-file-rule.js";

export type { CommandLine } from "./command-line.js";
export { settingsOfCommand, settingsOfScript } from "./command-settings.js";
export { environmentEntry } from "./environment-entry.js";
export { findingsOf } from "./findings-of.js";
export { readJsonString } from "./json-string.js";
export type { JsonMember, JsonNode } from "./json-tree.js";
export { judge } from "./judge.js";
export { readPackageJson } from "./kinds/package-json.js";
export { listedCommand } from "./listed-command.js";
export { commandLineOf } from "./node-options.js";
export type { OtherFileRule } from "./rules/other-file-rule.js";
export type { EnvironmentVariable, NpmSetting, OpenSslCommand, Setting } from "./setting.js";
export { lexShell } from "./shell/lex-shell.js";
export { type Range, SourceText } from "./source-text.js";
export { removeItems, removeLines } from "./text-edits.js";
export { optionsVariable, verificationVariable } from "./watched-variables.js";
export { readYaml } from "./yaml/read-yaml.js";
export { isYamlKind, type YamlKind } from "./yaml/vocabularies.js";
export type { YamlNode, YamlPair, YamlScalar } from "./yaml/yaml-tree.js";

/** What there is to say about each rule, for lists and explanations. */
export const otherFileRules: readonly OtherFileRule[] = judgingRules;
