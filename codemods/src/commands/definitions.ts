import { defineBaseline } from "./baseline.command.js";
import { defineCheck } from "./check.command.js";
import type { DefineCommand } from "./define-command.js";
import { defineDoctor } from "./doctor.command.js";
import { defineExplain } from "./explain.command.js";
import { defineFix } from "./fix.command.js";
import { defineInit } from "./init.command.js";
import { defineList } from "./list.command.js";
import { defineMerge } from "./merge.command.js";
import { defineUndo } from "./undo.command.js";

/** Every command, in the order of the help. */
export const definitions: readonly DefineCommand[] = [
  defineCheck,
  defineFix,
  defineUndo,
  defineBaseline,
  defineMerge,
  defineExplain,
  defineList,
  defineDoctor,
  defineInit,
];
