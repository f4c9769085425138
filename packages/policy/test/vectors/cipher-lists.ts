import { readFileSync } from "node:fs";

/** A list and, per version measured, the index of its result. */
type Vector = readonly [list: string, cli: readonly number[], supported: readonly number[], node: readonly number[]];

interface VectorFile {
  readonly cli: readonly string[];
  readonly supported: readonly string[];
  readonly node: readonly string[];
  readonly names: readonly string[];
  readonly results: readonly string[];
  readonly vectors: readonly Vector[];
}

const file = JSON.parse(readFileSync(new URL("./cipher-lists.json", import.meta.url), "utf8")) as VectorFile;

export type VectorKind = "cli" | "supported" | "node";

const isError = (result: string) => /^[a-z]/.test(result);
const suiteNames = (indices: string) =>
  indices
    .split(",")
    .filter(Boolean)
    .map((index) => file.names[Number(index)]!);

function readResult(index: number): readonly string[] | string {
  const result = file.results[index]!;
  return isError(result) ? result : suiteNames(result.replace("|", ","));
}

export const vectorCount = file.vectors.length;

/** The versions a kind of result was measured on. */
export function versionsOf(kind: VectorKind): readonly string[] {
  return file[kind];
}

/** Every list with the suites in order, or the error, that one version gave. */
export function vectorsOf(
  kind: VectorKind,
  version: string,
): readonly { list: string; result: readonly string[] | string }[] {
  const column = file[kind].indexOf(version);
  return file.vectors.map(([list, cli, supported, node]) => ({
    list,
    result: readResult({ cli, supported, node }[kind][column]!),
  }));
}
