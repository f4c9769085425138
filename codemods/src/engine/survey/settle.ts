import type { Edit } from "tls-rules";
import type { Judged, Judgement } from "../judging/judgement.js";
import type { Candidate, Survey } from "./survey.js";
import { withJudgements } from "./survey.js";

type Edited = Readonly<Record<string, readonly Edit[]>>;

export interface SettleOptions {
  /** Judges a file as it is found after edits that are not on the disk yet; as it is without any. */
  judge(candidate: Candidate, edited: Edited | undefined): Promise<Judgement>;
  /** A file that another part of the same work is about, and what it edits; undefined for all others. */
  elsewhere(file: string): Candidate | undefined;
}

/** A file, and what is known of it so far. */
interface Party {
  readonly candidate: Candidate;
  judgement: Judgement;
}

const maxRounds = 10;

/**
 * The edits of a file were found with its neighbours as they stand on the disk. Here every file whose neighbours are edited is judged
 * anew with them, all at the same time so that no order matters, until nothing changes: a second run would find nothing to edit.
 */
export async function settle(survey: Survey, { judge, elsewhere }: SettleOptions): Promise<Survey> {
  const parties = new Map<string, Party>(
    survey.judged.map(({ file, path, judged }) => [file, { candidate: { file, path }, judgement: judged }]),
  );
  await addElsewhere(parties, { judge, elsewhere });
  let changed = filesWith(parties, ({ judgement }) => editsOf(judgement).length > 0);
  for (let round = 1; changed.size > 0; round++) {
    const stale = [...parties.values()].filter(({ judgement }) =>
      neighboursOf(judgement).some((file) => changed.has(file)),
    );
    if (round > maxRounds) return withOutcomes(survey, parties, new Set(stale));
    const edited = editsIn(parties);
    const again = await Promise.all(
      stale.map(async (party) => ({ party, judgement: await judge(party.candidate, relevant(edited, party)) })),
    );
    const different = again.filter(({ party, judgement }) => !isSameText(party.judgement, judgement));
    for (const { party, judgement } of again) party.judgement = judgement;
    changed = new Set(different.map(({ party }) => party.candidate.file));
  }
  return withOutcomes(survey, parties, new Set());
}

/** Another machine edits these; what they become has a say in what becomes of ours. */
async function addElsewhere(parties: Map<string, Party>, { judge, elsewhere }: SettleOptions): Promise<void> {
  for (let fresh = [...parties.values()]; fresh.length > 0;) {
    const files = new Set(
      fresh.flatMap(({ judgement }) => neighboursOf(judgement)).filter((file) => !parties.has(file)),
    );
    const candidates = [...files].flatMap((file) => elsewhere(file) ?? []);
    fresh = await Promise.all(
      candidates.map(async (candidate) => ({ candidate, judgement: await judge(candidate, undefined) })),
    );
    for (const party of fresh) parties.set(party.candidate.file, party);
  }
}

function filesWith(parties: ReadonlyMap<string, Party>, is: (party: Party) => boolean): Set<string> {
  return new Set([...parties].filter(([, party]) => is(party)).map(([file]) => file));
}

function neighboursOf(judgement: Judgement): readonly string[] {
  return judgement.kind === "judged" ? Object.keys(judgement.dependencies.read) : [];
}

function editsOf(judgement: Judgement): readonly Edit[] {
  return judgement.kind === "judged" ? (judgement.change?.edits ?? []) : [];
}

function editsIn(parties: ReadonlyMap<string, Party>): Edited {
  return Object.fromEntries([...parties].map(([file, { judgement }]) => [file, editsOf(judgement)]));
}

function relevant(edited: Edited, { candidate, judgement }: Party): Edited {
  const files = [candidate.file, ...neighboursOf(judgement)];
  return Object.fromEntries(files.flatMap((file) => (edited[file]?.length ? [[file, edited[file]]] : [])));
}

function isSameText(one: Judgement, other: Judgement): boolean {
  return one.kind === other.kind && hashIn(one) === hashIn(other);
}

function hashIn(judgement: Judgement): string | undefined {
  return judgement.kind === "judged" ? (judgement.change?.hash ?? judgement.hash) : undefined;
}

function withOutcomes(survey: Survey, parties: ReadonlyMap<string, Party>, unsettled: ReadonlySet<Party>): Survey {
  return withJudgements(
    survey,
    survey.judged.map(({ file, path }) => ({ file, path, judgement: outcomeOf(parties.get(file)!, unsettled) })),
  );
}

function outcomeOf(
  party: Party,
  unsettled: ReadonlySet<Party>,
): Judged | Extract<Judgement, { readonly reason: string }> {
  const { judgement } = party;
  if (unsettled.has(party))
    return {
      kind: "failed",
      reason: `left as it was: its edits and those of the files around it do not come to an end after ${maxRounds} rounds`,
      isUnverified: true,
    };
  return judgement.kind === "plain" ? { kind: "skipped", reason: "has changed while it was judged" } : judgement;
}
