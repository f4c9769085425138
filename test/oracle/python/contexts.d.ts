import type fc from "fast-check";
import type { PythonConstruction, PythonOperation, Side } from "tls-policy";

/** A context as a program makes it, and the side that it is used for. */
export const contextUse: fc.Arbitrary<{
  readonly side: Side;
  readonly construction: PythonConstruction;
  readonly operations: readonly PythonOperation[];
}>;
