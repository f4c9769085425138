import { type Setting, settingsOfScript, SourceText } from "tls-rules/other-files";
import type { Line } from "./lines.js";

const command =
  /\b(?:node|curl|wget|git|npm|pnpm|yarn|Invoke-WebRequest|Invoke-RestMethod|iwr|irm)(?:\.exe)?["']?[ \t]/i;
const kinds: ReadonlySet<Setting["kind"]> = new Set(["node-flags", "npm-setting", "fetch"]);

/** What the command of a shell sets that is not read as a whole: the words of Node, npm, curl and git look alike in all of them. */
export function commandSettingsIn(file: string, { text, start }: Line): readonly Setting[] {
  if (!command.test(text)) return [];
  const script = SourceText.verbatim(file, [start, start + text.length]);
  return settingsOfScript(script).filter(({ kind }) => kinds.has(kind));
}
