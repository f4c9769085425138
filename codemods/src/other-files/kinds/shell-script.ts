import { settingsOfScript } from "../command-settings.js";
import type { Setting } from "../setting.js";
import { SourceText } from "../source-text.js";

/** What a shell script sets for itself and for what it starts. */
export function readShellScript(_path: string, file: string): readonly Setting[] {
  return settingsOfScript(SourceText.verbatim(file, [0, file.length]));
}
