import type { TSESTree } from "@typescript-eslint/types";
import type { Program } from "./program.js";

const assertions = /^(expect|assert|should|sinon|match|t|chai|td)$|^(toEqual|toStrictEqual|toMatchObject|toHaveBeenCalledWith|toHaveBeenNthCalledWith|toHaveBeenLastCalledWith|calledWith|calledWithMatch|calledOnceWith|objectContaining|deepEqual|deepStrictEqual|equal|strictEqual|eql|deep|notDeepEqual|partialDeepStrictEqual|is|like)$/;

/** Whether an object is the expected value of an assertion or a matcher, not options that are used. */
export function isExpectation(program: Program, node: TSESTree.Node): boolean {
  for (let ancestor = node.parent; ancestor; ancestor = ancestor.parent) {
    if (/Function|Program/.test(ancestor.type)) return false;
    if (ancestor.type === "CallExpression" && program.textOf(ancestor.callee).split(/\W+/).some((word) => assertions.test(word))) return true;
  }
  return false;
}
