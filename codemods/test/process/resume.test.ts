import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createRepository, type Folder } from "../harness/folder.js";
import { ask, broken, upgrade } from "../harness/samples.js";
import { spawned, start } from "../harness/spawn.js";
import { stuck } from "./trapped-worker.js";

const kept = ".git/tls-codemod/interrupted";

/** How many judgements an interrupted run has left. */
function judgementsIn(folder: Folder): number {
  try {
    return readdirSync(join(folder.path, kept)).reduce(
      (sum, name) => sum + readFileSync(join(folder.path, kept, name), "utf8").split("\n").length - 1,
      0,
    );
  } catch {
    return 0;
  }
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
    const { stdout: whole, code } = await spawned(folder, words.slice(1), options);
    const { totals, errors } = JSON.parse(whole);
    expect([code, totals.files]).toEqual([3, { seen: 11, changed: 5, unchanged: 4, skipped: 0, failed: 2 }]);
    expect(errors.map(({ path }: { path: string }) => path)).toEqual(["broken.js", "hit.js"]);
    expect(errors[1].reason).toBe("took more than 1 s; --timeout allows more");
    for (const count of [1, 4, 8]) {
      const { child, ended } = start(folder, words, options);
      while (judgementsIn(folder) < count) await setTimeout(5);
      child.kill("SIGKILL");
      expect((await ended).signal, `after ${count} judgements`).toBe("SIGKILL");
      expect(await spawned(folder, words, options), `after ${count} judgements`).toMatchObject({ code, stdout: whole });
      expect(readdirSync(join(folder.path, kept))).toEqual([]);
    }
  });
});
