import { describe, expect, it } from "vitest";
import { describeEnd, type WorkerEnd } from "../../src/engine/workers/worker-end.js";
import { megabytesPerWorker } from "../../src/engine/workers/worker-memory.js";

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

describe("the memory of a process that judges", () => {
  const gigabytes = 2 ** 30;
  it.each([
    [1, 64, 4096],
    [2, 8, 3072],
    [16, 32, 1536],
    [16, 4, 512],
  ])("with %i of them on a machine of %i GB is %i MB", (workers, machine, megabytes) => {
    expect(megabytesPerWorker(workers, machine * gigabytes)).toBe(megabytes);
  });

  it("is something on this machine", () => {
    expect(megabytesPerWorker(1)).toBeGreaterThanOrEqual(512);
  });
});
