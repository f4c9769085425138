import { describe, expect, it } from "vitest";
import { shareMemory } from "../../src/engine/workers/memory-budget.js";
import { describeEnd, type WorkerEnd } from "../../src/engine/workers/worker-end.js";

const ended = (end: Partial<WorkerEnd>) => describeEnd({ code: null, signal: null, said: "", megabytes: 1500, ...end });

describe("the end of a process that judges", () => {
  it.each<readonly [string, Partial<WorkerEnd>, RegExp]>([
    [
      "V8's heap",
      { signal: "SIGABRT", said: "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory" },
      /more memory than the 1500 MB/,
    ],
    ["V8's heap on Windows", { code: 134, said: "JavaScript heap out of memory" }, /more memory/],
    [
      "memory of C++",
      { signal: "SIGABRT", said: "terminate called after throwing an instance of 'std::bad_alloc'" },
      /more memory/,
    ],
    [
      "memory of V8 besides its heap",
      { signal: "SIGTRAP", said: "# Fatal process out of memory: Zone" },
      /more memory/,
    ],
    [
      "the same as it crashes",
      { signal: "SIGSEGV", said: "# Fatal process OOM in insufficient memory" },
      /more memory/,
    ],
    ["memory of Rust", { signal: "SIGABRT", said: "memory allocation of 1073741824 bytes failed" }, /more memory/],
    ["a stack", { signal: "SIGSEGV" }, /crashed \(signal SIGSEGV\); files that are nested/],
    ["a stack on macOS", { signal: "SIGBUS" }, /crashed \(signal SIGBUS\); files that are nested/],
    ["a stack on Windows", { code: 0xc00000fd }, /crashed \(exit code 3221225725\); files that are nested/],
    [
      "the system's memory",
      { signal: "SIGKILL" },
      /was killed \(signal SIGKILL\); a system that runs out of memory does that$/,
    ],
    ["somebody who ends it", { signal: "SIGTERM" }, /was killed \(signal SIGTERM\)$/],
    ["an abort", { signal: "SIGABRT", said: "Assertion failed" }, /was killed \(signal SIGABRT\)$/],
    ["its own exit", { code: 9 }, /ended \(exit code 9\)$/],
  ])("is told apart: %s", (_, end, reason) => {
    expect(ended(end)).toMatch(reason);
  });
});

describe("the memory of all processes", () => {
  const gigabytes = 2 ** 30;
  const shares = (
    jobs: number | "auto",
    budget: number | undefined,
    { memory = 8 * gigabytes, cores = 4, types = false } = {},
  ) => shareMemory({ jobs, budget }, types, { memory, cores });

  it.each([
    ["one process in 500 MB, however many cores there are", shares("auto", undefined, { cores: 64 }), 1],
    ["no more than there are cores", shares("auto", undefined, { cores: 1 }), 1],
    ["as many as are asked for", shares(16, undefined), 16],
    ["more where more may be used", shares("auto", 3e9, { cores: 8 }), 8],
    ["fewer than cores where it is too little for all", shares("auto", 1e9, { cores: 64 }), 2],
    ["at least one", shares("auto", 260e6), 1],
    ["with types as many as the machine can hold", shares("auto", undefined, { cores: 4, types: true }), 4],
  ])("%s", (_name, { workers }, count) => {
    expect(workers).toBe(count);
  });

  it("is shared out, and none has less than it needs", () => {
    expect(shares(1, 1e9).heaps.share).toBeGreaterThan(2 * shares(2, 1e9).heaps.share);
    expect(shares(100, undefined).heaps.share).toBe(100);
    expect(shares(1, 64e9).heaps.share).toBe(4096);
    expect(shares("auto", undefined, { types: true }).heaps.share).toBeGreaterThanOrEqual(1024);
  });

  it("is all for a file that is judged alone: of the budget, then of what was given, or else of the machine", () => {
    expect(shares("auto", 1e9).heaps).toMatchObject({ budget: 743, machine: 743 });
    expect(shares("auto", undefined, { memory: 2 * gigabytes }).heaps).toMatchObject({ budget: 266, machine: 1326 });
    expect(shares("auto", undefined, { memory: 64 * gigabytes }).heaps).toMatchObject({ budget: 266, machine: 4096 });
  });

  it("is something on this machine", () => {
    expect(shareMemory({ jobs: "auto", budget: undefined }, false).workers).toBeGreaterThanOrEqual(1);
  });
});
