import { describeError } from "../failures/describe-error.js";
import { exitCodes } from "../failures/exit-codes.js";
import { RefusedError } from "../failures/refused-error.js";
import { UsageError } from "../failures/usage-error.js";
import { type Host, Interruption } from "./host.js";
import { showLines } from "./show.js";

/** Says on standard error why a command has ended and what to do next. Returns the exit code. */
export function explainFailure(error: unknown, { stderr }: Host): number {
  const { lines, exitCode } = failureOf(error);
  showLines(stderr, [`tls-codemod: ${lines[0]}`, ...lines.slice(1)]);
  return exitCode;
}

function failureOf(error: unknown): { readonly lines: readonly string[]; readonly exitCode: number } {
  if (error instanceof UsageError) return { lines: [...error.lines, ...error.next], exitCode: exitCodes.usage };
  if (error instanceof RefusedError) {
    const advice = error.override ? [`To do it all the same: ${error.override}`] : [];
    return { lines: [...error.lines, ...advice], exitCode: exitCodes.refused };
  }
  if (error instanceof Interruption) {
    const advice = "What was written is whole; `tls-codemod undo` puts it back, and --resume takes up the rest.";
    return {
      lines: [`${error.message}. ${advice}`],
      exitCode: error.signal === "SIGINT" ? exitCodes.interrupted : exitCodes.terminated,
    };
  }
  if (error instanceof Error && !("code" in error)) {
    const lines = [
      "this is a mistake of tls-codemod; please report it.",
      ...(error.stack ?? error.message).split("\n"),
    ];
    return { lines, exitCode: exitCodes.usage };
  }
  return { lines: [describeError(error)], exitCode: exitCodes.usage };
}
