import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Plan, Task } from "../../src/engine/judging/judgement.js";
import { JudgePool } from "../../src/engine/workers/judge-pool.js";
import type { WorkerEnd } from "../../src/engine/workers/worker-end.js";
import type { FromWorker, Worker } from "../../src/engine/workers/worker-messages.js";

const plan: Plan = {
  profile: "intermediate",
  policy: undefined,
  python: undefined,
  openssl: undefined,
  rules: undefined,
  level: "note",
  certainty: "likely",
  grades: [],
  marks: false,
  patches: false,
  sight: { useIgnoreFiles: true, maxFileSize: 3_000_000 },
  types: undefined,
};
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

/** A pool whose workers answer each file with its path, die of files called `die` and are stuck in those called `stuck`. */
function createPool(size: number, isBroken = false) {
  const started: Worker[] = [];
  const ended: Worker[] = [];
  const told: [worker: number, chunk: string][] = [];
  const taken = new Map<Worker, number>();
  const startWorker = (): Worker => {
    const listeners: { message?: (message: FromWorker) => void; end?: (how: WorkerEnd) => void } = {};
    const worker: Worker = {
      send(message) {
        if ("plan" in message)
          return isBroken
            ? void setImmediate(() => listeners.end!({ ...end, code: 1, said: "no parser\n" }))
            : listeners.message!({ isReady: true });
        const { path } = message.task;
        if (path === "stuck") return;
        setImmediate(() =>
          path === "die"
            ? listeners.end!({ ...end, signal: "SIGSEGV" })
            : listeners.message!({ judgement: { kind: "skipped", reason: path } }),
        );
      },
      onMessage: (listener) => (listeners.message = listener),
      onEnd: (listener) => (listeners.end = listener),
      tell: (chunk) => told.push([started.indexOf(worker), String(chunk)]),
      tellNoMore: () => told.push([started.indexOf(worker), "no more"]),
      processorSeconds: () => taken.get(worker) ?? 0,
      end: () => ended.push(worker),
    };
    started.push(worker);
    return worker;
  };
  return {
    pool: new JudgePool({ plan, size, secondsFor: ({ path }) => (path === "stuck" ? 10 : 20), startWorker }),
    started,
    ended,
    told,
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
    await Promise.all(Array.from({ length: 100 }, (_, index) => pool.judge(task(String(index)))));
    expect(started).toHaveLength(1);
    await Promise.all(Array.from({ length: 1000 }, (_, index) => pool.judge(task(String(index)))));
    expect(started).toHaveLength(4);
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
      pool.tellNoMore();
      const reason = reasonOf(pool, "stuck");
      vi.advanceTimersByTime(200_000);
      expect(ended).toEqual([]);
      vi.advanceTimersByTime(1_000);
      expect(await reason).toBe("was not done in 200 s, most of which it waited; --timeout allows more");
    });

    it("does not take for waiting that the search may have something to tell", async () => {
      const { pool, ended } = createPool(1);
      const reason = reasonOf(pool, "stuck");
      vi.advanceTimersByTime(1_000_000);
      pool.tellNoMore();
      vi.advanceTimersByTime(200_000);
      expect(ended).toEqual([]);
      vi.advanceTimersByTime(1_000);
      expect(await reason).toContain("was not done in 200 s");
    });

    it("waits for nothing when it is closed", async () => {
      const { pool } = createPool(1);
      pool.tellNoMore();
      void pool.judge(task("stuck"));
      expect(vi.getTimerCount()).toBe(1);
      pool.close();
      expect(vi.getTimerCount()).toBe(0);
    });
  });

  it("tells every worker the same, also one that starts later", async () => {
    const { pool, told } = createPool(1);
    pool.tell(Buffer.from("early"));
    const first = pool.judge(task("die"));
    pool.tell(Buffer.from("late"));
    pool.tellNoMore();
    await first;
    await pool.judge(task("a"));
    expect(told).toEqual([0, 1].flatMap((worker) => ["early", "late", "no more"].map((chunk) => [worker, chunk])));
  });

  it("gives up where no worker starts", async () => {
    const { pool, started } = createPool(2, true);
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
