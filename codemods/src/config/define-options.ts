import type * as Commander from "commander";
import { DEFAULT_PROFILE, PROFILE_NAMES } from "tls-policy/profile-names";
import type { Certainty, Level } from "tls-rules";
import { requirePackage } from "../loading/require-package.js";
import { failConditions } from "../reports/exit-code.js";
import { formats } from "../reports/formats/index.js";
import { testChoices } from "../selection/test-files.js";
import {
  collectChoices,
  collectExtensions,
  collectOutput,
  collectPattern,
  collectWords,
  parseJobs,
  parseMaxChanges,
  parseMemory,
  parseShard,
  parseSize,
  parseTimeout,
} from "./option-values.js";

const { Option } = requirePackage("commander") as typeof Commander;

const profiles = PROFILE_NAMES.map((name) => (name === DEFAULT_PROFILE ? `${name} (default)` : name));

// spelt out, because the analysis is not loaded before it is needed
const levels = ["error", "warning", "note"] satisfies readonly Level[];
const certainties = ["proven", "likely"] satisfies readonly Certainty[];

interface Group {
  readonly heading: string;
  /** Whether another command that is suggested takes the options too. */
  readonly isCarried: boolean;
  options(): readonly Commander.Option[];
}

const selection: Group = {
  heading: "Selection:",
  isCarried: true,
  options: () => [
    new Option("--include <pattern>", "only what matches, nothing that does (as in .gitignore)")
      .argParser(collectPattern)
      .default([]),
    new Option("--exclude <pattern>", "nothing that matches, as in .gitignore; repeatable")
      .argParser(collectPattern)
      .default([]),
    new Option("--tests <which>", "tests and examples: include (default), only, exclude")
      .choices(testChoices)
      .default("include"),
    new Option("--ext <list>", "only these extensions (default: programs, config)").argParser(collectExtensions),
    new Option("--repos <file>", "folders that a file lists; paths on standard input"),
    new Option("--stdin-files", "paths come on standard input, by line or NUL"),
    new Option("--since <ref>", "only what has changed since the branch left ref, or is staged"),
    new Option("--staged", "only files with staged changes"),
    new Option("--no-gitignore", "also read what .gitignore leaves out"),
    new Option("--max-file-size <size>", "skip larger files (3mb)").argParser(parseSize).default(3_000_000),
    new Option("--shard <i/n>", "only part i of n, or the part of this job (auto)").argParser(parseShard),
  ],
};

const policy: Group = {
  heading: "Policy:",
  isCarried: true,
  options: () => [
    new Option("--config <file>", "values for these options (tls-codemod.config.json)"),
    new Option("--no-config", "read no configuration"),
    new Option("--profile <name>", `${profiles.join(", ")}; or a JSON file`).choices(PROFILE_NAMES),
    new Option("--policy <file>", "your organisation's own policy, as JSON"),
    new Option("--node <range>", "releases that run the code (engines.node), Python, C"),
    new Option("--python <range>", "releases that run Python (requires-python)"),
    new Option("--openssl <range>", "releases that C and C++ are linked with (build files, or >=1.1.1)"),
    new Option("--types <tsconfig>", "ask types of the ts-morph beside this, or run the project's"),
    new Option("--trust-project", "run the ts-morph that the project has installed, which is its code"),
    new Option("--rules <list>", "only a,b, or all but -a; error|warning|note; proven|likely").argParser(collectWords),
    new Option("--level <level>", "leave out what weighs less: error, warning, note (default)").choices(levels),
    new Option("--certainty <which>", "leave out what is less certain: proven, likely (default)").choices(certainties),
  ],
};

const baseline: Group = {
  heading: "Policy:",
  isCarried: true,
  options: () => [
    new Option("--baseline <file>", "what is accepted (.tls-codemod-baseline.json), or nothing"),
    new Option("--no-baseline", "accept nothing"),
  ],
};

const newBaseline: Group = {
  heading: "Baseline:",
  isCarried: false,
  options: () => [
    new Option("--baseline <file>", "write this file, not one per repository"),
    new Option("--prune", "take out what is gone, and add nothing"),
  ],
};

const edits: Group = {
  heading: "Edits:",
  isCarried: false,
  options: () => [
    new Option("--only <grades>", "grades of edits: fix,upgrade (default), ask").argParser(
      collectChoices(["fix", "upgrade", "ask"]),
    ),
    new Option("--ask", "also edits that depend on facts outside the code"),
    new Option("--mark", "a @tls-codemod-todo comment for a person to see"),
  ],
};

const safety: Group = {
  heading: "Edits:",
  isCarried: false,
  options: () => [
    new Option("-i, --interactive", "ask about each edit (y/n/a/s/e/c/b/m/w/q)"),
    new Option("--allow-dirty", "also files with changes, all staged ones, or without git"),
    new Option("--allow-staged", "also change files whose changes are all staged"),
    new Option("--allow-no-vcs", "also change files outside a git repository"),
    new Option("--max-changes <n>", "change nothing if it would be more than n files").argParser(parseMaxChanges),
  ],
};

const patches: Group = {
  heading: "Output:",
  isCarried: false,
  options: () => [
    new Option("--diff <kind>", "print a unified diff, or how much changes where; write it").choices(["patch", "stat"]),
    new Option("--patch <file>", "also write the unified diff to a file"),
  ],
};

const reports: Group = {
  heading: "Output:",
  isCarried: false,
  options: () => [
    new Option("--format <name>", Object.keys(formats).join(", ")).choices(Object.keys(formats)),
    new Option("-o, --output <format:file>", "also write a report to a file; repeatable")
      .argParser(collectOutput)
      .default([]),
    new Option("--quiet", "errors and warnings only, or also what is accepted"),
    new Option("--verbose", "also print what is accepted or skipped"),
  ],
};

/** `byDefault` is undefined where a report tells it. */
const failing = (byDefault: string | undefined): Group => ({
  heading: "Output:",
  isCarried: false,
  options: () => [
    new Option(
      "--fail-on <what>",
      `exit code 1 on: ${Object.keys(failConditions).join(", ")} (${byDefault ?? "as the command"})`,
    )
      .choices(Object.keys(failConditions))
      .default(byDefault),
  ],
});

const running: Group = {
  heading: "Running:",
  isCarried: false,
  options: () => [
    new Option("-j, --jobs <n>", "processes (auto); seconds for a file (10); for all (500mb)")
      .argParser(parseJobs)
      .default("auto"),
    new Option("--timeout <seconds>", "seconds for a file, and again for each MB of it (10; 120 with types)").argParser(
      parseTimeout,
    ),
    new Option("--memory <size>", "for all processes together (500mb); more lets more of them run").argParser(
      parseMemory,
    ),
    new Option("--resume", "take up an interrupted run; remember unchanged files"),
    new Option("--cache", "remember what was found in unchanged files"),
    new Option("--no-interactive", "never ask anything"),
  ],
};

/** Gives `check` its options, as the functions below do for other commands. Returns what was typed of those that a suggested command repeats, filled in while parsing. */
export function addCheckOptions(command: Commander.Command): readonly string[] {
  return addGroups(command, [selection, policy, baseline, edits, reports, patches, failing("finding"), running]);
}

export function addFixOptions(command: Commander.Command): readonly string[] {
  return addGroups(command, [selection, policy, baseline, edits, safety, reports, patches, failing("error"), running]);
}

export function addBaselineOptions(command: Commander.Command): readonly string[] {
  return addGroups(command, [newBaseline, selection, policy, running]);
}

export function addMergeOptions(command: Commander.Command): readonly string[] {
  return addGroups(command, [reports, failing(undefined)]);
}

export function addExplainOptions(command: Commander.Command): readonly string[] {
  addJsonOption(command);
  return addGroups(command, [policy, baseline]);
}

export function addJsonOption(command: Commander.Command): readonly string[] {
  command.option("--json", "print the answers as JSON");
  return [];
}

export function addInitOptions(command: Commander.Command): readonly string[] {
  command
    .addOption(new Option("--profile <name>", profiles.join(", ")).choices(PROFILE_NAMES).default(DEFAULT_PROFILE))
    .addOption(new Option("-y, --yes", "write without asking").conflicts("check"))
    .option("--check", "write nothing; exit code 1 where ESLint has no rules, or no parser for a language here")
    .option("--no-interactive", "ask nothing; without --yes it only shows");
  return [];
}

function addGroups(command: Commander.Command, groups: readonly Group[]): readonly string[] {
  command.addHelpOption(new Option("-h, --help", "show this").helpGroup(groups.at(-1)!.heading));
  const carried: string[] = [];
  for (const { heading, isCarried, options } of groups) {
    for (const option of options()) {
      command.addOption(option.helpGroup(heading));
      const flag = option.long!;
      if (isCarried)
        command.on(`option:${option.name()}`, (value: string | null | undefined) => {
          // given twice, the last counts
          const before = repeatable.has(flag)
            ? -1
            : carried.findIndex((word) => word === flag || word.startsWith(`${flag}=`));
          if (before >= 0) carried.splice(before, carriedWords(flag, value).length);
          carried.push(...carriedWords(flag, value));
        });
    }
  }
  return carried;
}

/** Each of these adds to what was given before. */
const repeatable: ReadonlySet<string> = new Set(["--include", "--exclude", "--ext", "--rules"]);

/** An option that has a value by itself takes no word after it. */
function carriedWords(flag: string, value: string | null | undefined): readonly string[] {
  if (flag === "--types") return [`${flag}=${value}`];
  return value === null || value === undefined ? [flag] : [flag, value];
}
