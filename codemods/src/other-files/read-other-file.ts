import { levels, type Finding, type Level, type Settings } from "tls-rules";
import { isExamplePath } from "./example-paths.js";
import { judge, type Judgement } from "./judge.js";
import { readDockerfile } from "./kinds/dockerfile.js";
import { readDotenv } from "./kinds/dotenv.js";
import { readNpmrc } from "./kinds/npmrc.js";
import { readOpenSslConfig } from "./kinds/openssl-config.js";
import { readPackageJson } from "./kinds/package-json.js";
import { readShellScript } from "./kinds/shell-script.js";
import { otherFileKind, type OtherFileKind } from "./other-file-kind.js";
import type { Setting } from "./setting.js";
import { hasOtherFileTriggerWord } from "./trigger-words.js";
import { readYaml, type YamlVocabulary } from "./yaml/read-yaml.js";

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
  const findings = readers[kind](path, text)
    .flatMap((setting) => judge(setting, settings))
    .map((judgement) => toFinding(judgement, path))
    .filter((finding) => isWanted(finding, settings));
  // an anchor is read once for each alias
  const distinct = new Map(findings.map((finding) => [`${finding.rule} ${finding.messageId} ${finding.range.join("-")}`, finding]));
  return [...distinct.values()].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

function isWanted({ level, certainty }: Finding, settings: Settings): boolean {
  return levels.indexOf(level) >= levels.indexOf(settings.level) && (certainty === "proven" || settings.certainty === "likely");
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
