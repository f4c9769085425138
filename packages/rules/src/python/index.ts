export { analyzePython } from "./analyze-python.js";
export type { PyRule } from "./judging/rule.js";
export type { PyFile, PyNode } from "./program/tree.js";
export { pythonRules } from "./rules/index.js";
