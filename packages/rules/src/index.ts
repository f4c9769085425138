export { analyze } from "./analyze.js";
export { analyzeSettings } from "./analyze-settings.js";
export { clients } from "./clients/index.js";
export {
  type Client,
  type ClientSide,
  defineClient,
  type OptionsAt,
  type Sink,
  type Vocabulary,
  type Word,
} from "./define-client.js";
export {
  defineRule,
  gradesOf,
  isProgramRule,
  type OptionsContext,
  type ProgramRule,
  type Report,
  type Rule,
  type RuleContext,
  type RuleMeta,
} from "./define-rule.js";
export { applyEdits, selectEdits } from "./edits/apply-edits.js";
export type { Mend, Mender } from "./edits/mend.js";
export {
  certainties,
  type Certainty,
  type Edit,
  type Finding,
  type Grade,
  type Level,
  levels,
  type MendableGrade,
  mendableGrades,
} from "./finding.js";
export { type OptionName, optionNames } from "./option-names.js";
export { type PackageReleases, packageReleases, type ReadIn } from "./package-releases/package-releases.js";
export { rules } from "./rules/index.js";
export { type Verdict, verdictsOf } from "./rules/shared/verdicts.js";
export { resolveSettings, type Settings, type SettingsInput } from "./settings.js";
export type {
  Definition,
  Importers,
  Neighbour,
  Neighbours,
  Reference,
  Scope,
  ScopeManager,
  SourceFile,
  Variable,
} from "./source/program/source-file.js";
export { walk } from "./source/program/walk.js";
export type { OptionValue, TlsOptions } from "./source/sites/tls-options.js";
export { createTypeReader, type TypeSource } from "./source/types/create-type-reader.js";
export type { CheckedNode, TypeChecker } from "./source/types/type-checker.js";
export type { OptionType, TypeReader } from "./source/types/type-reader.js";
export { hasTriggerWord, triggerWords } from "./trigger-words/trigger-words.js";
export { type Cwe, type Weakness, weaknesses } from "./weaknesses.js";
