import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { describeError } from "../../failures/describe-error.js";
import { binaryReason } from "../../files/decode.js";
import { readBytes } from "../../files/read-bytes.js";
import type { Seen } from "../../selection/selected.js";
import type { Judgement } from "../judging/judgement.js";
import { isCandidate } from "../reading/is-candidate.js";
import { isPage, isScriptHost, scriptsOf } from "../text/script-hosts.js";
import type { Counts } from "./counts.js";
import { type Candidate, type JudgementOfFile, type Survey, withJudgements } from "./survey.js";

export interface SurveyOptions {
  /** In bytes. */
  readonly maxFileSize: number;
  /** Called with the bytes of a candidate, which are valid only during the call. What it rejects with ends the survey. */
  judge(candidate: Candidate, bytes: Buffer): Promise<Judgement>;
  readonly counts: Counts;
  /** When it is aborted, the survey throws its reason. */
  readonly signal: AbortSignal;
}

type Outcome = Judgement | Promise<Judgement>;

/** How long signals, workers and the progress line may have to wait for their turn. */
const turnMilliseconds = 30;

/** Looks into every file for words that a rule looks for, and has those judged that hold one. */
export async function takeSurvey(files: Iterable<Seen>, options: SurveyOptions): Promise<Survey> {
  const { counts, signal } = options;
  const outcomes: [Seen, Outcome][] = [];
  let turn = performance.now();
  for (const selected of files) {
    counts.add("seen", selected.path);
    outcomes.push([selected, outcomeOf(selected, options)]);
    if (performance.now() - turn < turnMilliseconds) continue;
    await setImmediate();
    signal.throwIfAborted();
    turn = performance.now();
  }
  return Promise.race([sorted(counts.total.seen, outcomes), abortion(signal)]);
}

function outcomeOf(selected: Seen, { maxFileSize, judge, counts }: SurveyOptions): Outcome {
  if (selected.kind === "skipped") return selected;
  if (selected.kind === "failed") return { ...selected, isUnverified: false };
  try {
    const read = readBytes(selected.file, maxFileSize);
    const reason = "reason" in read ? read.reason : binaryReason(read.bytes);
    if ("reason" in read || reason)
      return isPage(selected.path) ? { kind: "plain" } : { kind: "skipped", reason: reason! };
    if (!isCandidate(selected.path, read.bytes)) return { kind: "plain" };
    if (isScriptHost(selected.path) && !hasCandidateScript(selected.path, read.bytes)) return { kind: "plain" };
    counts.add("candidates", selected.path);
    return heard(judge(selected, read.bytes).finally(() => counts.add("judged", selected.path)));
  } catch (error) {
    const reason = selected.path.includes("\uFFFD") ? "its name is not valid UTF-8" : describeError(error);
    return { kind: "failed", reason: `cannot be read: ${reason}`, isUnverified: false };
  }
}

/** One character for each byte: only those of ASCII matter. */
function hasCandidateScript(path: string, bytes: Buffer): boolean {
  const text = bytes.toString("latin1");
  return scriptsOf(path, text).some(({ range }) => isCandidate(path, Buffer.from(text.slice(...range), "latin1")));
}

/** A rejection is not unhandled only because files before it are still being judged. */
function heard<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}

async function sorted(seen: number, outcomes: readonly [Seen, Outcome][]): Promise<Survey> {
  const known: JudgementOfFile[] = [];
  for (const [selected, pending] of outcomes)
    known.push({ file: (selected as Candidate).file, path: selected.path, judgement: await pending });
  return withJudgements({ seen, plain: [], judged: [], skipped: [], failed: [] }, known);
}

async function abortion(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, "abort");
  throw signal.reason;
}
