import type { DefineCommand } from "./define-command.js";

export const defineUndo: DefineCommand = ({ program, host, finish }) => {
  program
    .command("undo")
    .argument("[folder]", "where `fix` was run", ".")
    .description("put back what the last `fix` has changed, byte for byte")
    .addHelpText(
      "after",
      "\nExample: tls-codemod undo\nA file that has changed since is left as it is and named; the exit code is then 4.",
    )
    .action(async (folder: string) => {
      const { undo } = await import("./undo.js");
      await finish(undo(folder, host));
    });
};
