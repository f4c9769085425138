/** A finding as a snapshot's line tells it. */
export type SnapshotFinding = Readonly<
  Record<
    "package" | "file" | "line" | "column" | "rule" | "messageId" | "certainty" | "level" | "grade" | "text",
    string
  >
>;

/** What a run over the corpus found. */
export interface CorpusResult {
  readonly findings: readonly SnapshotFinding[];
  readonly errors: readonly Readonly<Record<"package" | "file" | "kind" | "reason", string>>[];
}

export function snapshotOf(result: CorpusResult): string;
export function readSnapshot(text: string): readonly SnapshotFinding[];
