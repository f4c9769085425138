import { relative } from "node:path";
import type { FixOptions } from "../config/run-options.js";
import type { JudgedFile } from "../engine/survey/survey.js";
import { RefusedError } from "../failures/refused-error.js";
import type { Host } from "../terminal/host.js";
import { plural } from "../terminal/plural.js";
import { programName } from "../terminal/program-name.js";
import { GitError } from "../vcs/git.js";
import { type CommitState, commitStateOf, type Uncommitted } from "../vcs/uncommitted.js";
import { uncommittedLines } from "../vcs/uncommitted-lines.js";
import type { Invocation } from "./invocation.js";

/** Throws a RefusedError when writing the changes could lose work that nothing would bring back, or when they are more than was allowed. */
export async function refuseUnsafe(
  changes: readonly JudgedFile[],
  { all }: Invocation,
  options: FixOptions,
  { cwd, env }: Pick<Host, "cwd" | "env">,
): Promise<void> {
  const { maxChanges = Infinity, allowDirty, allowNoVcs } = options;
  const overrideWith = (flag: string) => `${programName(env)} fix ${withFlag(all, flag)}`;
  if (changes.length > maxChanges) {
    const message = `${plural(changes.length, "file")} would be changed, which is more than --max-changes ${maxChanges}. Nothing was changed.`;
    throw new RefusedError(message, overrideWith(`--max-changes ${changes.length}`));
  }
  if (changes.length === 0 || (allowDirty && allowNoVcs)) return;
  const state = await stateOf(changes, overrideWith("--allow-dirty --allow-no-vcs"));
  const unsafe = state.uncommitted.filter(({ code }) => !isAllowed(code, options));
  if (unsafe.length > 0) throw await dirty(unsafe, cwd, overrideWith);
  if (state.withoutRepository.length > 0 && !allowNoVcs) throw await noVcs(state, cwd, overrideWith("--allow-no-vcs"));
}

/** Behind ` -- ` stand only paths; what the flag says already is not said again. */
function withFlag(words: string, flag: string): string {
  const others = words.includes("'")
    ? words
    : words.replaceAll(safetyFlags, (typed, name) => (flag.includes(name) ? "" : typed));
  const parts = /(^| )-- /.test(words) ? [flag, others] : [others, flag];
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
}

const safetyFlags = /(?<=^| )(--max-changes|--allow-(?:dirty|staged|no-vcs))(?:[= ]\d+)?(?: |$)/g;

async function stateOf(changes: readonly JudgedFile[], override: string): Promise<CommitState> {
  try {
    return await commitStateOf(changes.map(({ file }) => file));
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new RefusedError(
      `Whether the files to be changed are committed is not known, because git says: ${error.message} Nothing was changed.`,
      override,
    );
  }
}

/** A staged change is safe in git's index; --staged is about such files. */
function isAllowed(code: string, { allowDirty, allowStaged, staged }: FixOptions): boolean {
  return allowDirty || ((allowStaged || staged) === true && code[1] === " ");
}

async function dirty(
  unsafe: readonly Uncommitted[],
  cwd: string,
  overrideWith: (flag: string) => string,
): Promise<RefusedError> {
  const files = await someOf(unsafe, async (entry) => [
    `  ${entry.code} ${shown(entry.file, cwd)}`,
    ...(await workIn(entry)),
  ]);
  const isStagedOnly = unsafe.every(({ code }) => code[1] === " ");
  const subject = `${plural(unsafe.length, "file")} to be changed ${unsafe.length === 1 ? "has" : "have"} changes that are not committed.`;
  return new RefusedError(
    [`${subject} Nothing was changed.`, ...files, "Commit or stash them first, so that the edits stand alone."],
    overrideWith(isStagedOnly ? "--allow-staged" : "--allow-dirty"),
  );
}

async function noVcs({ withoutRepository }: CommitState, cwd: string, override: string): Promise<RefusedError> {
  const files = await someOf(withoutRepository, async (file) => [`  ${shown(file, cwd)}`]);
  const subject = `${plural(withoutRepository.length, "file")} to be changed ${withoutRepository.length === 1 ? "is" : "are"} in no git repository`;
  return new RefusedError(
    [`${subject}, so that only \`tls-codemod undo\` would bring the old text back. Nothing was changed.`, ...files],
    override,
  );
}

const most = { files: 20, lines: 5, width: 100 };

async function someOf<Item>(
  items: readonly Item[],
  describe: (item: Item) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const described = (await Promise.all(items.slice(0, most.files).map(describe))).flat();
  return items.length <= most.files
    ? described
    : [...described, `  and ${plural(items.length - most.files, "file")} more`];
}

/** The lines that would be lost; whoever sees them knows whether they matter. */
async function workIn(entry: Uncommitted): Promise<readonly string[]> {
  const lines = await uncommittedLines(entry);
  const described = lines
    .slice(0, most.lines)
    .map(({ number, sign, text }) => `${String(number).padStart(9)} ${sign} ${text.slice(0, most.width)}`);
  return lines.length <= most.lines
    ? described
    : [...described, `            and ${plural(lines.length - most.lines, "line")} more`];
}

function shown(file: string, cwd: string): string {
  return relative(cwd, file);
}
