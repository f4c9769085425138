import type { DefineCommand } from "./define-command.js";

export const defineDoctor: DefineCommand = ({ program, host, finish }) => {
  program
    .command("doctor")
    .option("--json", "print the answers as JSON")
    .description(
      "say which Node and OpenSSL are at hand, what they support by default, and whether they are still maintained",
    )
    .addHelpText("after", "\nExample: tls-codemod doctor --json")
    .action(async ({ json = false }: { json?: boolean }) => {
      const { runDoctor } = await import("./doctor.js");
      await finish(runDoctor({ cwd: host.cwd, json, env: host.env }, host));
    });
};
