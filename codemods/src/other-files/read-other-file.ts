import { analyzeSettings, type Finding, type Settings } from "tls-rules";
import type { Setting } from "tls-rules/other-files";
import { hasOtherFileTriggerWord, type OtherFileKind, otherFileKind } from "tls-rules/other-files/candidates";
import { readDockerfile } from "./kinds/dockerfile.js";
import { readDotenv } from "./kinds/dotenv.js";
import { readNpmrc } from "./kinds/npmrc.js";
import { readOpenSslConfig } from "./kinds/openssl-config.js";
import { parsePackageJson } from "./kinds/package-json.js";
import { readShellScript } from "./kinds/shell-script.js";
import { yamlReader } from "./kinds/yaml.js";

const readers: Readonly<Record<OtherFileKind, (path: string, file: string) => readonly Setting[]>> = {
  "package-json": parsePackageJson,
  npmrc: readNpmrc,
  dotenv: readDotenv,
  dockerfile: readDockerfile,
  compose: yamlReader("compose"),
  "github-workflow": yamlReader("github-workflow"),
  "gitlab-ci": yamlReader("gitlab-ci"),
  shell: readShellScript,
  "openssl-config": readOpenSslConfig,
};

/**
 * What a file of one of these kinds has that weakens TLS, in source order; nothing for a file of no such kind.
 * @param path from the root, with `/`; its name tells the kind.
 * @param text without a byte order mark; all ranges are offsets into it.
 * @throws SyntaxError for JSON or YAML that does not parse, naming line and column.
 */
export function readOtherFile(path: string, text: string, settings: Settings): readonly Finding[] {
  const kind = otherFileKind(path);
  return kind && hasOtherFileTriggerWord(text) ? analyzeSettings(path, readers[kind](path, text), settings) : [];
}
