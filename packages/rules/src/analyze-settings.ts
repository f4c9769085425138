import { collectFindings, toFinding } from "./collect-findings.js";
import type { AnyReport, PlaceInText, Rule } from "./define-rule.js";
import type { Finding } from "./finding.js";
import { understood } from "./other-files/understood.js";
import { rules as allRules } from "./rules/index.js";
import type { Setting } from "./setting.js";
import type { Settings } from "./settings.js";
import { isExamplePath } from "./test-paths.js";

/**
 * What the rules find in the settings of a file besides programs, in source order, each place and message once: an anchor is read once for each alias.
 * @param path from the root, with `/`, which tells examples and tests.
 */
export function analyzeSettings(
  path: string,
  written: readonly Setting[],
  settings: Settings,
  rules: readonly Rule[] = allRules,
): readonly Finding[] {
  const isExample = isExamplePath(path);
  const meant = written.flatMap(understood);
  return collectFindings(
    rules.flatMap((rule) => meant.flatMap((setting) => runRule(rule, setting, settings, isExample))),
    settings,
  );
}

function runRule(rule: Rule, setting: Setting, settings: Settings, isExample: boolean): readonly Finding[] {
  const findings: Finding[] = [];
  const { certainty, guard } = setting;
  const check = rule.checkSetting?.[setting.kind] as ((setting: Setting, context: object) => void) | undefined;
  check?.(setting, {
    settings,
    report: (report: AnyReport<PlaceInText>) =>
      findings.push(toFinding(rule, report, { range: report.at.range, certainty, guard, isExample })),
  });
  return findings;
}
