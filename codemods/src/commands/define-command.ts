import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type * as Commander from "commander";
import type { ConfigOptions } from "../config/run-options.js";
import { withConfig } from "../config/with-config.js";
import { meant } from "../failures/did-you-mean.js";
import { UsageError } from "../failures/usage-error.js";
import type { Host } from "../terminal/host.js";
import { printable } from "../terminal/printable.js";
import { type Invocation, shellQuote } from "./invocation.js";

/** A command as it was called. */
export interface Call<Options> {
  /** The arguments that are no options, in order. */
  readonly words: readonly string[];
  readonly options: Options;
  readonly invocation: Invocation;
  readonly host: Host;
}

/** One command: how it is typed, what the help says of it, and what it does. */
export interface CommandDefinition<Options = object> {
  /** Its name, and its arguments as commander writes them. */
  readonly usage: string;
  readonly argument?: { readonly description: string; readonly byDefault?: string };
  readonly isDefault?: boolean;
  readonly description: string;
  readonly example: string;
  /** Returns what was typed of the options that a suggested command repeats, filled in while parsing. */
  addOptions?(command: Commander.Command): readonly string[];
  /** Whether the configuration speaks where the command line says nothing. */
  readonly isConfigurable?: boolean;
  /** Loads what runs the command, and nothing sooner. Returns the exit code. */
  run(call: Call<Options>): Promise<number>;
}

/** What there is when a program is put together. */
export interface Program {
  readonly program: Commander.Command;
  /** The words after the program's name. */
  readonly words: readonly string[];
  readonly host: Host;
  /** Awaits a command that was called, and keeps its exit code for the program. */
  finish(run: Promise<number>): Promise<void>;
}

export type DefineCommand = (program: Program) => void;

/** What adds one command to the program. */
export function defineCommand<Options extends object>(definition: CommandDefinition<Options>): DefineCommand {
  const { usage, argument, isDefault = false, description, example, addOptions, isConfigurable, run } = definition;
  return ({ program, words, host, finish }) => {
    const [name, ...given] = usage.split(" ");
    const command = program.command(name!, { isDefault });
    for (const each of given) command.argument(each, argument?.description ?? "", argument?.byDefault);
    const carried = addOptions?.(command) ?? [];
    command
      .description(description)
      .addHelpText("after", `\n${example}`)
      .action(async () => {
        const typed = command.optsWithGlobals<Options>();
        const options = isConfigurable ? withConfig(typed as Options & ConfigOptions, command, host.cwd) : typed;
        const called = command.processedArgs.flat();
        if (isDefault) refuseMistyped(name!, words[0], called, program, host.cwd);
        await finish(run({ words: called, options, invocation: invocationOf(name!, words, carried, called), host }));
      });
  };
}

/** How a command was typed; `carried` are the options that a suggested command repeats. */
function invocationOf(
  command: string,
  words: readonly string[],
  carried: readonly string[],
  paths: readonly string[],
): Invocation {
  const rest = words[0] === command ? words.slice(1) : words;
  return { paths, all: shellQuote(rest), carried: shellQuote([...carried, ...paths]) };
}

/** What is typed where a command could stand, and is no path, may be a command. Throws a UsageError that says which. */
function refuseMistyped(
  command: string,
  word: string | undefined,
  paths: readonly string[],
  program: Commander.Command,
  cwd: string,
): void {
  if (word === undefined || word === command || word !== paths[0] || existsSync(resolve(cwd, word))) return;
  const advice = meant(
    word,
    program.commands.map((each) => each.name()),
  );
  if (advice.length > 0) throw new UsageError(`There is no command \`${printable(word)}\`, and no path.`, advice);
}
