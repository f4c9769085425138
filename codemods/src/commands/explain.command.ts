import { addExplainOptions } from "../config/define-options.js";
import type { ExplainOptions } from "../config/run-options.js";
import { withConfig } from "../config/with-config.js";
import type { DefineCommand } from "./define-command.js";

export const defineExplain: DefineCommand = ({ program, host, finish }) => {
  const command = program
    .command("explain")
    .argument("<rule|file:line>", "the name of a rule, or a place where something is found");
  addExplainOptions(command);
  command
    .description("say what a rule finds and on whose authority, or what each Node release does with the code at a line")
    .addHelpText(
      "after",
      '\nExamples: tls-codemod explain no-legacy-secure-protocol\n          tls-codemod explain src/client.js:14 --node ">=18"',
    )
    .action(async (subject: string) => {
      const { explain } = await import("./explain.js");
      const options = withConfig(command.optsWithGlobals<ExplainOptions>(), command, host.cwd);
      await finish(explain(subject, options, host));
    });
};
