import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { progressOf } from "../../src/terminal/progress.js";
import { createFolder } from "../harness/folder.js";
import { hasPseudoTerminals, onTerminal } from "../harness/pseudo-terminal.js";
import { run, type RunOptions, startLocalWorker } from "../harness/run.js";
import { upgrade } from "../harness/samples.js";

const eraseLine = "\r\u001b[K";

/** A worker that takes this long over each file, by the clock of the test. */
const slow = (milliseconds: number) => () => {
  const worker = startLocalWorker();
  const send: typeof worker.send = (message) => {
    if ("task" in message) vi.advanceTimersByTime(milliseconds);
    worker.send(message);
  };
  return { ...worker, send };
};

describe("progress, in words", () => {
  it.each([
    [{ seen: 5380, candidates: 40, judged: 19 }, 10, "5,380 files seen · 19 of 40 candidates judged"],
    [
      { seen: 99_349, candidates: 1107, judged: 500 },
      50,
      "99,349 files seen · 500 of 1,107 candidates judged · 10 a second · 61 s for those that wait",
    ],
    [
      { seen: 2_000_000, candidates: 27_000, judged: 3000 },
      400,
      "2,000,000 files seen · 3,000 of 27,000 candidates judged · 7.5 a second · 54 min for those that wait",
    ],
    [
      { seen: 2_000_000, candidates: 227_000, judged: 3000 },
      400,
      "2,000,000 files seen · 3,000 of 227,000 candidates judged · 7.5 a second · 8.3 h for those that wait",
    ],
  ])("%j after %i s", (counts, seconds, line) => {
    expect(progressOf(counts, seconds)).toBe(line);
  });
});

describe("progress", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
  afterEach(() => void vi.useRealTimers());

  const look = async (milliseconds: number, options: RunOptions) =>
    (await run(createFolder({ "a.js": upgrade }), [], { startWorker: slow(milliseconds), ...options })).stderr;

  it("is one line on standard error that is renewed, and gone in the end", async () => {
    const parts = (await look(1200, { isTerminal: true })).split(eraseLine);
    expect(parts.length).toBeGreaterThan(2);
    expect([parts[0], parts.at(-1)]).toEqual(["", ""]);
    for (const part of parts.slice(1, -1)) expect(part).toBe("1 files seen · 0 of 1 candidates judged");
  });

  it.each<readonly [string, number, RunOptions]>([
    ["in work that is soon done", 0, { isTerminal: true }],
    ["without a terminal", 1200, {}],
    ["in CI", 1200, { isTerminal: true, env: { CI: "true" } }],
    ["on a terminal that cannot take a line back", 1200, { isTerminal: true, env: { TERM: "dumb" } }],
  ])("says nothing %s", async (_, milliseconds, options) => {
    expect(await look(milliseconds, options)).toBe("");
  });
});

describe.runIf(hasPseudoTerminals())("the built program on a real terminal", () => {
  const files = { "0.js": upgrade, "1.js": upgrade };
  /** Makes a process that judges answer late. */
  const late = `--import=data:text/javascript,${encodeURIComponent(
    "const { send } = process; if (send) process.send = (...told) => setTimeout(() => send.apply(process, told), 1200);",
  )}`;

  it("shows its progress, takes it away, and then prints the report in colours", async () => {
    const printed = await onTerminal(createFolder(files), ["-j", "1"], { NODE_OPTIONS: late });
    const [before, ...parts] = printed.split(eraseLine);
    expect(before).toBe("");
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/^2 files seen · \d of 2 candidates judged$/);
    expect(parts.at(-1)).toContain("scanned 2 files");
    expect(parts.at(-1)).toContain("\u001b[4m0.js\u001b[24m");
  });

  it("shows none in CI, and no colour with NO_COLOR", async () => {
    const printed = await onTerminal(createFolder(files), [], {
      CI: "1",
      NO_COLOR: "1",
    });
    expect(printed).toContain("scanned 2 files");
    expect(printed).not.toContain("\u001b[");
    expect(printed).not.toContain("candidates judged");
  });
});
