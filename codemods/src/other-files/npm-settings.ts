import type { CommandLine } from "./command-line.js";
import type { CommandName } from "./command-settings.js";
import type { NpmSetting } from "./setting.js";
import { SourceText } from "./source-text.js";

const setting = "strict-ssl";
const commands = /^(?:npm|pnpm|yarn)$/;

/** `npm config set strict-ssl false` and the option of the same name, in each spelling that npm reads. */
export function npmSettingsIn(line: CommandLine, { name, index }: CommandName): readonly NpmSetting[] {
  if (!commands.test(name)) return [];
  return [...storedIn(line, index + 1), ...optionsIn(line, index + 1)];
}

function storedIn({ words, ...line }: CommandLine, start: number): readonly NpmSetting[] {
  const verbs = words.slice(start, start + 2).map(({ value }) => value.text);
  const first = verbs[0] === "set" ? start + 1 : /^c(onfig)?$/.test(verbs[0] ?? "") && verbs[1] === "set" ? start + 2 : undefined;
  const key = first === undefined ? undefined : words[first];
  if (!key) return [];
  const [value, last] = key.value.text.startsWith(`${setting}=`) ? [key.value.slice(setting.length + 1), first!] : [words[first! + 1]?.value, first! + 1];
  if (!value || !/^strict-ssl(?:=|$)/.test(key.value.text)) return [];
  const range = [key.range[0], words[last]!.range[1]] as const;
  return [{ kind: "npm-setting", name: setting, value, range, removal: line.remove(0, words.length), certainty: "proven", guard: line.guard }];
}

function optionsIn({ words, ...line }: CommandLine, start: number): readonly NpmSetting[] {
  return words.flatMap((word, index): readonly NpmSetting[] => {
    if (index < start) return [];
    const [value, last] = optionValue(words, index);
    if (!value) return [];
    const range = [word.range[0], words[last]!.range[1]] as const;
    return [{ kind: "npm-setting", name: setting, value, range, removal: line.remove(index, last + 1), certainty: "proven", guard: line.guard }];
  });
}

/** The value of an option that begins at this word, and the index of its last word. */
function optionValue(words: CommandLine["words"], index: number): readonly [value: SourceText | undefined, last: number] {
  const { value, range } = words[index]!;
  if (value.text === `--no-${setting}`) return [SourceText.of([{ text: "false", range }], range[1]), index];
  if (value.text.startsWith(`--${setting}=`)) return [value.slice(setting.length + 3), index];
  const next = words[index + 1]?.value;
  return value.text === `--${setting}` && next?.text === "false" ? [next, index + 1] : [undefined, index];
}
