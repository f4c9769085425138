import type { TSESTree } from "@typescript-eslint/types";
import { oncePerFile } from "../program/once.js";
import type { Program } from "../program/program.js";
import { leavesOf } from "../values/leaves.js";
import { membersOf } from "./module-bindings.js";
import { isInstaller } from "./sinks.js";

/** The calls whose result serves the whole process: `https.globalAgent = new https.Agent(...)`, `setGlobalDispatcher(agent)`. */
export const installedCalls: (program: Program) => ReadonlySet<TSESTree.Node> = oncePerFile((program) => {
  const installed = [
    ...program.assignments.flatMap((node) => assignedTo(program, node)),
    ...program.calls.flatMap((call) => handedTo(program, call)),
  ];
  return new Set(installed.flatMap((node) => leavesOf(program, node).map((leaf) => leaf.node)));
});

function assignedTo(program: Program, { left, right }: TSESTree.AssignmentExpression): readonly TSESTree.Node[] {
  return left.type === "MemberExpression" && membersOf(program, left).some(isInstaller) ? [right] : [];
}

function handedTo(program: Program, call: TSESTree.CallExpression | TSESTree.NewExpression): readonly TSESTree.Node[] {
  const [first] = call.arguments;
  return first && call.type === "CallExpression" && membersOf(program, call.callee).some(isInstaller) ? [first] : [];
}
