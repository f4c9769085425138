export { analyzePython } from "./analyze-python.js";
export type { PyRule } from "./rule.js";
export { pythonRules } from "./rules/index.js";
export type { PyFile, PyNode } from "./tree.js";
