import type picocolors from "picocolors";
import { requirePackage } from "../commonjs.js";

const { createColors } = requirePackage("picocolors") as typeof picocolors;

export type Paint = ReturnType<typeof picocolors.createColors>;

/** Colours for a terminal, or none. */
export function createPaint(color: boolean): Paint {
  return createColors(color);
}
