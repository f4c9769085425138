import type { Edit } from "tls-rules";
import { describe, expect, it } from "vitest";
import type { Judged, Judgement } from "../../src/engine/judging/judgement.js";
import { settle } from "../../src/engine/survey/settle.js";
import type { Survey } from "../../src/engine/survey/survey.js";

type Edited = Readonly<Record<string, readonly Edit[]>>;

/** What a file makes of its neighbours: how many edits it has, given how many each of them has. */
interface File {
  readonly reads: readonly string[];
  edits(counts: Readonly<Record<string, number>>): number;
}

function judgedAs({ reads }: File, count: number): Judged {
  const edits = Array.from({ length: count }, (_, index): Edit => ({ range: [index, index], text: "x" }));
  const verdict = { findings: [], markers: [] };
  const change = count === 0 ? undefined : { edits, inverse: [], hash: `edited ${count}`, patch: "" };
  return {
    kind: "judged",
    hash: "as it was",
    before: verdict,
    after: verdict,
    revealed: [],
    change,
    canBeMarked: true,
    notes: [],
    dependencies: { resolved: [], read: Object.fromEntries(reads.map((file) => [file, "hash"])), importers: {} },
  };
}

/** Settles files of a run, and of others that have part in the same work. Returns how many edits each has in the end, or why it failed. */
async function settled(files: Readonly<Record<string, File>>, elsewhere: Readonly<Record<string, File>> = {}) {
  const all = { ...files, ...elsewhere };
  const judgements: string[] = [];
  const judge = async ({ file }: { readonly file: string }, edited: Edited | undefined): Promise<Judgement> => {
    judgements.push(file);
    const counts = Object.fromEntries(Object.entries(edited ?? {}).map(([name, edits]) => [name, edits.length]));
    return judgedAs(all[file]!, all[file]!.edits(counts));
  };
  const survey: Survey = {
    seen: 0,
    plain: [],
    skipped: [],
    failed: [],
    judged: Object.entries(files).map(([file, each]) => ({ file, path: file, judged: judgedAs(each, each.edits({})) })),
  };
  const { judged, failed } = await settle(survey, {
    judge,
    elsewhere: (file) => (Object.hasOwn(elsewhere, file) ? { file, path: file } : undefined),
  });
  return {
    judgements,
    edits: Object.fromEntries(judged.map(({ file, judged: { change } }) => [file, change?.edits.length ?? 0])),
    failed: failed.map(({ path, reason, isUnverified }) => ({ path, reason, isUnverified })),
  };
}

const editedOnce: File = { reads: [], edits: () => 1 };
const whenEdited = (name: string): File => ({ reads: [name], edits: (counts) => (counts[name] ? 1 : 0) });

describe("settle", () => {
  it("judges nothing anew without neighbours that are edited", async () => {
    expect(
      await settled({ a: editedOnce, b: { reads: ["c"], edits: () => 1 }, c: { reads: [], edits: () => 0 } }),
    ).toEqual({ judgements: [], edits: { a: 1, b: 1, c: 0 }, failed: [] });
  });

  it("goes on as long as edits bring about edits", async () => {
    expect(await settled({ c: whenEdited("b"), b: whenEdited("a"), a: editedOnce })).toEqual({
      judgements: ["b", "c"],
      edits: { a: 1, b: 1, c: 1 },
      failed: [],
    });
  });

  it("comes to the same whatever comes first", async () => {
    const files = {
      a: editedOnce,
      b: { reads: ["a", "c"], edits: (counts) => (counts["a"] ?? 0) + (counts["c"] ?? 0) },
      c: { reads: ["a"], edits: (counts) => counts["a"] ?? 0 },
    } satisfies Record<string, File>;
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    expect((await settled(files)).edits).toEqual({ a: 1, b: 2, c: 1 });
    expect((await settled(backwards)).edits).toEqual({ a: 1, b: 2, c: 1 });
  });

  it("counts what another shard edits, and does not report it", async () => {
    expect(await settled({ c: whenEdited("b") }, { b: whenEdited("a"), a: editedOnce })).toEqual({
      judgements: ["b", "a", "b", "c"],
      edits: { c: 1 },
      failed: [],
    });
  });

  it("leaves files alone that do not come to an end", async () => {
    const never = (name: string): File => ({ reads: [name], edits: (counts) => (counts[name] ?? 0) + 1 });
    const { edits, failed } = await settled({ a: never("b"), b: never("a"), c: editedOnce });
    expect(edits).toEqual({ c: 1 });
    expect(failed).toEqual(
      ["a", "b"].map((path) => ({
        path,
        reason: expect.stringContaining("do not come to an end after 10 rounds"),
        isUnverified: true,
      })),
    );
  });
});
