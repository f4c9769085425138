import { Session } from "node:inspector";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseSource } from "../../codemods/src/engine/reading/parse-source.js";
import { readOtherFile } from "../../codemods/src/other-files/index.js";
import { analyze, type Finding, resolveSettings } from "../../packages/rules/src/index.js";
import { shapes } from "./shapes.js";

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

function workOf(task: () => void): number {
  post("Profiler.takePreciseCoverage");
  task();
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

it.each(Object.entries(shapes))("twice as much of it is hardly more than twice the work: %s", (_, shape) => {
  const { path, size, text, isHarmless } = shape;
  const measured = (times: number) => {
    const file = text(size * times);
    return { length: file.length, work: workOf(() => read(path, file)) };
  };
  // what is remembered from then on is no work of its own
  measured(1);
  const [small, large] = [measured(4), measured(16)];
  const growth = Math.log(large.work / small.work) / Math.log(large.length / small.length);
  expect(growth).toBeLessThan(1.3);
  // what is too much is said, and nothing is passed over in silence
  expect(read(path, text(size * 16)).length > 0).toBe(isHarmless !== true);
});
