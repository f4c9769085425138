import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Counts } from "../../src/engine/survey/counts.js";
import { progressOf, showProgress } from "../../src/terminal/progress.js";
import { createFleet } from "../harness/fleet.js";
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
    [{ seen: 5380, candidates: 40, judged: 19 }, 1.9, "5,380 files seen · 19 of 40 candidates judged"],
    [{ seen: 5380, candidates: 40, judged: 20 }, 0, "5,380 files seen · 20 of 40 candidates judged"],
    [
      { seen: 99_349, candidates: 1107, judged: 500 },
      10,
      "99,349 files seen · 500 of 1,107 candidates judged · 10 a second · 61 s for those that wait",
    ],
    [
      { seen: 2_000_000, candidates: 27_000, judged: 3000 },
      7.5,
      "2,000,000 files seen · 3,000 of 27,000 candidates judged · 7.5 a second · 54 min for those that wait",
    ],
    [
      { seen: 2_000_000, candidates: 227_000, judged: 3000 },
      7.5,
      "2,000,000 files seen · 3,000 of 227,000 candidates judged · 7.5 a second · 8.3 h for those that wait",
    ],
  ])("%j at %d a second", (count, perSecond, line) => {
    const counts = new Counts(() => ".");
    Object.assign(counts.total, count);
    expect(progressOf(counts, perSecond)).toBe(line);
  });

  it("names the repository that is being judged, and how far that is", () => {
    const counts = new Counts((path) => path.slice(0, path.lastIndexOf("/")), ["empty", "one"]);
    const paths = ["one/a.js", "one/b.js", "two/deep/a.js", "two/deep/b.js", "two/deep/c.js"];
    for (const path of paths) {
      counts.add("seen", path);
      counts.add("candidates", path);
    }
    expect(progressOf(counts, 0)).toBe("5 files seen · 0 of 5 candidates judged");
    for (const path of ["one/a.js", "two/deep/a.js", "two/deep/b.js"]) counts.add("judged", path);
    expect(progressOf(counts, 0)).toBe(
      "5 files seen · 3 of 5 candidates judged · repository 3 of 3: 2 of 3 in two/deep",
    );
    counts.add("judged", "one/b.js");
    expect(progressOf(counts, 0)).toContain(" · repository 2 of 3: 2 of 2 in one");
  });
});

describe("progress", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] }));
  afterEach(() => void vi.useRealTimers());

  const look = async (milliseconds: number, options: RunOptions, folder = createFolder({ "a.js": upgrade })) =>
    (await run(folder, ["-j", "1"], { startWorker: slow(milliseconds), ...options })).stderr;

  it("is one line on standard error that is renewed, and gone in the end", async () => {
    const parts = (await look(1200, { isTerminal: true })).split(eraseLine);
    expect(parts.length).toBeGreaterThan(2);
    expect([parts[0], parts.at(-1)]).toEqual(["", ""]);
    for (const part of parts.slice(1, -1)) expect(part).toBe("1 file seen · 0 of 1 candidates judged");
  });

  it("never takes more than the row that can be taken back", async () => {
    const fleet = () => createFleet({ 服務一: { "a.js": upgrade }, 服務二: { "a.js": upgrade, "b.js": upgrade } });
    const shownAt = async (columns: number) =>
      (await look(1200, { isTerminal: true, columns }, fleet())).split(eraseLine).slice(1, -1);
    const whole = "3 files seen · 2 of 3 candidates judged · repository 2 of 2: 1 of 2 in 服務二";
    expect((await shownAt(120)).at(-1)).toBe(whole);
    expect((await shownAt(78)).at(-1)).toBe(whole);
    expect((await shownAt(77)).at(-1)).toBe(
      "3 files seen · 2 of 3 candidates judged · repository 2 of 2: 1 of 2 in 服務…",
    );
    expect((await shownAt(20)).at(-1)).toBe("3 files seen · 2 o…");
  });

  it("counts a second's judgements in the last half minute, so that those from an earlier run do not count", () => {
    const counts = new Counts(() => ".");
    const shown = new PassThrough({ encoding: "utf8", highWaterMark: 1e6 });
    const end = showProgress({ stderr: Object.assign(shown, { isTTY: true }), env: {} }, counts);
    Object.assign(counts.total, { seen: 5000, candidates: 3000, judged: 2000 });
    const after = (seconds: number) => {
      for (let tenth = 0; tenth < seconds * 10; tenth++) {
        if (tenth % 5 === 0) counts.add("judged", "a.js");
        vi.advanceTimersByTime(100);
      }
      return (shown.read() as string).split(eraseLine).at(-1);
    };
    expect(after(5)).toContain(" · 2,010 of 3,000 candidates judged · 400 a second · ");
    expect(after(60)).toBe(
      "5,000 files seen · 2,130 of 3,000 candidates judged · 2 a second · 8 min for those that wait",
    );
    end();
  });

  it.each<readonly [string, RunOptions]>([
    ["without a terminal", {}],
    ["in CI", { isTerminal: true, env: { CI: "true" } }],
    ["on a terminal that cannot take a line back", { isTerminal: true, env: { TERM: "dumb" } }],
  ])("is a line a minute %s", async (_, options) => {
    const fleet = () => createFleet({ one: { "a.js": upgrade }, two: { "a.js": upgrade } });
    expect(await look(29_000, options, fleet())).toBe("");
    expect(await look(61_000, options, fleet())).toBe(
      "1 file seen · 0 of 1 candidates judged\n2 files seen · 1 of 2 candidates judged · repository 1 of 2: 1 of 1 in one\n",
    );
  });

  it("says nothing in work that is soon done", async () => {
    expect(await look(0, { isTerminal: true })).toBe("");
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
