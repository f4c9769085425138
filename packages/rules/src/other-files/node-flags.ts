import type { Flag } from "../setting.js";
import type { CommandLine, CommandWord } from "./command-line.js";

const watched = /^--(?:no-)?(?:tls-(?:min|max)-v1\.[0-3]|tls-cipher-list|openssl-legacy-provider)$/;
const takesValue = "--tls-cipher-list";

/** Whether a flag of Node, with its dashes, concerns TLS. */
export function isWatchedFlag(name: string): boolean {
  return watched.test(name);
}

/** The flags of a command line that concern TLS, from the word `from` up to `to`. Node reads `_` in their names as `-`. */
export function flagsIn(line: CommandLine, from = 0, to = line.words.length): readonly Flag[] {
  const flags: Flag[] = [];
  for (let index = from; index < to; index++) {
    const { value, range } = line.words[index]!;
    const [written = ""] = value.text.split("=", 1);
    const name = written.replaceAll("_", "-");
    if (!watched.test(name)) continue;
    const own = written === value.text ? undefined : value.slice(written.length + 1);
    const next: CommandWord | undefined =
      name === takesValue && !own && index + 1 < to ? line.words[index + 1] : undefined;
    const last = next ? index + 1 : index;
    flags.push({
      name,
      value: own ?? next?.value,
      word: value,
      range: [range[0], (next?.range ?? range)[1]],
      removal: line.remove(index, last + 1),
    });
    index = last;
  }
  return flags;
}

const separateValue =
  /^(?:-r|--require|--import|--loader|--experimental-loader|-C|--conditions|--env-file|--env-file-if-exists|-e|--eval|-p|--print|-pe|--title|--tls-cipher-list|--tls-keylog|--openssl-config|--input-type|--watch-path|--redirect-warnings|--icu-data-dir|--dns-result-order|--max-http-header-size|--test-name-pattern|--test-reporter|--test-reporter-destination|--unhandled-rejections)$/;

/** The index of the word after Node's own flags: the script, or the end. */
export function scriptIndex({ words }: CommandLine, node: number): number {
  let index = node + 1;
  while (index < words.length && words[index]!.value.text.startsWith("-")) {
    const { text } = words[index]!.value;
    if (text === "--") break;
    index += separateValue.test(text) ? 2 : 1;
  }
  return Math.min(index, words.length);
}
