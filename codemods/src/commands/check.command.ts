import { addCheckOptions } from "../config/define-options.js";
import type { CheckOptions } from "../config/run-options.js";
import { withConfig } from "../config/with-config.js";
import { type DefineCommand, invocationOf } from "./define-command.js";

export const defineCheck: DefineCommand = ({ program, words, host, finish }) => {
  const command = program.command("check", { isDefault: true }).argument("[paths...]");
  const carried = addCheckOptions(command);
  command
    .description("say what is found and what `fix` would make of it; writes nothing (default command)")
    .addHelpText("after", "\nExample: tls-codemod check src --profile modern --fail-on error -o json:report.json")
    .action(async (paths: readonly string[]) => {
      const { check } = await import("./check.js");
      const options = withConfig(command.optsWithGlobals<CheckOptions>(), command, host.cwd);
      await finish(check(invocationOf("check", words, carried, paths), options, host));
    });
};
