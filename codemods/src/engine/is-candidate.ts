import { directivePrefix } from "./directives.js";
import { clientModules, triggerWords } from "./trigger-words.generated.js";
import { createWordFinder } from "./word-finder.js";

const quotedModules = clientModules.flatMap((name) => ['"', "'", "`"].flatMap((quote) => [`${quote}${name}${quote}`, `${quote}node:${name}${quote}`]));

/**
 * Whether the bytes of a program may hold a finding or a comment to this tool; no file without is parsed.
 * It says yes too often and never no by mistake: the rules look again at what else stands beside a module's name.
 */
export const isCandidate = createWordFinder([...triggerWords, ...quotedModules, directivePrefix]);
