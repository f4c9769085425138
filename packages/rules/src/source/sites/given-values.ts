import type { TSESTree } from "@typescript-eslint/types";
import { calleeNames } from "../program/callee-names.js";
import type { Call, FileView } from "../program/file-view.js";
import { standsIn } from "../program/view-at.js";
import { isWithin, walk } from "../program/walk.js";
import { leavesOf } from "../values/leaves.js";
import type { OptionValue } from "./tls-options.js";

/** What a caller hands to a function that makes a TLS option of it. */
export interface GivenValue {
  readonly node: TSESTree.Node;
  /** The name by which the function is called. */
  readonly callee: string | undefined;
}

/** The one value in a call of a function that decides what the option in this function is; undefined where the function decides itself. */
export function givenValue(program: FileView, { node, write }: OptionValue): GivenValue | undefined {
  const parts = isWithin(node, write.value) ? leavesIn(write.program, node) : [node];
  const given = callsAround(write.program).flatMap((call) =>
    parts.filter((part) => isHanded(call, part) && !isHanded(call, write.node)).map((part) => ({ part, call })),
  );
  const [only, ...others] = [...new Map(given.map((each) => [each.part, each])).values()];
  if (!only || others.length > 0 || !standsIn(program, only.part)) return;
  return { node: only.part, callee: calleeNames(only.call.callee).at(-1) };
}

function callsAround({ inside }: FileView): readonly Call[] {
  return inside ? [inside.call, ...callsAround(inside.outer)] : [];
}

function isHanded(call: Call, node: TSESTree.Node): boolean {
  return call.arguments.some((argument) => isWithin(node, argument));
}

/** What the names in an expression come down to. */
function leavesIn(program: FileView, expression: TSESTree.Node): readonly TSESTree.Node[] {
  const leaves = new Set<TSESTree.Node>();
  walk(expression, (part) => {
    if (part.type !== "Identifier" && part.type !== "MemberExpression") return;
    for (const leaf of leavesOf(program, part)) leaves.add(leaf.node);
    return "skip";
  });
  return [...leaves];
}
