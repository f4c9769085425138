import {
  addBaselineOptions,
  addCheckOptions,
  addExplainOptions,
  addFixOptions,
  addInitOptions,
  addJsonOption,
  addMergeOptions,
} from "../config/define-options.js";
import type { BaselineOptions, CheckOptions, ExplainOptions, FixOptions, MergeOptions } from "../config/run-options.js";
import { type DefineCommand, defineCommand } from "./define-command.js";
import type { InitOptions } from "./init.js";

/** Every command, in the order of the help. */
export const definitions: readonly DefineCommand[] = [
  defineCommand<CheckOptions>({
    usage: "check [paths...]",
    isDefault: true,
    description: "say what is found and what `fix` would make of it; writes nothing (default command)",
    example: "Example: tls-codemod check src --profile modern --fail-on error -o json:report.json",
    addOptions: addCheckOptions,
    isConfigurable: true,
    run: async ({ invocation, options, host }) => (await import("./check.js")).check(invocation, options, host),
  }),
  defineCommand<FixOptions>({
    usage: "fix [paths...]",
    description: "apply the edits of the grades fix and upgrade; each result is verified before it is written",
    example: "Example: tls-codemod fix src --ask --mark --patch changes.patch",
    addOptions: addFixOptions,
    isConfigurable: true,
    run: async ({ invocation, options, host }) => (await import("./fix.js")).fix(invocation, options, host),
  }),
  defineCommand({
    usage: "undo [folder]",
    argument: { description: "where `fix` was run", byDefault: "." },
    description: "put back what the last `fix` has changed, byte for byte",
    example:
      "Example: tls-codemod undo\nA file that has changed since is left as it is and named; the exit code is then 4.",
    run: async ({ words, host }) => (await import("./undo.js")).undo(words[0]!, host),
  }),
  defineCommand<BaselineOptions>({
    usage: "baseline [paths...]",
    description:
      "accept what is found today, so that `check` fails only on what is new; writes .tls-codemod-baseline.json",
    example:
      "Example: tls-codemod baseline && git add .tls-codemod-baseline.json\nA finding is known by its rule, path and line of code; it stays accepted when the line moves.",
    addOptions: addBaselineOptions,
    isConfigurable: true,
    run: async ({ words, options, host }) => (await import("./baseline.js")).acceptFindings(words, options, host),
  }),
  defineCommand<MergeOptions>({
    usage: "merge <reports...>",
    argument: { description: "JSON reports, or folders of them: all shards of a run, or several repositories" },
    description: "join JSON reports: the shards of a run into its report, those of repositories into that of the fleet",
    example: "Example: tls-codemod merge part-*.json -o html:fleet.html --fail-on none",
    addOptions: addMergeOptions,
    run: async ({ words, options, host }) => (await import("./merge.js")).merge(words, options, host),
  }),
  defineCommand<ExplainOptions>({
    usage: "explain <rule|file:line>",
    argument: { description: "the name of a rule, or a place where something is found" },
    description: "say what a rule finds and on whose authority, or what each Node release does with the code at a line",
    example:
      'Examples: tls-codemod explain no-legacy-secure-protocol\n          tls-codemod explain src/client.js:14 --node ">=18"',
    addOptions: addExplainOptions,
    isConfigurable: true,
    run: async ({ words, options, host }) => (await import("./explain.js")).explain(words[0]!, options, host),
  }),
  defineCommand<{ readonly json?: boolean }>({
    usage: "list",
    description: "name the rules, what each finds, its grades and its transform",
    example: "Example: tls-codemod list --json",
    addOptions: addJsonOption,
    run: async ({ options, host }) => (await import("./list.js")).list(host, options.json),
  }),
  defineCommand<{ readonly json?: boolean }>({
    usage: "doctor",
    description:
      "say which Node and OpenSSL are at hand, what they support by default, and whether they are still maintained",
    example: "Example: tls-codemod doctor --json",
    addOptions: addJsonOption,
    run: async ({ options: { json = false }, host }) =>
      (await import("./doctor.js")).runDoctor({ cwd: host.cwd, json, env: host.env }, host),
  }),
  defineCommand<InitOptions>({
    usage: "init",
    description:
      "set up a repository: tls-codemod.config.json, eslint.config.js and a check in CI; shown as a diff first",
    example:
      "Example: tls-codemod init --profile modern --yes\nA file that is there stays as it is; lines to add to it are shown. Without a terminal nothing is written unless --yes says so.",
    addOptions: addInitOptions,
    run: async ({ options, host }) => (await import("./init.js")).init(options, host),
  }),
];
