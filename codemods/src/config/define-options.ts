import { Option, type Command } from "commander";
import { failConditions } from "../reports/exit-code.js";
import { formats } from "../reports/index.js";
import { defaultExtensions } from "../selection/file-filter.js";
import { collectChoices, collectExtensions, collectOutput, collectPattern, collectWords, parseJobs, parseMaxChanges, parseShard, parseSize } from "./option-values.js";

/** tls-policy's profiles; named here so that reading the command line loads no policy. */
export const profileNames: readonly string[] = ["modern", "intermediate", "legacy"];

interface Group {
  readonly heading: string;
  /** Whether another command that is suggested takes the options too. */
  readonly isCarried: boolean;
  options(): readonly Option[];
}

const selection: Group = {
  heading: "Selection:",
  isCarried: true,
  options: () => [
    new Option("--include <pattern>", "only files that match, as in .gitignore (repeatable)").argParser(collectPattern).default([], "all"),
    new Option("--exclude <pattern>", "no files that match (repeatable)").argParser(collectPattern).default([], "none"),
    new Option("--ext <list>", `extensions to read (default: ${defaultExtensions.map((name) => name.slice(1)).join(",")})`).argParser(collectExtensions),
    new Option("--stdin-files", "read the paths from standard input, by line or NUL"),
    new Option("--since <ref>", "only files changed since the branch left REF"),
    new Option("--staged", "only files with staged changes"),
    new Option("--no-gitignore", "also read what .gitignore leaves out"),
    new Option("--max-file-size <size>", "skip larger files").argParser(parseSize).default(3_000_000, "3mb"),
    new Option("--shard <i/n>", "only the i-th of n parts, for several machines").argParser(parseShard),
  ],
};

const policy: Group = {
  heading: "Policy:",
  isCarried: true,
  options: () => [
    new Option("--profile <name>", "Mozilla's recommendation to judge by (default: intermediate)").choices(profileNames),
    new Option("--policy <file>", "your organisation's own policy, as JSON"),
    new Option("--node <range>", "the Node releases that run the code (default: engines.node)"),
    new Option("--rules <list>", "only these rules (a,b), or all but some (-a)").argParser(collectWords),
  ],
};

const edits: Group = {
  heading: "Edits:",
  isCarried: false,
  options: () => [
    new Option("--only <grades>", "only edits of these grades: fix, upgrade, ask").argParser(collectChoices(["fix", "upgrade", "ask"])),
    new Option("--ask", "also edits that depend on facts outside the code"),
    new Option("--mark", "leave a @tls-codemod-todo comment at what needs a person"),
  ],
};

const safety: Group = {
  heading: "Safety:",
  isCarried: false,
  options: () => [
    new Option("-i, --interactive", "ask about each edit (y/n/a/s/e/q)"),
    new Option("--allow-dirty", "also change files with uncommitted changes"),
    new Option("--allow-staged", "also change files whose changes are all staged"),
    new Option("--allow-no-vcs", "also change files outside a git repository"),
    new Option("--max-changes <n>", "change nothing if it would be more than n files").argParser(parseMaxChanges),
  ],
};

const output = (failOn: string): Group => ({
  heading: "Output:",
  isCarried: false,
  options: () => [
    new Option("--format <name>", "what is printed (default: pretty)").choices(Object.keys(formats)),
    new Option("--diff <kind>", "print the changes as a unified diff, or as a stat").choices(["patch", "stat"]),
    new Option("--patch <file>", "also write the unified diff to a file"),
    new Option("-o, --output <format:file>", "also write a report to a file (repeatable)").argParser(collectOutput).default([], "none"),
    new Option("--fail-on <what>", "what makes the exit code 1").choices(Object.keys(failConditions)).default(failOn),
    new Option("--quiet", "print errors and warnings only"),
    new Option("--verbose", "also print what is accepted or skipped"),
    new Option("--no-color", "no colours (also: NO_COLOR)"),
  ],
});

const running: Group = {
  heading: "Running:",
  isCarried: false,
  options: () => [
    new Option("-j, --jobs <n>", "processes that judge files, at most").argParser(parseJobs).default("auto"),
    new Option("--resume", "take up a run that was interrupted"),
    new Option("--cache", "remember what was found in files that do not change"),
    new Option("--no-interactive", "never ask anything"),
  ],
};

/** Gives `check` its options. Returns what was typed of those that a suggested command repeats, filled in while parsing. */
export function addCheckOptions(command: Command): readonly string[] {
  return addGroups(command, [selection, policy, edits, output("finding"), running]);
}

export function addFixOptions(command: Command): readonly string[] {
  return addGroups(command, [selection, policy, edits, safety, output("error"), running]);
}

function addGroups(command: Command, groups: readonly Group[]): readonly string[] {
  const carried: string[] = [];
  for (const { heading, isCarried, options } of groups) {
    for (const option of options()) {
      command.addOption(option.helpGroup(heading));
      const flag = option.long!;
      if (isCarried) command.on(`option:${option.name()}`, (value: string | null) => carried.push(...(value === null ? [flag] : [flag, value])));
    }
  }
  return carried;
}
