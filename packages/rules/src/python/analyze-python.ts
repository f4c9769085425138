import { type PythonRuntime, pythonRuntimesIn } from "tls-policy";
import { type Finding, type Level, levels } from "../finding.js";
import type { Settings } from "../settings.js";
import { type PyModule, readModule } from "./module.js";
import type { PyReport, PyRule } from "./rule.js";
import { pythonRules } from "./rules/index.js";
import { contextsOf } from "./sites/contexts.js";
import { descendants, type PyFile, textOf } from "./tree.js";

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
  const findings = new Map<string, Finding>();
  for (const rule of rules) {
    const report = (reported: PyReport) => {
      const finding = toFinding(rule, reported, module);
      const key = `${finding.rule} ${finding.messageId} ${finding.range.join("-")}`;
      if (isWanted(finding, settings) && !findings.has(key)) findings.set(key, finding);
    };
    rule.check({ module, contexts, settings, pythons, report });
  }
  return {
    findings: [...findings.values()].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]),
    comments: module.comments.map((comment) => ({
      value: textOf(comment, module.text).replace(/^#+/, ""),
      range: comment.range,
    })),
  };
}

const python2Nodes = new Set(["print_statement", "exec_statement"]);

/** A file that Python 3 cannot parse is run by Python 2. */
function pythonsFor({ tree }: PyModule, { pythons }: Settings): readonly PythonRuntime[] {
  const isPython2 = [...descendants(tree)].some(({ type }) => python2Nodes.has(type));
  return isPython2 ? pythonRuntimesIn("==2.7") : pythons;
}

const testPath = /(?:^|\/)(?:tests?|testing)\/|(?:^|\/)(?:test_[^/]*|[^/]*_tests?|conftest)\.py$/;

function toFinding(rule: PyRule, reported: PyReport, { path }: PyModule): Finding {
  const { at, messageId, data = {}, guards = [], isDefault = false, mend } = reported;
  const guard = guards.at(-1)?.text ?? (isDefault ? "the caller says nothing else" : undefined);
  const isTest = testPath.test(path);
  const kept = guard === undefined ? mend : undefined;
  return {
    rule: rule.name,
    messageId,
    data,
    message: interpolate(rule.messages[messageId]!, data),
    range: at.range,
    grade: kept ? (isTest && kept.grade !== "fix" ? "ask" : kept.grade) : "manual",
    level: lowered(reported.level, guard !== undefined || isTest),
    certainty: reported.isLikely ? "likely" : "proven",
    guard,
    edits: kept?.edits ?? [],
    remedy: kept?.remedy ?? "",
  };
}

const lowered = (level: Level, isLowered: boolean): Level => (level === "error" && isLowered ? "warning" : level);

function isWanted({ level, certainty }: Finding, settings: Settings): boolean {
  return (
    levels.indexOf(level) >= levels.indexOf(settings.level) &&
    (certainty === "proven" || settings.certainty === "likely")
  );
}

function interpolate(message: string, data: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) => data[name] ?? placeholder);
}
