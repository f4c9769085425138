export { otherFileComments, type Comment } from "./comments.js";
export { otherFileKind, type OtherFileKind } from "./other-file-kind.js";
export { readOtherFile } from "./read-other-file.js";
export { otherFileRules } from "./rules/index.js";
export type { OtherFileRule } from "./rules/other-file-rule.js";
export { hasOtherFileTriggerWord, otherFileTriggerWords } from "./trigger-words.js";
