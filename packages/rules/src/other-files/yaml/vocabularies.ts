import type { OtherFileKind } from "../other-file-kind.js";

/** Under which keys a kind of YAML file keeps what matters; they count at every level. */
interface Vocabulary {
  /** Maps of variables, or lists of `NAME=value`. */
  readonly environments: readonly string[];
  /** Shell text, or lists of it. */
  readonly scripts: readonly string[];
  /** One command, as text or as the list of its words. */
  readonly commands: readonly string[];
}

export const vocabularies: Readonly<Record<YamlKind, Vocabulary>> = {
  compose: { environments: ["environment", "args"], scripts: [], commands: ["command", "entrypoint", "test"] },
  "github-workflow": { environments: ["env"], scripts: ["run"], commands: [] },
  "gitlab-ci": { environments: ["variables"], scripts: ["script", "before_script", "after_script"], commands: [] },
};

/** The kinds of files that are written in YAML. */
export type YamlKind = Extract<OtherFileKind, "compose" | "github-workflow" | "gitlab-ci">;

export function isYamlKind(kind: OtherFileKind | undefined): kind is YamlKind {
  return kind !== undefined && kind in vocabularies;
}
