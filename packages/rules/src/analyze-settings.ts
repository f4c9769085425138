import { collectFindings, toFinding } from "./collect-findings.js";
import { type AnyReport, checkSetting, type PlaceInText, type Rule } from "./define-rule.js";
import { isReasonedSetting } from "./edits/setting-reasons.js";
import type { Finding } from "./finding.js";
import { otherFileKind } from "./other-files/other-file-kind.js";
import { understood } from "./other-files/understood.js";
import { rules as allRules } from "./rules/index.js";
import type { Setting } from "./setting.js";
import type { Settings } from "./settings.js";
import { isExamplePath } from "./test-paths.js";

interface TextFile {
  readonly path: string;
  readonly text: string;
}

/**
 * What the rules find in the settings of a file besides programs, in source order, each place and message once: an anchor is read once for each alias.
 * @param file its path from the root, with `/`, which tells examples and tests, and its text, whose comments may say why something is there.
 */
export function analyzeSettings(
  file: TextFile,
  written: readonly Setting[],
  settings: Settings,
  rules: readonly Rule[] = allRules,
): readonly Finding[] {
  const isExample = isExamplePath(file.path);
  const meant = written.flatMap(understood);
  return collectFindings(
    rules.flatMap((rule) => meant.flatMap((setting) => runRule(rule, setting, settings, file, isExample))),
    settings,
  );
}

function runRule(
  rule: Rule,
  setting: Setting,
  settings: Settings,
  { path, text }: TextFile,
  isExample: boolean,
): readonly Finding[] {
  const findings: Finding[] = [];
  const { certainty, guard } = setting;
  checkSetting(rule, setting, {
    settings,
    report: (report: AnyReport<PlaceInText>) => {
      const { range } = report.at;
      const isReasoned = report.mend && isReasonedSetting(text, range, otherFileKind(path) === "npmrc" ? "#;" : "#");
      findings.push(toFinding(rule, isReasoned ? forAPerson(report) : report, { range, certainty, guard, isExample }));
    },
  });
  return findings;
}

/** The report of a setting whose reason stands beside it: another value is asked about, and what the reason would lose stays. */
function forAPerson(report: AnyReport<PlaceInText>): AnyReport<PlaceInText> {
  return report.mend?.isRemoval ? { ...report, mend: undefined } : { ...report, grade: "ask" };
}
