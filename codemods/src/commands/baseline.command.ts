import { addBaselineOptions } from "../config/define-options.js";
import type { BaselineOptions } from "../config/run-options.js";
import { withConfig } from "../config/with-config.js";
import type { DefineCommand } from "./define-command.js";

export const defineBaseline: DefineCommand = ({ program, host, finish }) => {
  const command = program.command("baseline").argument("[paths...]");
  addBaselineOptions(command);
  command
    .description(
      "accept what is found today, so that `check` fails only on what is new; writes .tls-codemod-baseline.json",
    )
    .addHelpText(
      "after",
      "\nExample: tls-codemod baseline && git add .tls-codemod-baseline.json\nA finding is known by its rule, path and line of code; it stays accepted when the line moves.",
    )
    .action(async (paths: readonly string[], typed: BaselineOptions) => {
      const { acceptFindings } = await import("./baseline.js");
      const options = withConfig(typed, command, host.cwd);
      await finish(acceptFindings(paths, options, host));
    });
};
