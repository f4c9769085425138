import { hasOtherFileTriggerWord, otherFileKind } from "tls-rules/other-files/candidates";
import { createWordFinder } from "tls-rules/word-finder";
import { directivePrefix } from "../text/directives.js";
import { triggerWords } from "./trigger-words.generated.js";

const isProgramCandidate = createWordFinder([...triggerWords, directivePrefix]);

/** Whether a file may hold a finding or a comment to this tool: no without a doubt, or perhaps. */
export function isCandidate(path: string, bytes: Buffer): boolean {
  if (isProgramCandidate(bytes, bytes.length)) return true;
  return otherFileKind(path) !== undefined && hasOtherFileTriggerWord(bytes.toString("latin1"));
}
