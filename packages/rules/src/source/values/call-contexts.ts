import type { TSESTree } from "@typescript-eslint/types";
import { type Guard, guardAround } from "../guards/guards.js";
import { insideCall } from "../program/call-views.js";
import { type Call, type FileView, type FunctionNode, isFunction, usesOf } from "../program/file-view.js";
import { note, notesOf } from "../program/questions.js";
import { ancestorOf, isWithin } from "../program/walk.js";
import { callsOf, nameOfFunction, nameOfOwner } from "./functions.js";
import { isExported } from "./is-exported.js";

/** What was read, and whether something in it depends on code that is out of sight. */
interface Reading<Answer> {
  readonly answer: Answer | undefined;
  readonly isComplete: boolean;
}

type Read<Answer> = (program: FileView, guard: Guard | undefined) => Reading<Answer>;

// further callers say nothing new
const readingLimit = 64;

/**
 * Reads code as it runs: where it depends on the parameters of functions around it, once for each call of these functions in the file.
 * Seen from no call in particular it counts only when the function may also be called from elsewhere.
 */
export function readPerCaller<Answer>(program: FileView, node: TSESTree.Node, read: Read<Answer>): readonly Answer[] {
  const answers: Answer[] = [];
  let readings = 0;
  const visit = (view: FileView, guard: Guard | undefined): void => {
    if (readings++ === readingLimit) return;
    const reading = read(view, guard);
    const fn = reading.isComplete ? undefined : parameterOwner(view, (recorded) => read(recorded, guard));
    const callers = fn ? callersOf(view, fn) : [];
    if (reading.answer && (callers.length === 0 || isReachedFromElsewhere(program, fn!))) answers.push(reading.answer);
    for (const { call, inside } of callers) visit(inside, guard ?? guardAround(program, call));
  };
  visit(program, guardAround(program, node) ?? guardOfCallers(program, node));
  return answers;
}

/** A function whose parameters were asked for, and that the file calls. */
function parameterOwner(program: FileView, read: (program: FileView) => unknown): FunctionNode | undefined {
  const asked = notesOf(() => read(recordedView(program))) as ReadonlySet<FunctionNode>;
  return [...asked].find((fn) => callersOf(program, fn).length > 0);
}

const recordedViews = new WeakMap<FileView, FileView>();

/** The same program, which notes the functions whose parameters are asked for: one for all questions, so that what they share is worked out once. */
function recordedView(program: FileView): FileView {
  let recorded = recordedViews.get(program);
  if (!recorded) recordedViews.set(program, (recorded = { ...program, inside: undefined, hearOfOwner: note }));
  return recorded;
}

interface Caller {
  readonly call: Call;
  /** The program as the function sees it from that call. */
  readonly inside: FileView;
}

function callersOf(program: FileView, fn: FunctionNode): readonly Caller[] {
  return callsOf(program, fn).flatMap((call) => {
    const inside = isWithin(call, fn) ? undefined : insideCall(program, call, [fn]);
    return inside ? [{ call, inside }] : [];
  });
}

function isReachedFromElsewhere(program: FileView, fn: FunctionNode): boolean {
  const name = nameOfFunction(program, fn) ?? nameOfOwner(program, fn);
  return !name || isExported(program, name) || usesOf(name).some(({ identifier }) => !isCalled(identifier));
}

function isCalled(identifier: TSESTree.Node): boolean {
  const { parent } = identifier;
  if (parent?.type === "CallExpression" || parent?.type === "NewExpression") return parent.callee === identifier;
  return parent?.type === "MemberExpression" && parent.object === identifier;
}

/** The guard around the calls of the function in which a node stands, when all of them have one. */
export function guardOfCallers(program: FileView, node: TSESTree.Node): Guard | undefined {
  const fn = ancestorOf(node, isFunction);
  const calls = fn && !isReachedFromElsewhere(program, fn) ? callsOf(program, fn) : [];
  const guards = calls.map((call) => guardAround(program, call));
  return guards.every((guard) => guard) ? guards[0] : undefined;
}
