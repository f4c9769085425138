import { analyzeSettings, type Finding, type Settings } from "tls-rules";
import type { Setting } from "tls-rules/other-files";
import {
  hasOtherFileTriggerWord,
  isYamlKind,
  type OtherFileKind,
  otherFileKind,
  type YamlKind,
} from "tls-rules/other-files/candidates";
import { readers } from "./kinds/index.js";
import { readYamlFile } from "./read-yaml-file.js";

type Reader = (path: string, file: string) => readonly Setting[];

/** YAML is read by the vocabulary of its kind. */
const readersOfOthers: Readonly<Record<Exclude<OtherFileKind, YamlKind>, Reader>> = readers;

/**
 * What a file of one of these kinds has that weakens TLS, in source order; nothing for a file of no such kind.
 * @param path from the root, with `/`; its name tells the kind.
 * @param text without a byte order mark; all ranges are offsets into it.
 * @throws SyntaxError for JSON or YAML that does not parse, naming line and column.
 */
export function readOtherFile(path: string, text: string, settings: Settings): readonly Finding[] {
  const kind = otherFileKind(path);
  return kind && hasOtherFileTriggerWord(text) ? analyzeSettings({ path, text }, read(kind, path, text), settings) : [];
}

function read(kind: OtherFileKind, path: string, text: string): readonly Setting[] {
  return isYamlKind(kind) ? readYamlFile(kind, path, text) : readersOfOthers[kind](path, text);
}
