import { describeError } from "../failures/describe-error.js";
import { exitCodes } from "../failures/exit-codes.js";
import { RefusedError } from "../failures/refused-error.js";
import { UsageError } from "../failures/usage-error.js";
import { type Host, Interruption } from "./host.js";

/** Says on standard error why a command has ended and what to do next. Returns the exit code. */
export function explainFailure(error: unknown, { stderr }: Host): number {
  const say = (...lines: readonly (string | undefined)[]) =>
    void stderr.write(
      lines
        .filter((line) => line !== undefined)
        .map((line) => `${line}\n`)
        .join(""),
    );
  if (error instanceof UsageError) {
    say(`tls-codemod: ${error.message}`, error.next);
    return exitCodes.usage;
  }
  if (error instanceof RefusedError) {
    say(`tls-codemod: ${error.message}`, error.override && `To do it all the same: ${error.override}`);
    return exitCodes.refused;
  }
  if (error instanceof Interruption) {
    say(
      `tls-codemod: ${error.message}. What was written is whole; \`tls-codemod undo\` puts it back, and --resume takes up the rest.`,
    );
    return error.signal === "SIGINT" ? exitCodes.interrupted : exitCodes.terminated;
  }
  say(
    `tls-codemod: ${error instanceof Error && !("code" in error) ? `this is a mistake of tls-codemod; please report it.\n${error.stack}` : describeError(error)}`,
  );
  return exitCodes.usage;
}
