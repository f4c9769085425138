import type { Edit } from "../finding.js";
import type { SourceText } from "../source-text.js";
import type { Mend } from "./mend.js";
import { replaceText } from "./text-edits.js";

/** Takes a setting out; undefined where something would be left that does not work. */
export function removeSetting(removal: readonly Edit[] | undefined, name: string): Mend | undefined {
  return removal && { edits: removal, remedy: `Remove \`${name}\`.`, isRemoval: true };
}

/** Gives a setting another value; undefined where the file does not spell the present one out. */
export function replaceSetting(value: SourceText, name: string, to: string): Mend | undefined {
  const edits = replaceText(value, to);
  return edits && { edits, remedy: `Set \`${name}\` to \`${to}\`.` };
}
