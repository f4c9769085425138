import { clients } from "./clients/index.js";
import { optionNames } from "./option-names.js";

const environmentNames = ["NODE_TLS_REJECT_UNAUTHORIZED", "NODE_OPTIONS"];

/** Words without which no rule can find anything: the option names of Node and of every client, and environment variables. */
export const triggerWords: readonly string[] = [
  ...new Set([
    ...optionNames,
    ...environmentNames,
    ...clients.flatMap((client) => [
      ...client.tlsOptions.flatMap((sink) => Object.keys(sink.vocabulary ?? {})),
      ...(client.settings ?? []).flatMap((settings) => Object.keys(settings.vocabulary ?? {})),
    ]),
  ]),
].sort();

const anyTriggerWord = new RegExp(triggerWords.join("|"));

/** Whether a text is worth parsing at all. */
export function hasTriggerWord(text: string): boolean {
  return anyTriggerWord.test(text);
}
