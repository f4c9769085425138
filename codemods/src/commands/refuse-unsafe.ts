import { relative } from "node:path";
import type { FixOptions } from "../config/run-options.js";
import type { JudgedFile } from "../engine/survey.js";
import { RefusedError } from "../refused-error.js";
import { plural, printable } from "../reports/words.js";
import { GitError } from "../vcs/git.js";
import { commitStateOf, type CommitState, type Uncommitted } from "../vcs/uncommitted.js";
import type { Invocation } from "./invocation.js";

/** Throws a RefusedError when writing the changes could lose work that nothing would bring back, or when they are more than was allowed. */
export async function refuseUnsafe(changes: readonly JudgedFile[], { all }: Invocation, options: FixOptions, cwd: string): Promise<void> {
  const { maxChanges = Infinity, allowDirty, allowNoVcs } = options;
  const overrideWith = (flag: string) => withFlag(all, flag);
  if (changes.length > maxChanges) {
    const message = `${plural(changes.length, "file")} would be changed, which is more than --max-changes ${maxChanges}. Nothing was changed.`;
    throw new RefusedError(message, overrideWith(`--max-changes ${changes.length}`));
  }
  if (changes.length === 0 || (allowDirty && allowNoVcs)) return;
  const state = await stateOf(changes, overrideWith("--allow-dirty --allow-no-vcs"));
  const unsafe = state.uncommitted.filter(({ code }) => !isAllowed(code, options));
  if (unsafe.length > 0) throw dirty(unsafe, cwd, overrideWith);
  if (state.withoutRepository.length > 0 && !allowNoVcs) throw noVcs(state, cwd, overrideWith("--allow-no-vcs"));
}

/** An option that is given twice counts as given last, and behind ` -- ` stand only paths. */
function withFlag(words: string, flag: string): string {
  const parts = /(^| )-- /.test(words) ? [flag, words] : [words, flag];
  return ["tls-codemod fix", ...parts].filter((part) => part !== "").join(" ");
}

async function stateOf(changes: readonly JudgedFile[], override: string): Promise<CommitState> {
  try {
    return await commitStateOf(changes.map(({ file }) => file));
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new RefusedError(`Whether the files to be changed are committed is not known, because git says: ${error.message} Nothing was changed.`, override);
  }
}

/** A staged change is safe in git's index; --staged is about such files. */
function isAllowed(code: string, { allowDirty, allowStaged, staged }: FixOptions): boolean {
  return allowDirty || ((allowStaged || staged) === true && code[1] === " ");
}

function dirty(unsafe: readonly Uncommitted[], cwd: string, overrideWith: (flag: string) => string): RefusedError {
  const lines = unsafe.map(({ code, file }) => `  ${code} ${shown(file, cwd)}`);
  const isStagedOnly = unsafe.every(({ code }) => code[1] === " ");
  const subject = `${plural(unsafe.length, "file")} to be changed ${unsafe.length === 1 ? "has" : "have"} changes that are not committed.`;
  return new RefusedError(
    [`${subject} Nothing was changed.`, ...someOf(lines), "Commit or stash them first, so that the edits stand alone."].join("\n"),
    overrideWith(isStagedOnly ? "--allow-staged" : "--allow-dirty"),
  );
}

function noVcs({ withoutRepository }: CommitState, cwd: string, override: string): RefusedError {
  const lines = withoutRepository.map((file) => `  ${shown(file, cwd)}`);
  const subject = `${plural(withoutRepository.length, "file")} to be changed ${withoutRepository.length === 1 ? "is" : "are"} in no git repository`;
  return new RefusedError([`${subject}, so that only \`tls-codemod undo\` would bring the old text back. Nothing was changed.`, ...someOf(lines)].join("\n"), override);
}

const mostLines = 50;

function someOf(lines: readonly string[]): readonly string[] {
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `  and ${lines.length - mostLines} more`];
}

function shown(file: string, cwd: string): string {
  return printable(relative(cwd, file));
}
