import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import {
  type Journal,
  type JournalEntry,
  keepEntries,
  lastJournal,
  removeLeftovers,
} from "../engine/writing/journal.js";
import { stateFolderOf } from "../engine/writing/state-folder.js";
import { describeError } from "../failures/describe-error.js";
import { exitCodes } from "../failures/exit-codes.js";
import { UsageError } from "../failures/usage-error.js";
import { hashOf } from "../files/hash.js";
import { resolveStarts, rootOf } from "../selection/starts.js";
import type { Host } from "../terminal/host.js";
import { plural, printable } from "../terminal/words.js";

type Outcome = "restored" | "as before" | { readonly reason: string };

/** Puts back what the last `fix` has changed, byte for byte; a file that has changed since is left as it is and named. Returns the exit code. */
export async function undo(folder: string, host: Host): Promise<number> {
  const journal = findJournal(rootOf(resolveStarts([folder], host.cwd), host.cwd), host.env);
  removeLeftovers(journal);
  const outcomes: (readonly [JournalEntry, Outcome])[] = [];
  for (const entry of journal.entries)
    outcomes.push([entry, await restore(join(journal.root, entry.path), entry, journal.run)]);
  const refused = outcomes.flatMap(([entry, outcome]) =>
    typeof outcome === "string" ? [] : [{ entry, reason: outcome.reason }],
  );
  keepEntries(
    journal,
    refused.map(({ entry }) => entry),
  );
  const name = ({ path }: JournalEntry) => printable(relative(host.cwd, join(journal.root, path)));
  const restored = outcomes.filter(([, outcome]) => outcome === "restored");
  for (const [entry] of restored) host.stdout.write(`restored ${name(entry)}\n`);
  for (const { entry, reason } of refused) host.stderr.write(`refused: ${name(entry)} ${reason}\n`);
  const left = refused.length > 0 ? `, ${plural(refused.length, "file")} left` : "";
  host.stdout.write(
    `${plural(restored.length, "file")} restored as before the \`fix\` of ${journal.startedAt}${left}\n`,
  );
  return refused.length > 0 ? exitCodes.refused : exitCodes.ok;
}

/** Without a repository the root was the working folder of `fix`, or a folder above. */
function findJournal(root: string, env: NodeJS.ProcessEnv): Journal {
  for (let folder = root; ; folder = dirname(folder)) {
    const journal = lastJournal(stateFolderOf(folder, env));
    if (journal) return journal;
    if (folder === dirname(folder))
      throw new UsageError(
        `There is no \`fix\` to undo in ${root}.`,
        "Name the folder that `fix` has named: tls-codemod undo FOLDER.",
      );
  }
}

async function restore(file: string, { beforeHash, afterHash, inverse }: JournalEntry, run: string): Promise<Outcome> {
  const { rewriteFile } = await import("../engine/writing/rewrite-file.js");
  try {
    if (hashOf(readFileSync(file)) === beforeHash) return "as before";
    rewriteFile(file, { edits: inverse, from: afterHash, to: beforeHash }, run);
    return "restored";
  } catch (error) {
    return { reason: `was left as it is: ${describeError(error)}` };
  }
}
