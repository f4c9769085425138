import { hasProcessTriggerWord } from "../other-files/trigger-words.js";
import { understood } from "../other-files/understood.js";
import type { FileView } from "../source/program/file-view.js";
import { oncePerFile } from "../source/program/once-per-file.js";
import { settingsOfEnvironment } from "./environment-settings.js";
import { settingsOfFlags } from "./listed-flags.js";
import type { ProgramSetting } from "./program-setting.js";
import { settingsOfCommands } from "./started-commands.js";

/** Everything in a program that decides how the processes do TLS that it starts: commands, flags and variables of theirs. */
export const findProgramSettings: (program: FileView) => readonly ProgramSetting[] = oncePerFile((program) => {
  if (!hasProcessTriggerWord(program.file.text)) return [];
  const written = [...settingsOfEnvironment(program), ...settingsOfFlags(program), ...settingsOfCommands(program)];
  return written.flatMap((each) => understood(each.setting).map((setting) => ({ ...each, setting })));
});
