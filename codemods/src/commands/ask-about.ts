import type { Edit } from "tls-rules";
import type { BaselineEntry } from "../baseline/baseline-file.js";
import type { ColorOption } from "../config/run-options.js";
import type { Judgement, Remarks } from "../engine/judging/judgement.js";
import { settle } from "../engine/survey/settle.js";
import { type Candidate, type JudgedFile, type Survey, withJudgements } from "../engine/survey/survey.js";
import type { Host } from "../terminal/host.js";
import { createPaint, wantsColor } from "../terminal/paint.js";
import { Interview, type Questions } from "./interview.js";
import type { Scan } from "./scan.js";

const maxRounds = 10;

export interface Asked {
  readonly survey: Survey;
  /** What was accepted in the baseline, with paths from the root of the run. */
  readonly accepted: readonly BaselineEntry[];
}

/**
 * Asks about every edit in turn, and judges the files again with the answers: what is found only after the edits that were agreed to is asked about, too,
 * until there is nothing more to agree to.
 */
export async function askAbout(scan: Scan, { color }: ColorOption, host: Host): Promise<Asked> {
  const { survey, grades, judge } = scan;
  const interview = new Interview(host, scan, createPaint(wantsColor(host.stderr, host.env, color)));
  const judgeAgain = (candidate: Candidate, edited?: Edited) =>
    judge(candidate, interview.decisionsFor(candidate.file), edited && withoutOwn(edited, candidate));
  try {
    await interview.about(survey.judged.map(atFirst));
    let agreed = await judgedAgain(survey, judgeAgain);
    for (let round = 2; round <= maxRounds; round++) {
      const isAgreed = await interview.about(agreed.judged.map((file) => afterEdits(file, grades)));
      if (!isAgreed) break;
      agreed = await judgedAgain(survey, judgeAgain);
    }
    return withAccepted(agreed, interview);
  } finally {
    interview.end();
  }
}

/** The findings of the files as they will be: their fingerprints are those that the next run has. */
function withAccepted(survey: Survey, interview: Interview): Asked {
  const accepted: BaselineEntry[] = [];
  const judged = survey.judged.map((file) => {
    const { before, after, change } = file.judged;
    const marked = ({ findings, markers }: Remarks, edits: readonly Edit[]): Remarks => ({
      markers,
      findings: findings.map((finding) =>
        interview.reasonFor(file.file, finding, edits) === undefined ? finding : { ...finding, isAccepted: true },
      ),
    });
    for (const finding of after.findings) {
      const { rule, message, fingerprint } = finding;
      const reason = interview.reasonFor(file.file, finding, change?.edits ?? []);
      if (reason !== undefined) accepted.push({ path: file.path, rule, message, fingerprint, reason });
    }
    return {
      ...file,
      judged: { ...file.judged, before: marked(before, []), after: marked(after, change?.edits ?? []) },
    };
  });
  return { survey: { ...survey, judged }, accepted };
}

type Edited = Readonly<Record<string, readonly Edit[]>>;

/** Decisions are made by the place in the text on the disk, so that a file's own edits are made anew from there. */
function withoutOwn(edited: Edited, { file }: Candidate): Edited {
  return Object.fromEntries(Object.entries(edited).filter(([name]) => name !== file));
}

function atFirst(file: JudgedFile): Questions {
  return {
    file,
    earlier: [],
    findings: file.judged.before.findings.filter(({ isMended, edits }) => isMended && edits.length > 0),
  };
}

function afterEdits(file: JudgedFile, grades: Scan["grades"]): Questions {
  const { after, change } = file.judged;
  const findings = after.findings.filter(
    ({ grade, edits, isAccepted, isSuppressed }) =>
      edits.length > 0 && grades.includes(grade) && !isAccepted && !isSuppressed,
  );
  return { file, earlier: change?.edits ?? [], findings };
}

/** What comes of the files that were judged, each with the edits that its neighbours get. */
async function judgedAgain(
  survey: Survey,
  judge: (candidate: Candidate, edited?: Edited) => Promise<Judgement>,
): Promise<Survey> {
  const again = await Promise.all(
    survey.judged.map(async ({ file, path }) => ({ file, path, judgement: await judge({ file, path }) })),
  );
  return settle(withJudgements(survey, again), { judge, elsewhere: () => undefined });
}
