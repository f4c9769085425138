import type { RuleName } from "./rule-names.js";

/** A place in a program as public code has it, where TLS is weaker than it looks. */
export interface Site {
  readonly name: string;
  /** Words of the lines at which something is to be found, and by which rule. */
  readonly finds: readonly (readonly [at: string, rule: RuleName])[];
  /** Somebody's choice: reported at whatever level, and left as it is unless asked. */
  readonly isChoice?: true;
  readonly path?: string;
  readonly code: string;
}
