import { addMergeOptions } from "../config/define-options.js";
import type { MergeOptions } from "../config/run-options.js";
import type { DefineCommand } from "./define-command.js";

export const defineMerge: DefineCommand = ({ program, host, finish }) => {
  const command = program
    .command("merge")
    .argument("<reports...>", "JSON reports of all shards of a run, or of several repositories");
  addMergeOptions(command);
  command
    .description("join JSON reports: the shards of a run into its report, those of repositories into that of the fleet")
    .addHelpText("after", "\nExample: tls-codemod merge part-*.json -o html:fleet.html --fail-on none")
    .action(async (files: readonly string[]) => {
      const { merge } = await import("./merge.js");
      await finish(merge(files, command.optsWithGlobals<MergeOptions>(), host));
    });
};
