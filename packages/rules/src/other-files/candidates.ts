export { isExamplePath, isTestPath } from "../test-paths.js";
export type { FileKind } from "./define-file-kind.js";
export { fileKinds } from "./kinds/index.js";
export { isYamlKind, type OtherFileKind, otherFileKind, type YamlKind } from "./other-file-kind.js";
export { hasOtherFileTriggerWord, otherFileTriggerWords } from "./trigger-words.js";
