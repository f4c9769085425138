import { clients } from "../clients/index.js";
import { optionNames } from "../option-names.js";
import { processTriggerWords } from "../other-files/trigger-words.js";
import { wordsOfHandMadeTls } from "../rules/shared/tls-stacks.js";
import type { FileView } from "../source/program/file-view.js";
import { oncePerFile } from "../source/program/once-per-file.js";
import { environmentNames } from "../source/sites/environment.js";
import { everydayBeginnings, finderOf } from "../words/everyday-words.js";
import { triggersOf, unusualWords } from "../words/triggers.js";
import { wordsBesideOptions } from "./words-of-rules.js";

const unusualOfOptions = [
  ...optionNames,
  ...wordsBesideOptions,
  ...clients.flatMap((client) => triggersOf(client).flatMap((each) => unusualWords(each) ?? [])),
];
const unusual = [...unusualOfOptions, ...environmentNames, ...processTriggerWords, ...wordsOfHandMadeTls];

/** Words one of which is in every file that has a finding: names and values of everyday code are not among them, but the modules they belong to, in quotes. */
export const triggerWords: readonly string[] = [...new Set([...unusual, ...everydayBeginnings])].sort();

/** Whether a text is worth parsing at all: everyday words are, where their module is named. */
export const hasTriggerWord = finderOf(triggerWords);

/** Whether a text may say anything of the options of a connection; one that only starts processes, say, does not. */
export const hasWordOfOptions = finderOf([...unusualOfOptions, ...everydayBeginnings]);

/** The same of a program, whose text is looked through once for all rules. */
export const maySayOptions: (program: FileView) => boolean = oncePerFile(({ file }) => hasWordOfOptions(file.text));
