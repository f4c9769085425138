import type { Edit } from "../finding.js";
import type { EnvironmentVariable } from "../setting.js";
import type { Range, SourceText } from "../source-text.js";
import { isWatchedVariable } from "./watched-variables.js";

interface Entry {
  readonly name: string;
  readonly value: SourceText;
  readonly range: Range;
  readonly removal: readonly Edit[] | undefined;
}

/** An entry of a map or list that becomes the environment of a process. */
export function environmentEntry(
  entry: Entry,
  certainty: EnvironmentVariable["certainty"] = "proven",
): readonly EnvironmentVariable[] {
  return isWatchedVariable(entry.name) ? [{ kind: "variable", certainty, guard: undefined, ...entry }] : [];
}
