import type { NpmSetting } from "../setting.js";
import { SourceText } from "../source-text.js";
import type { CommandLine, CommandWord } from "./command-line.js";
import type { CommandName } from "./command-settings.js";

const name = "strict-ssl";
/** What Yarn calls it since its second major. */
const nameInYarn = "enableStrictSsl";
const commands = /^(?:npm|pnpm|yarn)$/;

/** `npm config set strict-ssl false` and the option of the same name, in each spelling that npm reads. */
export function npmSettingsIn(line: CommandLine, command: CommandName): readonly NpmSetting[] {
  if (!commands.test(command.name)) return [];
  return [...storedIn(line, command.index + 1), ...optionsIn(line, command.index + 1)];
}

/** What is stored for all runs to come; the whole command goes. */
function storedIn(line: CommandLine, start: number): readonly NpmSetting[] {
  const [verb, second] = line.words.slice(start).map(({ value }) => value.text);
  const isNested = (verb === "config" || verb === "c") && second === "set";
  if (verb !== "set" && !isNested) return [];
  const first = start + (isNested ? 2 : 1);
  const found = settingAt(line, first, name) ?? settingAt(line, first, nameInYarn);
  return found ? [toSetting(line, found, line.remove(0, line.words.length))] : [];
}

function optionsIn(line: CommandLine, start: number): readonly NpmSetting[] {
  return line.words.flatMap((word, index) => {
    const found = index < start ? undefined : (negatedAt(word, index) ?? settingAt(line, index, `--${name}`));
    return found ? [toSetting(line, found, line.remove(index, found.last + 1))] : [];
  });
}

interface Found {
  readonly value: SourceText;
  readonly first: number;
  readonly last: number;
}

/** `strict-ssl=false` in one word or `strict-ssl false` in two. */
function settingAt({ words }: CommandLine, first: number, key: string): Found | undefined {
  const word = words[first]?.value;
  if (word?.text.startsWith(`${key}=`)) return { value: word.slice(key.length + 1), first, last: first };
  const next = words[first + 1]?.value;
  return word?.text === key && next ? { value: next, first, last: first + 1 } : undefined;
}

function negatedAt({ value, range }: CommandWord, index: number): Found | undefined {
  if (value.text !== `--no-${name}`) return;
  return { value: SourceText.of([{ text: "false", range }], range[1]), first: index, last: index };
}

function toSetting(
  { words, guard }: CommandLine,
  { value, first, last }: Found,
  removal: NpmSetting["removal"],
): NpmSetting {
  return {
    kind: "npm-setting",
    name,
    value,
    range: [words[first]!.range[0], words[last]!.range[1]],
    removal,
    certainty: "proven",
    guard,
  };
}
