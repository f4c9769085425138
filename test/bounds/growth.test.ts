import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { judgeFile } from "../../codemods/src/engine/judging/judge-file.js";
import type { Judged, Judgement } from "../../codemods/src/engine/judging/judgement.js";
import { loadPlan } from "../../codemods/src/engine/judging/load-plan.js";
import { parseSource } from "../../codemods/src/engine/reading/parse-source.js";
import { readOtherFile } from "../../codemods/src/other-files/index.js";
import { plan } from "../../codemods/test/harness/plan.js";
import { analyze, type Finding, resolveSettings } from "../../packages/rules/src/index.js";
import { files, type Shape, shapes } from "./shapes.js";

/** Counts how often V8 enters functions, loops and branches of the program's own sources: work that is the same on every machine. */
const session = new Session();

function post(method: string, params: object = {}): unknown {
  let answer: unknown;
  session.post(method, params, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}

beforeAll(() => {
  session.connect();
  post("Profiler.enable");
  post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
});

afterAll(() => {
  post("Profiler.stopPreciseCoverage");
  session.disconnect();
});

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

async function workOf(task: () => unknown): Promise<number> {
  post("Profiler.takePreciseCoverage");
  await task();
  const { result } = post("Profiler.takePreciseCoverage") as Coverage;
  return result
    .filter(({ url }) => /\/(?:packages|codemods)\/[^?]*src\//.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0);
}

const settings = resolveSettings({ level: "note" });

function read(path: string, text: string): readonly Finding[] {
  return path.endsWith(".js") ? analyze(parseSource(path, text), settings) : readOtherFile(path, text, settings);
}

/** By what power of the length the work grows. */
async function growthOf({ size, text }: Shape, work: (file: string) => unknown): Promise<number> {
  const measured = async (times: number) => {
    const file = text(size * times);
    return { length: file.length, work: await workOf(() => work(file)) };
  };
  // what is remembered from then on is no work of its own
  await measured(1);
  const [small, large] = [await measured(4), await measured(16)];
  return Math.log(large.work / small.work) / Math.log(large.length / small.length);
}

it.each(Object.entries(shapes))("twice as much of it is hardly more than twice the work: %s", async (_, shape) => {
  const { path, size, text, isHarmless } = shape;
  expect(await growthOf(shape, (file) => read(path, file))).toBeLessThan(1.3);
  // what is too much is said, and nothing is passed over in silence
  expect(read(path, text(size * 16)).length > 0).toBe(isHarmless !== true);
});

const loaded = loadPlan({
  ...plan,
  grades: ["fix", "upgrade"],
  marks: true,
  patches: true,
  sight: { useIgnoreFiles: true, maxFileSize: Infinity },
});

async function judge(path: string, text: string): Promise<Judgement> {
  const project = mkdtempSync(join(tmpdir(), "growth-"));
  try {
    const file = join(project, path);
    writeFileSync(file, text);
    const place = { file, path, pathInRepository: path, project };
    return await judgeFile({ ...place, node: undefined, accepted: [], decisions: undefined }, loaded);
  } finally {
    rmSync(project, { recursive: true });
  }
}

it.each(Object.entries(files))("twice as much to mend is hardly more than twice the work: %s", async (_, shape) => {
  const { path, size, text } = shape;
  expect(await growthOf(shape, (file) => judge(path, file))).toBeLessThan(1.3);
  const { kind, before } = (await judge(path, text(size * 16))) as Judged;
  expect({ kind, isFound: before.findings.length >= size * 16 }).toEqual({ kind: "judged", isFound: true });
});
