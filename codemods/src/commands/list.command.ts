import type { DefineCommand } from "./define-command.js";

export const defineList: DefineCommand = ({ program, host, finish }) => {
  program
    .command("list")
    .description("name the rules, what each finds, its grades and its transform")
    .addHelpText("after", "\nExample: tls-codemod list")
    .action(async () => {
      const { list } = await import("./list.js");
      await finish(list(host));
    });
};
