import type { TSESTree } from "@typescript-eslint/types";
import type { Setting } from "../setting.js";
import type { Guard } from "../source/guards/guards.js";
import type { Range } from "../source-text.js";

/** Something in a program that decides how the processes do TLS that it starts. */
export interface ProgramSetting {
  readonly setting: Setting;
  /** Where it stands. */
  readonly node: TSESTree.Node;
  readonly guard: Guard | undefined;
  /** What of the file may be edited; a text that stands in a constant may have other readers. */
  readonly editable: readonly Range[];
  /** Whether it is in the environment of the running process, which has read its own options by then: those inherit it that it starts. */
  readonly isInherited?: boolean;
}
