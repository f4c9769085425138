import picocolors from "picocolors";

export type Paint = ReturnType<typeof picocolors.createColors>;

/** Colours for a terminal, or none. */
export function createPaint(color: boolean): Paint {
  return picocolors.createColors(color);
}
