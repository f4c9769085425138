import { addFixOptions } from "../config/define-options.js";
import type { FixOptions } from "../config/run-options.js";
import { withConfig } from "../config/with-config.js";
import { type DefineCommand, invocationOf } from "./define-command.js";

export const defineFix: DefineCommand = ({ program, words, host, finish }) => {
  const command = program.command("fix").argument("[paths...]");
  const carried = addFixOptions(command);
  command
    .description("apply the edits of the grades fix and upgrade; each result is verified before it is written")
    .addHelpText("after", "\nExample: tls-codemod fix src --ask --mark --patch changes.patch")
    .action(async (paths: readonly string[]) => {
      const { fix } = await import("./fix.js");
      const options = withConfig(command.optsWithGlobals<FixOptions>(), command, host.cwd);
      await finish(fix(invocationOf("fix", words, carried, paths), options, host));
    });
};
