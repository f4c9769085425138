import type { Edit, Finding, Grade } from "tls-rules";
import { describeError } from "../../failures/describe-error.js";
import { VerificationError } from "../../failures/verification-error.js";
import { byteOrderMarkOf, withoutByteOrderMark } from "../../files/byte-order-mark.js";
import { decode } from "../../files/decode.js";
import { hashOf } from "../../files/hash.js";
import { readRegularFile } from "../../files/regular-file.js";
import { markText } from "../mending/mark-text.js";
import { type EditedText, mendText } from "../mending/mend-text.js";
import { observe, withEdits } from "../neighbours/dependencies.js";
import { openFile } from "../neighbours/open-file.js";
import { openSslRangeFor } from "../neighbours/openssl-range.js";
import type { Project } from "../neighbours/project.js";
import { pythonRangeFor } from "../neighbours/python-range.js";
import { readerFor } from "../reading/reader-for.js";
import type { Reading } from "../reading/reading.js";
import { isMarkdown } from "../text/code-blocks.js";
import { directivePrefix } from "../text/directives.js";
import { inverseOf, offsetBefore } from "../text/edit-positions.js";
import { patchOf } from "../text/patch.js";
import { isScriptHost } from "../text/script-hosts.js";
import { TypesError } from "../types/type-projects.js";
import { decide } from "./decisions.js";
import { fingerprintsOf } from "./fingerprints.js";
import { type Change, decisionKey, type Judgement, type Task } from "./judgement.js";
import type { LoadedPlan } from "./load-plan.js";
import { remarksOf, revealedOf } from "./remarks.js";

/** Reads a file and says what is found in it and what `fix` would make of it. Nothing is thrown: whatever goes wrong is the judgement of this file. */
export async function judgeFile(task: Task, loaded: LoadedPlan): Promise<Judgement> {
  try {
    const bytes = readRegularFile(task.file, loaded.plan.sight.maxFileSize);
    const decoded = decode(bytes);
    return "reason" in decoded
      ? { kind: "skipped", reason: decoded.reason }
      : await judgeText(task, decoded.text, hashOf(bytes), loaded);
  } catch (error) {
    return { kind: "failed", reason: reasonOf(error), isUnverified: error instanceof VerificationError };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return `does not parse: ${error.message}`;
  if (error instanceof RangeError && /call stack|nested too deeply/.test(error.message))
    return "is nested too deeply to be read";
  if (error instanceof VerificationError) return `left as it was: ${error.message}`;
  if (error instanceof TypesError) return `has no types: ${error.message}`;
  if (error instanceof Error && !("code" in error))
    return `could not be judged, which is a mistake of tls-codemod: ${error.stack}`;
  return describeError(error);
}

async function judgeText(
  { file, path, pathInRepository, project: folder, node, accepted, decisions, edited }: Task,
  source: string,
  hash: string,
  loaded: LoadedPlan,
): Promise<Judgement> {
  const { plan, settingsFor } = loaded;
  const project = observe(loaded.projectIn(folder));
  // TypeScript knows no components, and no code blocks
  const typesFor =
    isScriptHost(path) || isMarkdown(path)
      ? () => undefined
      : (name: string, text: string) => loaded.typesOf?.(name, text);
  const readerIn = (seen: Project) =>
    readerFor(path, loaded, (name, text) => openFile(seen, file, name, text, typesFor(file, text)));
  const { isWorthReading, read, canBeMarked } = await readerIn(project);
  if (!isWorthReading(source) && !source.includes(directivePrefix)) return { kind: "plain" };
  const { settings, note } = settingsFor({
    node,
    openssl: openSslRangeFor(file, project),
    python: pythonRangeFor(file, project),
  });
  const isAccepted =
    accepted.length > 0 ? acceptedIn(read(path, source, settings), pathInRepository, accepted) : () => false;
  const decideOpen = decisions && decide(decisions);
  const earlier = edited && { edits: edited[file] ?? [], read: (await readerIn(withEdits(project, edited))).read };
  const mended = mendText(path, source, settings, {
    read,
    earlier,
    grades: plan.grades,
    decide: (finding, start, reading) =>
      isAccepted(keyOf(finding, start)) ? undefined : decideOpen ? decideOpen(finding, start, reading) : finding,
  });
  const keyBefore = ({ edits }: EditedText, finding: Finding) => keyOf(finding, offsetBefore(edits, finding.range[0]));
  const remaining = mended.remaining.filter((finding) => !isAccepted(keyBefore(mended, finding)));
  const result =
    plan.marks && canBeMarked ? markText(path, { ...mended, remaining }, settings, earlier?.read ?? read) : mended;
  const left = new Set(mended.after.findings.map((finding) => keyBefore(mended, finding)));
  const stateOf = (finding: Finding) => {
    const key = keyOf(finding, finding.range[0]);
    return { isMended: !left.has(key), isAccepted: isAccepted(key) };
  };
  return {
    kind: "judged",
    hash,
    before: remarksOf(
      pathInRepository,
      withoutForeignMends(mended, (finding) => stateOf(finding).isMended, plan.grades),
      stateOf,
    ),
    after: remarksOf(pathInRepository, result.after, (finding) => ({
      isMended: false,
      isAccepted: isAccepted(keyBefore(result, finding)),
    })),
    revealed: revealedOf(pathInRepository, mended),
    change: result.edits.length === 0 ? undefined : changeOf(path, source, result, plan.patches),
    canBeMarked,
    notes: note === undefined ? [] : [note],
    dependencies: project.dependencies(),
  };
}

/** What is gone because something beside it was edited keeps no edit of a grade that is not made: it would be shown as what was done. */
function withoutForeignMends(
  { before, edits }: EditedText & { readonly before: Reading },
  isGone: (finding: Finding) => boolean,
  grades: readonly Grade[],
): Reading {
  const made = new Set(edits.map(placeOfEdit));
  const isMade = (edit: Edit) => made.has(placeOfEdit(edit));
  const isForeign = (finding: Finding) =>
    !grades.includes(finding.grade) && !finding.edits.every(isMade) && isGone(finding);
  return {
    ...before,
    findings: before.findings.map((finding) => (isForeign(finding) ? { ...finding, edits: [] } : finding)),
  };
}

function placeOfEdit({ range, text }: Edit): string {
  return `${range.join("-")} ${text}`;
}

/** Tells by their keys the findings of a reading that a baseline accepts. */
function acceptedIn(
  reading: Reading,
  pathInRepository: string,
  fingerprints: readonly string[],
): (key: string) => boolean {
  const found = fingerprintsOf(pathInRepository, reading);
  const wanted = new Set(fingerprints);
  const accepted = reading.findings.filter((_, index) => wanted.has(found[index]!));
  const keys = new Set(accepted.map((finding) => keyOf(finding, finding.range[0])));
  return (key) => keys.has(key);
}

function keyOf({ rule, messageId }: Finding, start: number): string {
  return decisionKey(rule, messageId, start);
}

function changeOf(path: string, source: string, { text, edits }: EditedText, isPatchWanted: boolean): Change {
  const inverse = inverseOf(edits, withoutByteOrderMark(source));
  const { length } = byteOrderMarkOf(source);
  const shifted = edits.map((edit): Edit => ({ ...edit, range: [edit.range[0] + length, edit.range[1] + length] }));
  return {
    edits,
    inverse,
    hash: hashOf(Buffer.from(text)),
    patch: isPatchWanted ? patchOf(path, source, shifted) : "",
  };
}
