import { type Setting, settingsOfScript, SourceText } from "tls-rules/other-files";
import type { Line } from "./lines.js";

const node = /\bnode(?:\.exe)?["']?[ \t]/i;

/** The flags of Node in a command of a shell that is not read as a whole: its words look alike in all of them. */
export function nodeFlagsIn(file: string, { text, start }: Line): readonly Setting[] {
  if (!node.test(text)) return [];
  const command = SourceText.verbatim(file, [start, start + text.length]);
  return settingsOfScript(command).filter(({ kind }) => kind === "node-flags");
}
