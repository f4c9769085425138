import { readFileSync } from "node:fs";

/** A fault and what comes of it, as docs/faults.md says it. */
export interface Fault {
  readonly fault: string;
  readonly command: string;
  /** What is printed; `…` stands for what differs from machine to machine. */
  readonly says: string;
  /** What becomes of the file that the fault hits, and of the others. */
  readonly file: "as it was" | "mended" | "as it was or mended" | "as others left it" | "none";
  readonly others: "done" | "not begun" | "as it was or mended" | "put back";
  /** Null where the process is killed. */
  readonly exitCode: number | null;
}

interface FaultGroup {
  readonly about: string;
  readonly faults: readonly Fault[];
}

const groups: readonly FaultGroup[] = JSON.parse(readFileSync(new URL("./faults.json", import.meta.url), "utf8"));

export const faults: readonly Fault[] = groups.flatMap((group) => group.faults);
