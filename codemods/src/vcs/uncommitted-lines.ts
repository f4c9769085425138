import { dirname } from "node:path";
import { posixRelative } from "../files/posix-path.js";
import { gitDiff, GitError } from "./git.js";
import { findRepository } from "./repository.js";
import type { Uncommitted } from "./uncommitted.js";

/** A line that differs from the last commit. */
export interface ChangedLine {
  /** In the file as it is for `+`, in the committed one for `-`. */
  readonly number: number;
  readonly sign: "+" | "-";
  readonly text: string;
}

/** The lines of a file that the last commit has not; none for a file that is not in it at all. */
export async function uncommittedLines({ file, code }: Uncommitted): Promise<readonly ChangedLine[]> {
  const repository = findRepository(dirname(file));
  if (repository === undefined || code === "??" || code === "!!") return [];
  try {
    const path = posixRelative(repository.root, file);
    return changedLines(await gitDiff(repository, ["--unified=0", "--no-color", "HEAD", "--", path]));
  } catch (error) {
    // a repository without any commit has nothing to compare with
    if (error instanceof GitError) return [];
    throw error;
  }
}

function changedLines(diff: string): readonly ChangedLine[] {
  const [, ...hunks] = diff.split(/^(?=@@ )/m);
  return hunks.flatMap((hunk) => {
    const [, before, after] = (/^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(hunk) ?? []).map(Number);
    const next = { "-": before!, "+": after! };
    const lines = hunk
      .split("\n")
      .slice(1)
      .filter((line): line is `${ChangedLine["sign"]}${string}` => /^[-+]/.test(line));
    return lines.map((line) => ({
      number: next[line[0] as ChangedLine["sign"]]++,
      sign: line[0] as ChangedLine["sign"],
      text: line.slice(1),
    }));
  });
}
