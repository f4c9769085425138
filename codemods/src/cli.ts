import type * as Commander from "commander";
import { shellQuote } from "./commands/invocation.js";
import { addCheckOptions, addFixOptions } from "./config/define-options.js";
import type { CheckOptions, FixOptions } from "./config/run-options.js";
import { requirePackage } from "./commonjs.js";
import { exitCodes } from "./exit-codes.js";
import { explainFailure } from "./explain-failure.js";
import { processHost, type Host } from "./host.js";
import { toolVersion } from "./tool-version.js";

const { Command, CommanderError } = requirePackage("commander") as typeof Commander;

const exitCodeHelp = `
Exit codes: 0 ok · 1 the --fail-on condition is met · 2 wrong usage · 3 some files could not be processed
  4 refused, because work could be lost · 5 a result failed verification, file left as it was · 130 interrupted`;

/** Runs the program with the words after its name. Returns the exit code and throws nothing. */
export async function main(words: readonly string[], host: Host = processHost()): Promise<number> {
  const program = createProgram(host.stdout, host.stderr);
  let exitCode: number = exitCodes.ok;
  const finish = async (run: Promise<number>) => void (exitCode = await run);
  addCheck(program, words, host, finish);
  addFix(program, words, host, finish);
  addUndo(program, host, finish);
  addExplain(program, host, finish);
  addList(program, host, finish);
  addDoctor(program, host, finish);
  try {
    await program.parseAsync(words.map(withDiffKind), { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    return explainFailure(error, host);
  }
}

type Finish = (run: Promise<number>) => Promise<void>;

function createProgram(stdout: Host["stdout"], stderr: Host["stderr"]): Commander.Command {
  return new Command("tls-codemod")
    .description("Finds weak TLS options in JavaScript and TypeScript and upgrades them, touching no other byte.")
    .version(toolVersion)
    .configureOutput({ writeOut: (text) => void stdout.write(text), writeErr: (text) => void stderr.write(text) })
    .configureHelp({
      // the descriptions say what the choices and defaults are
      optionDescription: ({ description }) => description,
      argumentDescription: ({ description }) => description,
      optionTerm: ({ flags }) => flags.replace("--diff <kind>", "--diff[=stat]"),
    })
    .exitOverride()
    .showHelpAfterError("(--help shows what there is)")
    .addHelpText("after", exitCodeHelp);
}

function addCheck(program: Commander.Command, words: readonly string[], host: Host, finish: Finish): void {
  const command = program.command("check", { isDefault: true }).argument("[paths...]", "files and folders", []);
  const carried = addCheckOptions(command);
  command
    .description("say what is found and what `fix` would make of it; writes nothing (default command)")
    .addHelpText("after", "\nExample: tls-codemod check src --profile modern --fail-on error -o json:report.json")
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { check } = await import("./commands/check.js");
      await finish(check(invocationOf("check", words, carried, paths), options, host));
    });
}

function addFix(program: Commander.Command, words: readonly string[], host: Host, finish: Finish): void {
  const command = program.command("fix").argument("[paths...]", "files and folders", []);
  const carried = addFixOptions(command);
  command
    .description("apply the edits of the grades fix and upgrade; each result is verified before it is written")
    .addHelpText("after", "\nExample: tls-codemod fix src --ask --mark --patch changes.patch")
    .action(async (paths: readonly string[], options: FixOptions) => {
      const { fix } = await import("./commands/fix.js");
      await finish(fix(invocationOf("fix", words, carried, paths), options, host));
    });
}

function addUndo(program: Commander.Command, host: Host, finish: Finish): void {
  program
    .command("undo")
    .argument("[folder]", "where `fix` was run", ".")
    .description("put back what the last `fix` has changed, byte for byte")
    .addHelpText("after", "\nExample: tls-codemod undo\nA file that has changed since is left as it is and named; the exit code is then 4.")
    .action(async (folder: string) => {
      const { undo } = await import("./commands/undo.js");
      await finish(undo(folder, host));
    });
}

function addExplain(program: Commander.Command, host: Host, finish: Finish): void {
  program
    .command("explain")
    .argument("<rule>", "the name of a rule")
    .description("say what a rule finds, on whose authority, what its edits change and how to suppress it")
    .addHelpText("after", "\nExample: tls-codemod explain no-legacy-secure-protocol")
    .action(async (rule: string) => {
      const { explain } = await import("./commands/explain.js");
      await finish(explain(rule, host));
    });
}

function addList(program: Commander.Command, host: Host, finish: Finish): void {
  program
    .command("list")
    .description("name the rules, what each finds, its grades and its transform")
    .addHelpText("after", "\nExample: tls-codemod list")
    .action(async () => {
      const { list } = await import("./commands/list.js");
      await finish(list(host));
    });
}

function addDoctor(program: Commander.Command, host: Host, finish: Finish): void {
  program
    .command("doctor")
    .option("--json", "print the answers as JSON")
    .description("say which Node and OpenSSL are at hand, what they support by default, and whether they are still maintained")
    .addHelpText("after", "\nExample: tls-codemod doctor --json")
    .action(async ({ json = false }: { json?: boolean }) => {
      const { runDoctor } = await import("./commands/doctor.js");
      await finish(runDoctor({ cwd: host.cwd, json }, host));
    });
}

function invocationOf(command: string, words: readonly string[], carried: readonly string[], paths: readonly string[]) {
  const rest = words[0] === command ? words.slice(1) : words;
  return { paths, all: shellQuote(rest), carried: shellQuote([...carried, ...paths]) };
}

/** `--diff` alone has a kind too, or it would take the next path for one. */
function withDiffKind(word: string): string {
  return word === "--diff" ? "--diff=patch" : word;
}
