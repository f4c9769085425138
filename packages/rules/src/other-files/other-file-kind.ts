import type { FileKind, YamlVocabulary } from "./define-file-kind.js";
import { fileKinds } from "./kinds/index.js";

type Known = (typeof fileKinds)[number];

/** The name of a kind of file besides programs that decides how Node does TLS. */
export type OtherFileKind = Known["name"];

/** The kinds of files that are written in YAML. */
export type YamlKind = Extract<Known, { readonly yaml: YamlVocabulary }>["name"];

/** `Dockerfile.md` speaks of one, `dockerfile.ts` reads one. */
const otherwise = /\.(md|mdx|txt|rst|adoc|[cm]?[jt]sx?)$/i;

/** What a file is by its path from the root, with `/`; undefined where it is none of these. */
export function otherFileKind(path: string): OtherFileKind | undefined {
  if (otherwise.test(path)) return undefined;
  const matching: readonly (Known & FileKind)[] = fileKinds.filter((kind) => kind.path.test(path));
  return (matching.find(({ isRest }) => !isRest) ?? matching[0])?.name;
}

export function isYamlKind(kind: OtherFileKind | undefined): kind is YamlKind {
  return kind !== undefined && vocabularyOf(kind) !== undefined;
}

/** Where a kind of file that is written in YAML keeps what matters. */
export function vocabularyOf(name: OtherFileKind): YamlVocabulary | undefined {
  return fileKinds.find((kind): kind is Known & FileKind => kind.name === name)?.yaml;
}
