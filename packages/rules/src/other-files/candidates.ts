export { type OtherFileKind, otherFileKind } from "./other-file-kind.js";
export { hasOtherFileTriggerWord, otherFileTriggerWords } from "./trigger-words.js";
