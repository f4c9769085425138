import { cTriggerWords, isCPath } from "tls-rules/c/candidates";
import { hasOtherFileTriggerWord, otherFileKind } from "tls-rules/other-files/candidates";
import { isPythonPath, pythonTriggerWords } from "tls-rules/python/candidates";
import { createWordFinder } from "tls-rules/word-finder";
import { isMarkdown } from "../text/code-blocks.js";
import { directivePrefix } from "../text/directives.js";
import { triggerWords } from "./trigger-words.generated.js";

const isProgramCandidate = createWordFinder([...triggerWords, directivePrefix]);
const isPythonCandidate = createWordFinder([...pythonTriggerWords, directivePrefix]);

const isCCandidate = createWordFinder([...cTriggerWords, directivePrefix]);

/** Whether a file may hold a finding or a comment to this tool: no without a doubt, or perhaps. */
export function isCandidate(path: string, bytes: Buffer): boolean {
  if (isMarkdown(path)) return mayBecomeCandidate(bytes);
  if (isPythonPath(path)) return isPythonCandidate(bytes, bytes.length);
  if (isCPath(path)) return isCCandidate(bytes, bytes.length);
  if (isProgramCandidate(bytes, bytes.length)) return true;
  return otherFileKind(path) !== undefined && hasOtherFileTriggerWord(bytes.toString("latin1"));
}

/** Whether bytes of any type hold a word that a rule looks for in some language or setting. */
export function mayBecomeCandidate(bytes: Buffer): boolean {
  return (
    [isProgramCandidate, isPythonCandidate, isCCandidate].some((find) => find(bytes, bytes.length)) ||
    hasOtherFileTriggerWord(bytes.toString("latin1"))
  );
}
