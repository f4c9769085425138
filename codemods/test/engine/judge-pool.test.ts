import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Task } from "../../src/engine/judging/judgement.js";
import { JudgePool } from "../../src/engine/workers/judge-pool.js";
import type { WorkerEnd } from "../../src/engine/workers/worker-end.js";
import type { FromWorker, Worker } from "../../src/engine/workers/worker-messages.js";
import { plan } from "../harness/plan.js";

const task = (path: string): Task => ({
  file: path,
  path,
  pathInRepository: path,
  project: "/",
  node: undefined,
  accepted: [],
  decisions: undefined,
});
const reasonOf = async (pool: JudgePool, path: string) => {
  const judgement = await pool.judge(task(path));
  return "reason" in judgement ? judgement.reason : judgement.kind;
};

const end: WorkerEnd = { code: null, signal: null, said: "", megabytes: 512 };

const heapsOfTwo = { share: 100, budget: 300, machine: 4000 };
/** What some files are known to need. */
const known: Readonly<Record<string, number>> = { "known to be large": 200, "known to be larger": 2000 };
/** What some files need, as it turns out. */
const needs: Readonly<Record<string, number>> = { large: 200, larger: 2000, huge: 9000 };

/** A pool whose workers answer each file with its path, die of files called `die` and are stuck in those called `stuck`. */
function createPool(size: number, { isBroken = false, heaps = heapsOfTwo } = {}) {
  const started: Worker[] = [];
  const ended: Worker[] = [];
  const heapsOf: number[] = [];
  const gone = new Set<Worker>();
  /** How many others there were when a worker was started that has all memory. */
  const besides: number[] = [];
  const taken = new Map<Worker, number>();
  const startWorker = (megabytes: number): Worker => {
    const listeners: { message?: (message: FromWorker) => void; end?: (how: WorkerEnd) => void } = {};
    const worker: Worker = {
      send(message) {
        if ("plan" in message)
          return isBroken
            ? void setImmediate(() => listeners.end!({ ...end, code: 1, said: "no parser\n" }))
            : listeners.message!({ isReady: true });
        const { path } = message.task;
        if (path === "stuck") return;
        const isTooLarge = megabytes < (needs[path] ?? 0);
        const isFatal = path === "die" || isTooLarge;
        if (isFatal) gone.add(worker);
        setImmediate(() =>
          isFatal
            ? listeners.end!({ ...end, signal: "SIGSEGV", said: isTooLarge ? "JavaScript heap out of memory" : "" })
            : listeners.message!({ judgement: { kind: "skipped", reason: path } }),
        );
      },
      onMessage: (listener) => (listeners.message = listener),
      onEnd: (listener) => (listeners.end = listener),
      processorSeconds: () => taken.get(worker) ?? 0,
      end: () => {
        ended.push(worker);
        gone.add(worker);
      },
    };
    if (megabytes > heaps.share) besides.push(started.filter((each) => !gone.has(each)).length);
    started.push(worker);
    heapsOf.push(megabytes);
    return worker;
  };
  return {
    pool: new JudgePool({
      plan,
      size,
      secondsFor: ({ path }) => (path === "stuck" ? 10 : 20),
      leastHeapFor: ({ path }) => known[path] ?? 0,
      heaps,
      startWorker,
    }),
    started,
    ended,
    heapsOf,
    besides,
    /** A worker has taken so much of the processor's time; it is noticed a second later at the latest. */
    take(worker: Worker, seconds: number) {
      taken.set(worker, (taken.get(worker) ?? 0) + seconds);
      vi.advanceTimersByTime(1_000);
    },
  };
}

describe("JudgePool", () => {
  it("starts nothing before there is work, then one worker, and more only when they pay", async () => {
    const { pool, started } = createPool(4);
    expect(started).toHaveLength(0);
    await Promise.all(Array.from({ length: 25 }, (_, index) => pool.judge(task(String(index)))));
    expect(started).toHaveLength(1);
    await Promise.all(Array.from({ length: 250 }, (_, index) => pool.judge(task(String(index)))));
    expect(started).toHaveLength(4);
  });

  describe("where few files take long", () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
    afterEach(() => void vi.useRealTimers());
    const turn = () => new Promise((resolve) => setImmediate(resolve));

    it("has another worker help, and no more than may run", async () => {
      const { pool, started } = createPool(2);
      const paths = ["stuck", "a", "b", "stuck", "c"];
      const answers = paths.map((path) => reasonOf(pool, path));
      await turn();
      expect(started).toHaveLength(1);
      vi.advanceTimersByTime(1_000);
      expect(started).toHaveLength(2);
      expect(await Promise.all([answers[1], answers[2]])).toEqual(["a", "b"]);
      vi.advanceTimersByTime(1_000);
      expect(started).toHaveLength(2);
    });

    it("starts none for those that have their turn within a second", async () => {
      const { pool, started } = createPool(2);
      const answers = Array.from({ length: 20 }, (_, index) => reasonOf(pool, `${index}.js`));
      for (let index = 0; index < 12; index++) await answers[index];
      vi.advanceTimersByTime(1_000);
      expect(started).toHaveLength(1);
      expect(await Promise.all(answers)).toHaveLength(20);
    });

    it("starts none beside one that has all memory", async () => {
      const { pool, started, besides } = createPool(3);
      const answers = Promise.all(["known to be large", "a"].map((path) => reasonOf(pool, path)));
      vi.advanceTimersByTime(1_000);
      expect([started.length, besides]).toEqual([1, [0]]);
      expect(await answers).toEqual(["known to be large", "a"]);
    });
  });

  it("gives every file its own answer", async () => {
    const { pool } = createPool(3);
    const paths = Array.from({ length: 400 }, (_, index) => `${index}.js`);
    expect(await Promise.all(paths.map((path) => reasonOf(pool, path)))).toEqual(paths);
  });

  it("blames a death on the file that was being read, and goes on with a fresh worker", async () => {
    const { pool, started } = createPool(1);
    const reasons = await Promise.all(["a", "die", "b", "die"].map((path) => reasonOf(pool, path)));
    expect(reasons).toEqual([
      "a",
      expect.stringContaining("crashed (signal SIGSEGV)"),
      "b",
      expect.stringContaining("crashed (signal SIGSEGV)"),
    ]);
    expect(started).toHaveLength(2);
    expect(await reasonOf(pool, "c")).toBe("c");
  });

  describe("where a file takes too long", () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
    afterEach(() => void vi.useRealTimers());
    const turn = () => new Promise((resolve) => setImmediate(resolve));

    it("fails it, and goes on with a fresh worker", async () => {
      const { pool, started, ended, take } = createPool(1);
      const reasons = Promise.all(["a", "stuck", "b"].map((path) => reasonOf(pool, path)));
      await turn();
      take(started[0]!, 10);
      expect(started).toHaveLength(1);
      take(started[0]!, 0.5);
      expect(await reasons).toEqual(["a", "took more than 10 s; --timeout allows more", "b"]);
      expect([started.length, ended]).toEqual([2, [started[0]]]);
    });

    it("counts nothing that the worker took before", async () => {
      const { pool, started, ended, take } = createPool(1);
      expect(await reasonOf(pool, "a")).toBe("a");
      take(started[0]!, 60);
      const reason = reasonOf(pool, "stuck");
      take(started[0]!, 10);
      expect(ended).toEqual([]);
      take(started[0]!, 0.5);
      expect(await reason).toContain("took more than 10 s");
    });

    it("counts no time on the clock, unless it waits for very long", async () => {
      const { pool, ended } = createPool(1);
      const reason = reasonOf(pool, "stuck");
      vi.advanceTimersByTime(200_000);
      expect(ended).toEqual([]);
      vi.advanceTimersByTime(1_000);
      expect(await reason).toBe("was not done in 200 s, most of which it waited; --timeout allows more");
    });

    it("waits for nothing when it is closed", async () => {
      const { pool } = createPool(1);
      void pool.judge(task("stuck"));
      expect(vi.getTimerCount()).toBe(1);
      pool.close();
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  it("judges what needs more memory than a share once more, while nothing else is judged", async () => {
    const { pool, started, ended, heapsOf, besides } = createPool(2);
    const paths = Array.from({ length: 60 }, (_, index) => (index % 20 === 0 ? "large" : `${index}.js`));
    const answers = paths.map((path) => reasonOf(pool, path));
    expect(await Promise.all(answers)).toEqual(paths);
    expect(besides).toEqual([0]);
    expect(await reasonOf(pool, "later.js")).toBe("later.js");
    expect([ended.at(-1), heapsOf.at(-1)]).toEqual([started[heapsOf.indexOf(heapsOfTwo.budget)], heapsOfTwo.share]);
  });

  it("judges what is known to be large by itself from the first", async () => {
    const { pool, started, heapsOf, besides } = createPool(2);
    const paths = Array.from({ length: 20 }, (_, index) => (index % 10 === 1 ? "known to be large" : `${index}.js`));
    expect(await Promise.all(paths.map((path) => reasonOf(pool, path)))).toEqual(paths);
    expect(heapsOf).toEqual([heapsOfTwo.share, heapsOfTwo.budget]);
    expect(besides).toEqual([0]);
    expect(started).toHaveLength(2);
  });

  it("tries what is known to be larger than the budget nowhere else first", async () => {
    const { pool, heapsOf } = createPool(2);
    expect(await reasonOf(pool, "known to be larger")).toBe("known to be larger");
    expect(heapsOf).toEqual([heapsOfTwo.machine]);
  });

  it("tries no heap of the same size twice", async () => {
    const { pool, heapsOf } = createPool(1, { heaps: { share: 300, budget: 300, machine: 4000 } });
    expect(await Promise.all(["larger", "known to be large"].map((path) => reasonOf(pool, path)))).toEqual([
      "larger",
      "known to be large",
    ]);
    expect(heapsOf.filter((each) => each === 4000)).toHaveLength(1);
    expect(heapsOf.filter((each) => each === 300).length).toBeLessThan(3);
  });

  it("gives a file all of the machine only where all of the budget is too little", async () => {
    const { pool, heapsOf } = createPool(2);
    expect(await Promise.all(["larger", "a", "large"].map((path) => reasonOf(pool, path)))).toEqual([
      "larger",
      "a",
      "large",
    ]);
    expect(heapsOf.toSorted((one, other) => one - other)).toEqual([
      ...heapsOf.filter((each) => each === heapsOfTwo.share),
      ...heapsOf.filter((each) => each === heapsOfTwo.budget),
      heapsOfTwo.machine,
    ]);
  });

  it("fails what needs more than there is, with that reason, and goes on", async () => {
    const { pool } = createPool(2);
    expect(await Promise.all(["huge", "a", "large", "huge"].map((path) => reasonOf(pool, path)))).toEqual([
      expect.stringContaining("needed more memory than the 512 MB it may have; --memory allows more"),
      "a",
      "large",
      expect.stringContaining("needed more memory"),
    ]);
  });

  it("gives up where no worker starts", async () => {
    const { pool, started } = createPool(2, { isBroken: true });
    const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => pool.judge(task(String(index)))));
    for (const answer of answers)
      expect(answer).toMatchObject({
        status: "rejected",
        reason: { message: "The process that parses could not start (exit code 1): no parser" },
      });
    expect(started).toHaveLength(1);
  });

  it("lets its workers go when it is closed", async () => {
    const { pool, started, ended } = createPool(1);
    await pool.judge(task("a"));
    pool.close();
    expect(ended).toEqual(started);
  });
});
