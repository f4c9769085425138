export { otherFileKind, type OtherFileKind } from "./other-file-kind.js";
export { hasOtherFileTriggerWord, otherFileTriggerWords } from "./trigger-words.js";
