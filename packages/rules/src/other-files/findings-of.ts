import { type Finding, type Level, levels } from "../finding.js";
import type { Settings } from "../settings.js";
import { isExamplePath } from "./example-paths.js";
import { judge, type Judgement } from "./judge.js";
import type { Setting } from "./setting.js";

/**
 * What the rules have to say of the settings in a file, in source order.
 * @param path from the root, with `/`, which tells examples and tests.
 */
export function findingsOf(path: string, written: readonly Setting[], settings: Settings): readonly Finding[] {
  const findings = written
    .flatMap((setting) => judge(setting, settings))
    .map((judgement) => toFinding(judgement, path))
    .filter((finding) => isWanted(finding, settings));
  // an anchor is read once for each alias
  const distinct = new Map(
    findings.map((finding) => [`${finding.rule} ${finding.messageId} ${finding.range.join("-")}`, finding]),
  );
  return [...distinct.values()].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

function isWanted({ level, certainty }: Finding, settings: Settings): boolean {
  return (
    levels.indexOf(level) >= levels.indexOf(settings.level) &&
    (certainty === "proven" || settings.certainty === "likely")
  );
}

function toFinding(judgement: Judgement, path: string): Finding {
  const { rule, messageId, message, data, range, certainty, guard } = judgement;
  const edits = guard === undefined ? (judgement.edits ?? []) : [];
  const isMendable = edits.length > 0;
  return {
    ...{ rule, messageId, message, data, range, certainty, guard, edits },
    grade: isMendable ? judgement.grade : "manual",
    level: levelOf(judgement.level, guard !== undefined || isExamplePath(path)),
    remedy: isMendable ? judgement.remedy : "",
  };
}

function levelOf(level: Level, isLowered: boolean): Level {
  return level === "error" && isLowered ? "warning" : level;
}
