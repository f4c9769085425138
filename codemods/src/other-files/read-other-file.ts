import { levels, type Finding, type Level, type Settings } from "tls-rules";
import { readDockerfile } from "./kinds/dockerfile.js";
import { readDotenv } from "./kinds/dotenv.js";
import { readNpmrc } from "./kinds/npmrc.js";
import { readOpenSslConfig } from "./kinds/openssl-config.js";
import { readPackageJson } from "./kinds/package-json.js";
import { readShellScript } from "./kinds/shell-script.js";
import { otherFileKind, type OtherFileKind } from "./other-file-kind.js";
import { judgingRules } from "./rules/index.js";
import type { JudgingRule, Report } from "./rules/other-file-rule.js";
import type { Setting } from "./setting.js";
import { isExamplePath } from "./example-paths.js";
import { understood } from "./understood.js";
import { readYaml, type YamlVocabulary } from "./yaml/read-yaml.js";
import { hasOtherFileTriggerWord } from "./trigger-words.js";

type Reader = (path: string, file: string) => readonly Setting[];

const readers: Readonly<Record<OtherFileKind, Reader>> = {
  "package-json": readPackageJson,
  npmrc: readNpmrc,
  dotenv: readDotenv,
  dockerfile: readDockerfile,
  compose: yamlReader({ environments: ["environment", "args"], scripts: [], commands: ["command", "entrypoint", "test"] }),
  "github-workflow": yamlReader({ environments: ["env"], scripts: ["run"], commands: [] }),
  "gitlab-ci": yamlReader({ environments: ["variables"], scripts: ["script", "before_script", "after_script"], commands: [] }),
  shell: readShellScript,
  "openssl-config": readOpenSslConfig,
};

function yamlReader(vocabulary: YamlVocabulary): Reader {
  return (path, file) => readYaml(path, file, vocabulary);
}

/**
 * What a file of one of these kinds has that weakens TLS, in source order; nothing for a file of no such kind.
 * @param path from the root, with `/`; its name tells the kind.
 * @param text without a byte order mark; all ranges are offsets into it.
 * @throws SyntaxError for JSON or YAML that does not parse, naming line and column.
 */
export function readOtherFile(path: string, text: string, settings: Settings): readonly Finding[] {
  const kind = otherFileKind(path);
  if (!kind || !hasOtherFileTriggerWord(text)) return [];
  const findings = new Map<string, Finding>();
  for (const setting of readers[kind](path, text).flatMap(understood)) {
    for (const rule of judgingRules) {
      for (const report of rule.judge(setting, settings)) {
        const finding = toFinding(rule, report, setting, path);
        if (isWanted(finding, settings)) findings.set(`${finding.rule} ${finding.messageId} ${finding.range.join("-")}`, finding);
      }
    }
  }
  return [...findings.values()].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

function isWanted({ level, certainty }: Finding, settings: Settings): boolean {
  return levels.indexOf(level) >= levels.indexOf(settings.level) && (certainty === "proven" || settings.certainty === "likely");
}

function toFinding({ name, messages }: JudgingRule, report: Report, { certainty, guard }: Setting, path: string): Finding {
  const { messageId, data, range, remedy } = report;
  const edits = guard === undefined ? (report.edits ?? []) : [];
  return {
    ...{ rule: name, messageId, data, range, certainty, guard, edits },
    message: interpolate(messages[messageId]!, data),
    grade: edits.length > 0 ? report.grade : "manual",
    level: levelOf(report.level, guard !== undefined || isExamplePath(path)),
    remedy: edits.length > 0 ? remedy : "",
  };
}

function levelOf(level: Level, isLowered: boolean): Level {
  return level === "error" && isLowered ? "warning" : level;
}

function interpolate(message: string, data: Readonly<Record<string, string>>): string {
  return message.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) => data[name] ?? placeholder);
}
