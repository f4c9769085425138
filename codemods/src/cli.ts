import type { WriteStream } from "node:tty";
import type * as Commander from "commander";
import { definitions } from "./commands/definitions.js";
import { helpConfiguration, helpWidth } from "./config/option-help.js";
import { describeError } from "./failures/describe-error.js";
import { exitCodes } from "./failures/exit-codes.js";
import { UsageError } from "./failures/usage-error.js";
import { requirePackage } from "./loading/require-package.js";
import { toolVersion } from "./loading/tool-version.js";
import { explainFailure } from "./terminal/explain-failure.js";
import { type Host, processHost } from "./terminal/host.js";
import { show } from "./terminal/show.js";
import { watchOutput } from "./terminal/watch-output.js";

const { Command, CommanderError } = requirePackage("commander") as typeof Commander;

const exitCodeHelp = `
Exit codes: 0 ok · 1 the --fail-on condition is met · 2 wrong usage · 3 some files could not be processed
  4 refused, because work could be lost · 5 a result failed verification, file left as it was · 130 interrupted`;

/** Runs the program with the words after its name. Returns the exit code and throws nothing. */
export async function main(words: readonly string[], host: Host = processHost()): Promise<number> {
  const outputFailure = watchOutput(host.stdout);
  const exitCode = await run(words, host);
  const failure = await outputFailure();
  if (!failure) return exitCode;
  const failed = explainFailure(
    new UsageError(`What is printed could not be written: ${describeError(failure)}.`),
    host,
  );
  return exitCode <= exitCodes.conditionMet ? failed : exitCode;
}

async function run(words: readonly string[], host: Host): Promise<number> {
  const program = createProgram(host.stdout, host.stderr);
  let exitCode: number = exitCodes.ok;
  const finish = async (run: Promise<number>) => void (exitCode = await run);
  for (const define of definitions) define({ program, words, host, finish });
  try {
    await program.parseAsync(words.map(withValue), { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    return explainFailure(error, host);
  }
}

function createProgram(stdout: Host["stdout"], stderr: Host["stderr"]): Commander.Command {
  return new Command("tls-codemod")
    .description("Finds weak TLS options in JavaScript and TypeScript and upgrades them, touching no other byte.")
    .version(toolVersion)
    .option("--color", "colours, or none (also: NO_COLOR, FORCE_COLOR)")
    .option("--no-color", "no colours")
    .configureOutput({
      writeOut: (text) => show(stdout, text),
      writeErr: (text) => show(stderr, text),
      outputError: (text, write) => write(text + hintFor(text)),
      getOutHelpWidth: () => (stdout.isTTY ? (stdout as Partial<WriteStream>).columns : undefined) ?? helpWidth,
    })
    .configureHelp(helpConfiguration)
    .exitOverride()
    .showHelpAfterError("(--help shows what there is)")
    .addHelpText("after", exitCodeHelp);
}

const checkOnly = "`tls-codemod check` says what `fix` would change, and changes nothing; `--diff` shows it whole.";

/** What other tools call what is a command here. */
const wordsElsewhere: Readonly<Record<string, string>> = {
  "--dry-run": checkOnly,
  "--dry": checkOnly,
  "--fix": "`tls-codemod fix` changes files.",
};

function hintFor(error: string): string {
  const [, option = ""] = /unknown option '([^']*)'/.exec(error) ?? [];
  return Object.hasOwn(wordsElsewhere, option) ? `${wordsElsewhere[option]}\n` : "";
}

/** Without a value, these would take the next path for one. */
const bareOptions: Readonly<Record<string, string>> = { "--diff": "--diff=patch", "--types": "--types=auto" };

function withValue(word: string): string {
  return Object.hasOwn(bareOptions, word) ? bareOptions[word]! : word;
}
