import type * as Commander from "commander";
import type { Host } from "../terminal/host.js";
import { type Invocation, shellQuote } from "./invocation.js";

/** What a command's definition needs to add it to the program. */
export interface Definition {
  readonly program: Commander.Command;
  /** The words after the program's name. */
  readonly words: readonly string[];
  readonly host: Host;
  /** Awaits a command that was called, and keeps its exit code for the program. */
  finish(run: Promise<number>): Promise<void>;
}

/** Adds one command: its words, its help, and what loads and runs it. Loads nothing that only a run needs. */
export type DefineCommand = (definition: Definition) => void;

/** How a command was typed; `carried` are the options that a suggested command repeats. */
export function invocationOf(
  command: string,
  words: readonly string[],
  carried: readonly string[],
  paths: readonly string[],
): Invocation {
  const rest = words[0] === command ? words.slice(1) : words;
  return { paths, all: shellQuote(rest), carried: shellQuote([...carried, ...paths]) };
}
