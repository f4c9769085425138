import type { TSESTree } from "@typescript-eslint/types";
import { type Guard, guardAround, guardOfWrite, isConditional } from "../guards/guards.js";
import type { FileView } from "../program/file-view.js";
import { oncePerFile } from "../program/once-per-file.js";
import { recursively } from "../program/recursively.js";
import { unwrap } from "../program/unwrap.js";
import { branchesOf } from "./branches.js";
import { leavesOf } from "./leaves.js";
import { type Place, placeOf } from "./places.js";

/** One of the lists that an expression may denote; `items` is undefined where they are not known. */
export interface List {
  readonly items: readonly TSESTree.Node[] | undefined;
  readonly guard: Guard | undefined;
}

const unknownList: List = { items: undefined, guard: undefined };
const emptyList: List = { items: [], guard: undefined };

// more elements, or more combinations of optional ones, say that nothing is known
const lengthLimit = 500;
const listLimit = 64;

/** Every list that an expression may denote, with what the file pushes onto it. */
export const listsOf: (program: FileView, expression: TSESTree.Node) => readonly List[] = (program, expression) =>
  listsOfNode(program, unwrap(expression));

const unknownLists = (): readonly List[] => [unknownList];

const listsOfNode = recursively(
  { inCycle: unknownLists, beyond: unknownLists },
  (program: FileView, node: TSESTree.Node): readonly List[] => {
    switch (node.type) {
      case "ArrayExpression":
        return joined(node.elements.map((element) => listsOfElement(program, element)));
      case "ConditionalExpression":
        return branchesOf(program, node).flatMap((branch) => guarded(listsOf(program, branch.node), branch.guard()));
      case "LogicalExpression": {
        const lists = branchesOf(program, node).flatMap((branch) =>
          guarded(listsOf(program, branch.node), branch.guard()),
        );
        return node.operator === "&&" ? [emptyList, ...lists] : lists;
      }
      case "CallExpression":
        return listsOfCall(program, node) ?? listsOfLeaves(program, node);
      default:
        return listsOfLeaves(program, node);
    }
  },
);

/** The elements that any of the lists has. */
export function elementsOf(program: FileView, expression: TSESTree.Node): readonly TSESTree.Node[] {
  return [...new Set(listsOf(program, expression).flatMap(({ items }) => items ?? []))];
}

function listsOfElement(program: FileView, element: TSESTree.ArrayExpression["elements"][number]): readonly List[] {
  if (!element) return [unknownList];
  return element.type === "SpreadElement"
    ? listsOf(program, element.argument)
    : [{ items: [element], guard: undefined }];
}

/** One list after the other, in every combination. */
function joined(parts: readonly (readonly List[])[]): readonly List[] {
  if (parts.length > lengthLimit) return [unknownList];
  let lists: readonly List[] = [emptyList];
  for (const part of parts) {
    lists = lists.flatMap((list) => part.map((next) => append(list, next)));
    if (lists.length === 0 || lists.length > listLimit) return [unknownList];
  }
  return lists;
}

function append(list: List, next: List): List {
  const guard = list.guard ?? next.guard;
  const isKnown = list.items && next.items && list.items.length + next.items.length <= lengthLimit;
  return { items: isKnown ? [...list.items, ...next.items] : undefined, guard };
}

function guarded(lists: readonly List[], guard: Guard | undefined): readonly List[] {
  return guard ? lists.map((list) => ({ ...list, guard: list.guard ?? guard })) : lists;
}

function listsOfLeaves(program: FileView, node: TSESTree.Node): readonly List[] {
  const stored = leavesOf(program, node).flatMap((leaf) =>
    leaf.node.type === "ArrayExpression" && leaf.path.length === 0
      ? guarded(listsOf(leaf.program, leaf.node), leaf.guard())
      : [unknownList],
  );
  const place = placeOf(program, node);
  const pushes = (place && pushesByPlace(program).get(place)) ?? [];
  return joined([stored, ...pushes.map((push) => listsOfPush(program, push))]);
}

/** `list.concat(other)`, `list.filter(Boolean)`, `list.slice()`, `Object.freeze(list)`. */
function listsOfCall(program: FileView, node: TSESTree.CallExpression): readonly List[] | undefined {
  const callee = unwrap(node.callee);
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
  const [first] = node.arguments;
  switch (callee.property.name) {
    case "concat":
      return joined([
        listsOf(program, callee.object),
        ...node.arguments.map((argument) => concatenated(program, argument)),
      ]);
    case "filter":
      return first?.type === "Identifier" && first.name === "Boolean" ? listsOf(program, callee.object) : undefined;
    case "slice":
      return first ? undefined : listsOf(program, callee.object);
    case "freeze":
      return first && listsOf(program, first);
    default:
      return;
  }
}

function concatenated(program: FileView, argument: TSESTree.CallExpressionArgument): readonly List[] {
  if (argument.type === "SpreadElement") return [unknownList];
  const lists = listsOf(program, argument);
  const isSingle =
    lists.some(({ items }) => !items) &&
    leavesOf(program, argument).every(({ node }) => node.type === "Literal" || node.type === "TemplateLiteral");
  return isSingle ? [{ items: [argument], guard: undefined }] : lists;
}

const pushesByPlace = oncePerFile((program) => {
  const pushes = new Map<Place, TSESTree.CallExpression[]>();
  for (const call of program.calls) {
    const callee = unwrap(call.callee);
    if (
      call.type !== "CallExpression" ||
      callee.type !== "MemberExpression" ||
      callee.property.type !== "Identifier" ||
      callee.property.name !== "push"
    )
      continue;
    const place = placeOf(program, callee.object);
    const known = place && pushes.get(place);
    if (known) known.push(call);
    else if (place) pushes.set(place, [call]);
  }
  return pushes;
});

function listsOfPush(program: FileView, call: TSESTree.CallExpression): readonly List[] {
  const lists = joined(call.arguments.map((argument) => listsOfElement(program, argument)));
  return isConditional(call) ? [emptyList, ...guarded(lists, guardOfPush(program, call))] : lists;
}

function guardOfPush(program: FileView, call: TSESTree.CallExpression): Guard | undefined {
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression"
    ? guardOfWrite(program, call, unwrap(callee.object))
    : guardAround(program, call);
}
