import type picocolors from "picocolors";
import { requirePackage } from "../loading/require-package.js";

const { createColors } = requirePackage("picocolors") as typeof picocolors;

export type Paint = ReturnType<typeof picocolors.createColors>;

/** Whether to colour what goes to a stream: as the command line says, or else as the environment does. https://no-color.org: any value but an empty one says no. */
export function wantsColor(
  { isTTY }: { readonly isTTY?: boolean },
  env: NodeJS.ProcessEnv,
  asked: boolean | undefined,
): boolean {
  if (asked !== undefined) return asked;
  if (env["NO_COLOR"]) return false;
  return env["FORCE_COLOR"] ? env["FORCE_COLOR"] !== "0" : isTTY === true && env["TERM"] !== "dumb";
}

/** Colours for a terminal, or none. */
export function createPaint(color: boolean): Paint {
  return createColors(color);
}
