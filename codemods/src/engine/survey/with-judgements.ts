import type { Judgement } from "../judging/judgement.js";
import type { Candidate, Failed, JudgedFile, Skipped, Survey } from "./survey.js";

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
