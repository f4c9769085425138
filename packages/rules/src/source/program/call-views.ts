import type { TSESTree } from "@typescript-eslint/types";
import type { Call, CallView, FileView, FunctionNode, Region } from "./file-view.js";
import { oncePerFile } from "./once-per-file.js";
import { isInRange, rootOf } from "./walk.js";

// a wrapper of a wrapper of a wrapper of a wrapper
const depthLimit = 4;

// a file whose functions call each other more than that is no configuration
const viewLimit = 1000;

const viewCount = oncePerFile(() => ({ views: 0 }));

interface KnownView {
  readonly functions: readonly FunctionNode[];
  readonly view: FileView | undefined;
}

const views = new WeakMap<FileView, Map<Call, KnownView[]>>();

/** The program as the functions that a call runs see it: parameters have the call's arguments. Undefined for a recursive call, or one nested too deep. */
export function insideCall(program: FileView, call: Call, functions: readonly FunctionNode[]): FileView | undefined {
  const byCall = views.get(program) ?? new Map<Call, KnownView[]>();
  if (byCall.size === 0) views.set(program, byCall);
  const ofCall = byCall.get(call) ?? [];
  if (ofCall.length === 0) byCall.set(call, ofCall);
  const known = ofCall.find((each) => isSameList(each.functions, functions));
  if (known) return known.view;
  const view = createView(program, call, functions);
  ofCall.push({ functions, view });
  return view;
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function createView(program: FileView, call: Call, functions: readonly FunctionNode[]): FileView | undefined {
  const around = viewsAround(program);
  const isRecursive = functions.some((node) => program.callOf(node));
  const count = viewCount(program);
  if (isRecursive || around.length === depthLimit || count.views === viewLimit) return;
  count.views++;
  const own = functions.map((node) => regionOf(node, call));
  // where the arguments of another call stand in this code, the call makes a difference to what they are handed to
  const handedOn = around
    .filter((view) => own.some((region) => isInRegion(view.call, rootOf(view.call), region)))
    .flatMap((view) => view.regions);
  return {
    ...program,
    inside: { call, outer: program, regions: [...own, ...handedOn] },
    callOf: (node) => (functions.includes(node) ? call : program.callOf(node)),
  };
}

function viewsAround(program: FileView): readonly CallView[] {
  const around: CallView[] = [];
  for (let view = program.inside; view; view = view.outer.inside) around.push(view);
  return around;
}

/** Whether a node of the tree `root` stands in a region. */
export function isInRegion(node: TSESTree.Node, root: TSESTree.Node, region: Region): boolean {
  return region.root === root && isInRange(node, region.node);
}

/** The code that may read what a function does with its parameters: through `this`, all methods of its class or object. */
function regionOf(fn: FunctionNode, call: Call): Region {
  const root = rootOf(fn);
  const { parent } = fn;
  if (parent.type === "MethodDefinition") return { root, node: parent.parent.parent };
  if (parent.type === "Property") return { root, node: parent.parent };
  return { root, node: call.type === "NewExpression" || parent.type === "AssignmentExpression" ? root : fn };
}
