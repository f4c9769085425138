import { applyEdits, type Edit, type Finding, type Grade, type Rule, selectEdits, type Settings } from "tls-rules";
import { collect } from "../../collections/collect.js";
import { countUpTo } from "../../collections/count-up-to.js";
import { VerificationError } from "../../failures/verification-error.js";
import { byteOrderMarkOf } from "../../files/byte-order-mark.js";
import { programReader } from "../reading/read-program.js";
import { openFindings, type Reading, type ReadText } from "../reading/reading.js";
import { composeEdits, offsetBefore, rangeBefore } from "../text/edit-positions.js";

export interface MendOptions {
  readonly rules?: readonly Rule[] | undefined;
  /** How the text is read: as a program by `rules`, unless it is no program. */
  readonly read?: ReadText;
  /** The grades whose edits are applied. */
  readonly grades: readonly Grade[];
  /** The finding to apply, perhaps with other edits, or undefined to leave it; `start` is its offset in the source as it was, `reading` is that of its pass. */
  readonly decide?: ((finding: Finding, start: number, reading: Reading) => Finding | undefined) | undefined;
  /** Edits to go on from, and how the text is read after them; the neighbours of the text may have been edited, too. */
  readonly earlier?: { readonly edits: readonly Edit[]; readonly read: ReadText } | undefined;
}

export interface EditedText {
  /** With the byte order mark of the input; equal to the input without edits. */
  readonly text: string;
  /** What leads from the input to `text`, in ranges of the input without its byte order mark. */
  readonly edits: readonly Edit[];
  /** What there is to find in `text`. */
  readonly after: Reading;
}

export interface MendedText extends EditedText {
  /** The findings whose edits were applied, with ranges in the text of their pass. */
  readonly applied: readonly Finding[];
  /** Those of them that nothing in the input said: they came up when other edits had been made. Ranges and edits are of the input, without its byte order mark. */
  readonly revealed: readonly Finding[];
  /** What is still found in `text` and not suppressed by a comment. */
  readonly remaining: readonly Finding[];
  /** How often the text was read; the last time there was nothing left to edit. */
  readonly passes: number;
  /** Of the input. A finding that can be mended only behind other edits has the grade and the edits that it got there. */
  readonly before: Reading;
}

const leastPasses = 10;
const mostPasses = 100;

/**
 * Applies edits until no more come; where two overlap, the second waits for the next pass.
 * The result has been verified: it parses, another run would change nothing, and it equals the input outside the edits.
 * Throws a SyntaxError for a text that does not parse, and a VerificationError for a result that fails.
 */
export function mendText(
  path: string,
  source: string,
  settings: Settings,
  { rules, read = programReader(rules), grades, decide = (finding) => finding, earlier }: MendOptions,
): MendedText {
  const mark = byteOrderMarkOf(source);
  const before = read(path, source, settings);
  let applied: readonly Finding[] = [];
  let later: readonly Finding[] = [];
  const readOn = earlier?.read ?? read;
  let edits = earlier?.edits ?? [];
  let after = earlier ? readEdited(readOn, path, applyEdits(before.text, edits), settings) : before;
  // each pass mends one finding at least, and nearly always all of them
  const limit = Math.min(mostPasses, Math.max(leastPasses, before.findings.length));
  for (let passes = 1; passes <= limit; passes++) {
    const reading = after;
    const wanted = openFindings(after).filter(({ grade }) => grades.includes(grade));
    const selected = selectEdits(
      wanted.flatMap((finding) => decide(finding, offsetBefore(edits, finding.range[0]), reading) ?? []),
    );
    if (selected.edits.length === 0) {
      const remaining = openFindings(after);
      return { text: mark + after.text, edits, applied, remaining, passes, after, ...announced(before, later, edits) };
    }
    applied = [...applied, ...selected.applied];
    if (after !== before) later = [...later, ...selected.applied.map((finding) => placedBefore(edits, finding))];
    edits = composeEdits(edits, after.text, selected.edits);
    after = readEdited(readOn, path, applyEdits(after.text, selected.edits), settings);
    if ((after.problems ?? 0) > (before.problems ?? 0))
      throw new VerificationError(`${path}: the edited text does not parse where the original did.`);
    if (applyEdits(before.text, edits) !== after.text)
      throw new VerificationError(`${path}: the edited text differs from the original outside the edits.`);
  }
  throw new VerificationError(`${path}: the edits do not come to an end after ${limit} passes.`);
}

function placedBefore(edits: readonly Edit[], finding: Finding): Finding {
  const placed = ({ range, text }: Edit): Edit => ({ range: rangeBefore(edits, range), text });
  return { ...finding, range: rangeBefore(edits, finding.range), edits: finding.edits.map(placed) };
}

/** What there is to say about the input once it is known what else was mended behind the first edits: `later`, placed in the input. */
function announced(
  before: Reading,
  later: readonly Finding[],
  edits: readonly Edit[],
): Pick<MendedText, "before" | "revealed"> {
  if (later.length === 0) return { before, revealed: [] };
  const mended = later.map((finding) => ({ ...finding, edits: editsOf(finding, edits) }));
  const byKey = new Map(mended.map((finding) => [keyOf(finding), finding]));
  const findings = before.findings.map((finding) => {
    if (finding.edits.length > 0) return finding;
    const { grade, edits: own, remedy } = byKey.get(keyOf(finding)) ?? finding;
    return { ...finding, grade, edits: own, remedy };
  });
  const announcedBy = findings.filter((finding) => finding.edits.length > 0);
  const isSaid = touching(announcedBy);
  const isAnnounced = touching(
    announcedBy.flatMap((finding) => finding.edits.map(({ range }) => ({ rule: "", range }))),
  );
  const isKnown = (each: Finding) => isSaid(each) && each.edits.every(({ range }) => isAnnounced({ rule: "", range }));
  return { before: { ...before, findings }, revealed: mended.filter((each) => !isKnown(each)) };
}

function keyOf({ rule, messageId, range }: Finding): string {
  return `${rule}/${messageId}@${range[0]}`;
}

/** Of the edits that are made in the end, those at the places of a finding's own. */
function editsOf(finding: Finding, edits: readonly Edit[]): readonly Edit[] {
  return [
    ...new Set(
      finding.edits.flatMap(({ range }) => {
        const end = countUpTo(range[1], edits, (edit) => edit.range[0]);
        let start = end;
        while (start > 0 && edits[start - 1]!.range[1] >= range[0]) start--;
        return edits.slice(start, end);
      }),
    ),
  ];
}

type Standing = Pick<Finding, "rule" | "range">;

/** Tells whether something of the same rule stands where another one does. */
function touching(findings: readonly Standing[]): (finding: Standing) => boolean {
  const byRule = new Map<string, Standing[]>();
  for (const finding of findings) collect(byRule, finding.rule, finding);
  for (const own of byRule.values()) own.sort((one, other) => one.range[0] - other.range[0]);
  return ({ rule, range }) => {
    const own = byRule.get(rule) ?? [];
    const last = own[countUpTo(range[1], own, (finding) => finding.range[0]) - 1];
    return last !== undefined && last.range[1] >= range[0];
  };
}

/** Reads a text that edits have made. Throws a VerificationError when it does not parse. */
export function readEdited(read: ReadText, path: string, text: string, settings: Settings): Reading {
  try {
    return read(path, text, settings);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new VerificationError(`The edited text does not parse: ${error.message}`, { cause: error });
  }
}
