import { type PythonRuntime, pythonRuntimesIn } from "tls-policy";
import { collectFindings, toFinding } from "../collect-findings.js";
import type { Finding } from "../finding.js";
import type { Settings } from "../settings.js";
import { isTestPath } from "../test-paths.js";
import type { PyReport, PyRule } from "./judging/rule.js";
import { type PyModule, readModule } from "./program/module.js";
import { descendants, type PyFile, type PyNode } from "./program/tree.js";
import { pythonRules } from "./rules/index.js";
import { contextsOf } from "./sites/contexts.js";

/** What a Python file says: the rules' findings in source order, each place and rule once, and its comments. */
export interface PyAnalysis {
  readonly findings: readonly Finding[];
  /** Without the sign that begins them. */
  readonly comments: readonly { readonly value: string; readonly range: readonly [start: number, end: number] }[];
}

/** Reads a Python file once and asks every rule. */
export function analyzePython(file: PyFile, settings: Settings, rules: readonly PyRule[] = pythonRules): PyAnalysis {
  const module = readModule(file);
  const contexts = contextsOf(module);
  const pythons = pythonsFor(module, settings);
  const findings: Finding[] = [];
  for (const rule of rules)
    rule.check({
      ...{ module, contexts, settings, pythons },
      report: (report) => findings.push(findingOf(rule, report, isTestPath(file.path))),
    });
  return {
    findings: collectFindings(findings, settings),
    comments: module.comments.map((each) => comment(each, file)),
  };
}

/** What a caller gets who says nothing else is a caller's choice. */
function findingOf({ name, messages }: PyRule, report: PyReport, isTest: boolean): Finding {
  const { at, guards = [], isDefault = false, isLikely = false, mend } = report;
  const grade = mend?.grade;
  return toFinding(
    { name, meta: { messages } },
    { ...report, ...(grade && { grade }) },
    {
      range: at.range,
      certainty: isLikely ? "likely" : "proven",
      guard: guards.at(-1)?.text ?? (isDefault ? "the caller says nothing else" : undefined),
      isExample: isTest,
    },
  );
}

function comment({ range }: PyNode, { text }: PyFile): PyAnalysis["comments"][number] {
  return { value: text.slice(...range).replace(/^#+/, ""), range };
}

const python2Nodes = new Set(["print_statement", "exec_statement"]);

/** A file that Python 3 cannot parse is run by Python 2. */
function pythonsFor({ tree }: PyModule, { pythons }: Settings): readonly PythonRuntime[] {
  const isPython2 = [...descendants(tree)].some(({ type }) => python2Nodes.has(type));
  return isPython2 ? pythonRuntimesIn("==2.7") : pythons;
}
