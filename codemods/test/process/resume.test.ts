import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createFleet } from "../harness/fleet.js";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { ask, broken, upgrade } from "../harness/samples.js";
import { spawned, start } from "../harness/spawn.js";
import { stuck } from "./trapped-worker.js";

/** What interrupted runs have left in a state folder, by file. */
function leftIn(state: string): Readonly<Record<string, string>> {
  try {
    const files = readdirSync(state, { recursive: true, encoding: "utf8" }).filter((file) =>
      /\binterrupted\b.*\.jsonl$/.test(file),
    );
    return Object.fromEntries(files.map((file) => [file, readFileSync(join(state, file), "utf8")]));
  } catch {
    // it is not there yet, or not any more
    return {};
  }
}

/** How many judgements they have left. */
const judgementsIn = (state: string) =>
  Object.values(leftIn(state)).reduce((sum, text) => sum + text.split("\n").length - 1, 0);

interface Moment {
  /** How many judgements are kept. */
  readonly judgements: number;
  /** How much later it is, in milliseconds. */
  readonly later?: number;
}

/** Starts a run and kills it at a moment. Says whether it was still at work. */
async function killed(
  folder: Folder,
  words: readonly string[],
  state: string,
  { judgements, later = 0 }: Moment,
  options: Parameters<typeof start>[2],
): Promise<boolean> {
  const { child, ended } = start(folder, words, options);
  while (child.exitCode === null && judgementsIn(state) < judgements) await setTimeout(5);
  await setTimeout(later);
  child.kill("SIGKILL");
  return (await ended).signal === "SIGKILL";
}

describe("--resume after kill -9", () => {
  const files = {
    ...Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.js`, index % 2 ? upgrade : ask])),
    "broken.js": broken,
    // it is stuck until its time is over, so that there is somebody to kill
    "hit.js": upgrade,
    "last.js": upgrade,
  };
  const words = ["--resume", "--jobs", "1", "--timeout", "1", "--format", "json"];
  const options = { env: { NODE_OPTIONS: stuck } };

  it("says what a run says that nobody has killed, and counts every file, whenever it was killed", async () => {
    const folder = createRepository(files);
    const state = join(folder.path, ".git/tls-codemod");
    const { stdout: whole, code } = await spawned(folder, words.slice(1), options);
    const { totals, errors } = JSON.parse(whole);
    expect([code, totals.files]).toEqual([3, { seen: 11, changed: 5, unchanged: 4, skipped: 0, failed: 2 }]);
    expect(errors.map(({ path }: { path: string }) => path)).toEqual(["broken.js", "hit.js"]);
    expect(errors[1].reason).toBe("took more than 1 s; --timeout allows more");
    for (const judgements of [1, 4, 8]) {
      expect(await killed(folder, words, state, { judgements }, options), `after ${judgements} judgements`).toBe(true);
      expect(await spawned(folder, words, options), `after ${judgements} judgements`).toMatchObject({
        code,
        stdout: whole,
      });
      expect(leftIn(state)).toEqual({});
    }
  });
});

describe("a fleet after kill -9", () => {
  const user = "require('tls').connect(require('../config').options);\n";
  const python = "import ssl\nssl.create_default_context().minimum_version = ssl.TLSVersion.TLSv1\n";
  /** Repositories in which files are judged with their neighbours, alone, in another language, and not at all. */
  const repositories = Object.fromEntries(
    ["api", "billing", "deep/gateway", "mail"].map((name, at) => [
      name,
      {
        "package.json": `{ "engines": { "node": ">=${16 + at * 2}" } }`,
        "config.js": "exports.options = { minVersion: 'TLSv1' };\n",
        ...Object.fromEntries(Array.from({ length: 3 }, (_, index) => [`src/user-${index}.js`, user])),
        ...Object.fromEntries(
          Array.from({ length: 5 }, (_, index) => [`src/${index}.js`, (index + at) % 2 ? upgrade : ask]),
        ),
        "job.py": python,
        ...(at === 1 && { "broken.js": broken, "src/binary.js": "tls\0" }),
      },
    ]),
  );
  const judgedFiles = 28;
  /** Each judgement takes a while, so that a run can be killed between any two. */
  const late = `--import=data:text/javascript,${encodeURIComponent(
    "const { send } = process; if (send) process.send = (...told) => setTimeout(() => send.apply(process, told), 20);",
  )}`;
  const check = ["check", "--fail-on", "none", "--format", "json", "--jobs", "2"];

  /** Numbers below another one, the same in every run. */
  const numbersFrom = (seed: number) => (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };

  function plant() {
    const [fleet, state] = [createFleet(repositories), createFolder().path];
    return { fleet, state, options: { env: { NODE_OPTIONS: late, TLS_CODEMOD_STATE: state } } };
  }

  it.each([1, 2, 3])("says with --resume what a run says that nobody has killed: seed %i", async (seed) => {
    const below = numbersFrom(seed);
    const { fleet, state, options } = plant();
    const whole = await spawned(fleet, check, options);
    expect([whole.code, JSON.parse(whole.stdout).repositories.length]).toEqual([3, 4]);
    let judgements = 0;
    for (let kill = 0; kill < 3; kill++) {
      // the first may come before anything is judged, and the last when all is
      judgements += below(judgedFiles / 3 + 1);
      await killed(fleet, [...check, "--resume"], state, { judgements, later: below(60) }, options);
      if (judgementsIn(state) < judgements) judgements = 0;
    }
    expect((await spawned(fleet, [...check, "--resume"], options)).stdout).toBe(whole.stdout);
    expect(leftIn(state)).toEqual({});
  });

  it("keeps what a part has done while others of the same state folder end, and joins to the whole", async () => {
    const { fleet, state, options } = plant();
    const whole = await spawned(fleet, check, options);
    const part = (index: number) => [...check, "--resume", "--shard", `${index}/3`];
    expect(await killed(fleet, part(2), state, { judgements: 3 }, options)).toBe(true);
    const left = leftIn(state);
    const reports = createFolder();
    for (const index of [1, 3])
      reports.write({ [`${index}.json`]: (await spawned(fleet, part(index), options)).stdout });
    expect(leftIn(state)).toEqual(left);
    reports.write({ "2.json": (await spawned(fleet, part(2), options)).stdout });
    expect(leftIn(state)).toEqual({});
    expect((await spawned(reports, ["merge", ".", "--format", "json"])).stdout).toBe(whole.stdout);
  });

  it.each([1, 2])("writes with --resume what a fix writes that nobody has killed: seed %i", async (seed) => {
    const below = numbersFrom(seed);
    const textsOf = (fleet: Folder) =>
      Object.entries(repositories).flatMap(([name, files]) =>
        Object.keys(files).map((file) => fleet.read(join(name, file))),
      );
    const fix = ["fix", "--resume", "--ask", "--jobs", "2"];
    const [undisturbed, { fleet, state, options }] = [plant(), plant()];
    await spawned(undisturbed.fleet, fix, undisturbed.options);
    for (const judgements of [below(judgedFiles), judgedFiles])
      await killed(fleet, fix, state, { judgements, later: below(40) }, options);
    let { code } = await spawned(fleet, fix, options);
    // a lock is believed for a moment where its owner was killed before it had written its name
    for (let seconds = 0; code === 4 && seconds < 15; seconds++) {
      await setTimeout(1000);
      ({ code } = await spawned(fleet, fix, options));
    }
    expect(code).toBe(3);
    expect(textsOf(fleet)).toEqual(textsOf(undisturbed.fleet));
  });
});
