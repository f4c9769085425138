import { findOpenSslCalls } from "./c/find-openssl-calls.js";
import { isOtherLibrary } from "./c/look-alikes.js";
import type { OpenSslCall } from "./c/openssl-call.js";
import { readProgram } from "./c/program.js";
import type { CFile } from "./c/tree.js";
import { collectFindings, toFinding } from "./collect-findings.js";
import type { AnyReport, PlaceInText, Rule } from "./define-rule.js";
import type { Finding } from "./finding.js";
import { rules as allRules } from "./rules/index.js";
import type { Settings } from "./settings.js";
import { isTestPath } from "./test-paths.js";

export { type CDefinition, definitionsIn } from "./c/preprocessor.js";
export type { CFile, CMacro, CNode } from "./c/tree.js";

/** What a C or C++ file says: the rules' findings in source order, each place and message once, and its comments. */
export interface CAnalysis {
  readonly findings: readonly Finding[];
  /** Without the signs that begin and end them. */
  readonly comments: readonly { readonly value: string; readonly range: readonly [start: number, end: number] }[];
}

/** Reads a file of C or C++ once and asks every rule about each call of OpenSSL. Sources of libraries that imitate OpenSSL, or that are OpenSSL, are left alone. */
export function analyzeC(file: CFile, settings: Settings, rules: readonly Rule[] = allRules): CAnalysis {
  const program = readProgram(file);
  const calls = isOtherLibrary(file.path, file.text) ? [] : findOpenSslCalls(program);
  const isExample = isTestPath(file.path);
  return {
    findings: collectFindings(
      rules.flatMap((rule) => calls.flatMap((call) => runRule(rule, call, settings, isExample))),
      settings,
    ),
    comments: program.comments.map(({ range }) => ({
      range,
      value: file.text
        .slice(...range)
        .replace(/^\/[/*]+/, "")
        .replace(/(?<!\*)\*+\/$/, ""),
    })),
  };
}

function runRule(rule: Rule, call: OpenSslCall, settings: Settings, isExample: boolean): readonly Finding[] {
  const findings: Finding[] = [];
  rule.checkOpenSslCall?.(call, {
    settings,
    report: (report: AnyReport<PlaceInText>) =>
      findings.push(
        toFinding(rule, report, {
          range: report.at.range,
          certainty: call.subject.startsWith("dh-") ? "likely" : "proven",
          guard: call.guard,
          isExample,
        }),
      ),
  });
  return findings;
}
