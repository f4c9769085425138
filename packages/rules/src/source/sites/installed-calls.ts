import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { leavesOf } from "../values/leaves.js";
import { membersNamed } from "../values/module-bindings.js";
import { isInstaller, namesOfInstallers } from "../values/sinks.js";

/** The calls whose result serves the whole process: `https.globalAgent = new https.Agent(...)`, `setGlobalDispatcher(agent)`. */
export const installedCalls: (program: FileView) => ReadonlySet<TSESTree.Node> = oncePerFile((program) => {
  const installed = [
    ...program.assignments.flatMap((node) => assignedTo(program, node)),
    ...program.calls.flatMap((call) => handedTo(program, call)),
  ];
  return new Set(installed.flatMap((node) => leavesOf(program, node).map((leaf) => leaf.node)));
});

function assignedTo(program: FileView, { left, right }: TSESTree.AssignmentExpression): readonly TSESTree.Node[] {
  return left.type === "MemberExpression" && membersNamed(program, left, namesOfInstallers).some(isInstaller)
    ? [right]
    : [];
}

function handedTo(program: FileView, call: TSESTree.CallExpression | TSESTree.NewExpression): readonly TSESTree.Node[] {
  const [first] = call.arguments;
  return first &&
    call.type === "CallExpression" &&
    membersNamed(program, call.callee, namesOfInstallers).some(isInstaller)
    ? [first]
    : [];
}
