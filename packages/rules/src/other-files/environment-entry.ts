import type { Edit } from "../finding.js";
import type { EnvironmentVariable } from "../setting.js";
import type { Range, SourceText } from "../source-text.js";
import { defaultValueIn } from "./default-value.js";
import { isWatched } from "./watched-variables.js";

interface Entry {
  readonly name: string;
  readonly value: SourceText;
  readonly range: Range;
  readonly removal: readonly Edit[] | undefined;
  readonly guard?: string | undefined;
}

/** An entry of a map or list that becomes the environment of a process. */
export function environmentEntry(
  { guard, ...entry }: Entry,
  certainty: EnvironmentVariable["certainty"] = "proven",
): readonly EnvironmentVariable[] {
  const otherwise = defaultValueIn(entry.value);
  if (!isWatched(entry.name, otherwise?.value ?? entry.value)) return [];
  const common = { kind: "variable", certainty, ...entry } as const;
  return [otherwise ? { ...common, ...otherwise, removal: undefined, isForeign: true } : { ...common, guard }];
}
