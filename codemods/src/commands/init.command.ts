import type * as Commander from "commander";
import { profileNames } from "../config/define-options.js";
import { requirePackage } from "../loading/require-package.js";
import type { DefineCommand } from "./define-command.js";
import type { InitOptions } from "./init.js";

const { Option } = requirePackage("commander") as typeof Commander;

export const defineInit: DefineCommand = ({ program, host, finish }) => {
  program
    .command("init")
    .addOption(
      new Option("--profile <name>", "modern, intermediate (default) or legacy")
        .choices(profileNames)
        .default("intermediate"),
    )
    .option("-y, --yes", "write without asking")
    .option("--no-interactive", "ask nothing; without --yes it only shows")
    .description(
      "set up a repository: tls-codemod.config.json, eslint.config.js and a check in CI; shown as a diff first",
    )
    .addHelpText(
      "after",
      "\nExample: tls-codemod init --profile modern --yes\nA file that is there stays as it is; lines to add to it are shown. Without a terminal nothing is written unless --yes says so.",
    )
    .action(async (options: InitOptions) => {
      const { init } = await import("./init.js");
      await finish(init(options, host));
    });
};
