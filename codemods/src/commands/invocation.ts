/** How a command was typed. */
export interface Invocation {
  readonly paths: readonly string[];
  /** All that followed the command's name, quoted for a shell. */
  readonly all: string;
  /** The paths and the options that another command takes as well: what is read and what it is judged by. */
  readonly carried: string;
}

/** Words as a POSIX shell takes them back. */
export function shellQuote(words: readonly string[]): string {
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
