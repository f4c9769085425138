import type { Judged, Judgement } from "../judging/judgement.js";

/** A file that is worth parsing. */
export interface Candidate {
  readonly file: string;
  readonly path: string;
}

export interface JudgedFile extends Candidate {
  readonly judged: Judged;
}

export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

export interface Failed extends Skipped {
  /** True where edits were made and failed verification. */
  readonly isUnverified: boolean;
}

/** All files that were seen, each in exactly one place. */
export interface Survey {
  readonly seen: number;
  /** Without a word that any rule looks for. */
  readonly plain: readonly string[];
  readonly judged: readonly JudgedFile[];
  readonly skipped: readonly Skipped[];
  readonly failed: readonly Failed[];
}

/** A file, and what has come of it. */
export interface JudgementOfFile extends Candidate {
  readonly judgement: Judgement;
}

/** A survey whose judged files are these, each in the place where its judgement puts it. */
export function withJudgements(survey: Survey, outcomes: Iterable<JudgementOfFile>): Survey {
  const plain: string[] = [];
  const judged: JudgedFile[] = [];
  const skipped: Skipped[] = [];
  const failed: Failed[] = [];
  for (const { file, path, judgement } of outcomes) {
    if (judgement.kind === "plain") plain.push(path);
    else if (judgement.kind === "skipped") skipped.push({ path, reason: judgement.reason });
    else if (judgement.kind === "failed")
      failed.push({ path, reason: judgement.reason, isUnverified: judgement.isUnverified });
    else judged.push({ file, path, judged: judgement });
  }
  return {
    ...survey,
    plain: [...survey.plain, ...plain],
    judged,
    skipped: [...survey.skipped, ...skipped],
    failed: [...survey.failed, ...failed],
  };
}
