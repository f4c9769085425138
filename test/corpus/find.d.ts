import type { CorpusResult } from "./snapshot.js";

export function findIn(
  root: string,
  packages: ReadonlyMap<string, string>,
): CorpusResult & { readonly files: number; readonly parsed: number };
