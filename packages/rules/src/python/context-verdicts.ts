import type { PythonRuntime, Side } from "tls-policy";
import type { Range } from "../source-text.js";
import { type PyVerdict, verdictsOn } from "./judging/verdicts.js";
import { textOf } from "./program/tree.js";
import type { PythonProgram } from "./python-program.js";
import { operationsWith } from "./sites/contexts.js";

/** A context of a program, and what each Python makes of it once everything has been done to it that nothing decides. */
export interface ContextVerdicts {
  /** `ssl.create_default_context`. */
  readonly name: string;
  /** Undefined where the code does not tell: it is judged as a client's. */
  readonly side: Side | undefined;
  /** The places that make it what it is. */
  readonly ranges: readonly Range[];
  readonly verdicts: readonly PyVerdict[];
}

/** Every context whose making is in sight, as the first of its values has it. */
export function contextVerdicts(
  { contexts, module }: PythonProgram,
  pythons: readonly PythonRuntime[],
): readonly ContextVerdicts[] {
  return contexts.flatMap((site) => {
    const [alternative] = site.construction?.alternatives ?? [];
    if (!site.construction || !alternative || site.maker !== undefined) return [];
    const { call } = site.construction;
    return [
      {
        name: textOf(call, module.text).split("(")[0]!.trim(),
        side: site.side,
        ranges: [call.range, ...site.steps.map(({ node }) => node.range)],
        verdicts: verdictsOn(pythons, alternative, operationsWith(site, undefined, undefined), site.side),
      },
    ];
  });
}
