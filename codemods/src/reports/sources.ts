import { join } from "node:path";
import { applyEdits, type Edit } from "tls-rules";
import { indexLines, type LineIndex } from "../engine/text/line-index.js";
import { withoutByteOrderMark } from "../files/byte-order-mark.js";
import { type BytePlace, indexBytes } from "../files/byte-places.js";
import { requireInside } from "../files/inside.js";
import { readRegularFile } from "../files/regular-file.js";
import type { ReportFinding } from "./report.js";

/** UTF-16 offsets into the text without its byte order mark. */
export type Span = readonly [start: number, end: number];

/** The file that a finding is about. */
export interface Source {
  place(span: Span): { readonly start: BytePlace; readonly end: BytePlace };
  /** The text of a span after edits inside it. */
  edited(span: Span, edits: readonly Edit[]): string;
}

interface Content {
  /** What the file holds. */
  readonly whole: string;
  /** The same without a byte order mark. */
  readonly text: string;
  readonly lines: LineIndex;
  /** Of an offset into what the file holds. */
  placeOf(offset: number): BytePlace;
}

/** The files of a run; findings come in the order of paths, so that one file at a time is kept. */
export function createSources(root: string): { of(finding: ReportFinding): Source | undefined } {
  let last: { readonly path: string; readonly content: Content | undefined } | undefined;
  return {
    /** Undefined when the file cannot be read, or is no longer the one that the finding is about. */
    of(finding) {
      const { path } = finding;
      if (last?.path !== path) last = { path, content: read(root, path) };
      return last.content && isAbout(finding, last.content) ? createSource(last.content) : undefined;
    },
  };
}

/** A report that was merged may name any path. */
function read(root: string, path: string): Content | undefined {
  try {
    requireInside(root, join(root, path));
    const whole = readRegularFile(join(root, path)).toString("utf8");
    const text = withoutByteOrderMark(whole);
    return { whole, text, lines: indexLines(text), placeOf: indexBytes(whole) };
  } catch {
    return undefined;
  }
}

function isAbout({ range, line, column, endLine, endColumn }: ReportFinding, { text, lines }: Content): boolean {
  const [start, end] = [lines.placeOf(range[0]), lines.placeOf(range[1])];
  return (
    range[1] <= text.length &&
    start.line === line &&
    start.column === column &&
    end.line === endLine &&
    end.column === endColumn
  );
}

function createSource({ whole, text, placeOf }: Content): Source {
  const markLength = whole.length - text.length;
  return {
    place: ([start, end]) => ({ start: placeOf(start + markLength), end: placeOf(end + markLength) }),
    edited([start, end], edits) {
      const sorted = [...edits].sort((a, b) => a.range[0] - b.range[0]);
      return applyEdits(
        text.slice(start, end),
        sorted.map((edit): Edit => ({ range: [edit.range[0] - start, edit.range[1] - start], text: edit.text })),
      );
    },
  };
}
