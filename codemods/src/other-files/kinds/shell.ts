import { type Setting, settingsOfScript, SourceText } from "tls-rules/other-files";

/** What a shell script sets for itself and for what it starts. */
export default function readShellScript(_path: string, file: string): readonly Setting[] {
  return settingsOfScript(SourceText.verbatim(file, [0, file.length]));
}
