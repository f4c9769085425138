import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Interruption } from "../../src/terminal/host.js";
import { createRepository, type Folder } from "../harness/folder.js";
import { run, startLocalWorker } from "../harness/run.js";
import { ask, broken, upgrade } from "../harness/samples.js";

const env = { TLS_CODEMOD_STATE: "" };

/** What a check prints, and which files it has judged anew. */
async function judged(folder: Folder, ...words: string[]) {
  const tasks: string[] = [];
  const startWorker = () => {
    const worker = startLocalWorker();
    return {
      ...worker,
      send: (message: Parameters<typeof worker.send>[0]) => (
        "task" in message && tasks.push(message.task.path),
        worker.send(message)
      ),
    };
  };
  const { stdout } = await run(folder, ["check", "--format", "json", ...words], { env, startWorker });
  return { tasks: tasks.sort(), stdout };
}

describe("--cache", () => {
  it("judges only what has changed, and says the same", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": ask, "broken.js": broken });
    const first = await judged(folder, "--cache");
    expect(first.tasks).toEqual(["a.js", "b.js", "broken.js"]);
    expect(await judged(folder, "--cache")).toEqual({ tasks: ["broken.js"], stdout: first.stdout });
    folder.write({ "b.js": upgrade });
    expect((await judged(folder, "--cache")).tasks).toEqual(["b.js", "broken.js"]);
  });

  it("forgets nothing that other options ask for, and mixes nothing up", async () => {
    const folder = createRepository({ "a.js": upgrade });
    const plainly = await judged(folder, "--profile", "modern");
    await judged(folder, "--cache");
    expect(await judged(folder, "--cache", "--profile", "modern")).toEqual({ tasks: ["a.js"], stdout: plainly.stdout });
    expect((await judged(folder, "--cache")).tasks).toEqual([]);
    expect((await judged(folder, "--cache", "--node", "22")).tasks).toEqual(["a.js"]);
  });

  it("judges anew where a file around it has changed, has come or has gone", async () => {
    const config = { "config.js": "exports.options = { minVersion: 'TLSv1' };\n" };
    const user = `const { options } = require('./config');
require('tls').connect(options);
`;
    const folder = createRepository({ ...config, "a.js": user });
    const first = await judged(folder, "--cache");
    expect(await judged(folder, "--cache")).toEqual({ ...first, tasks: [] });
    const steps: readonly (readonly [file: string, text: string | undefined])[] = [
      ["a.js", `${user}// changed\n`],
      ["b.js", user],
      ["b.js", `${user}console.log(options);\n`],
      ["b.js", undefined],
      ["package.json", '{ "name": "library" }\n'],
    ];
    for (const [file, text] of steps) {
      if (text === undefined) rmSync(join(folder.path, file));
      else folder.write({ [file]: text });
      const { tasks, stdout } = await judged(folder, "--cache");
      expect([file, text, tasks]).toEqual([file, text, ["config.js"]]);
      expect(JSON.parse(stdout).findings).toEqual(JSON.parse((await judged(folder)).stdout).findings);
      expect((await judged(folder, "--cache")).tasks).toEqual([]);
    }
  });

  it("lives in git's own folder", async () => {
    const folder = createRepository({ "a.js": upgrade });
    await judged(folder, "--cache");
    expect(folder.git("status", "--porcelain", "--ignored")).toBe("");
    expect(readdirSync(join(folder.path, ".git/tls-codemod/results"))).toHaveLength(1);
  });
});

it.each(["--cache", "--resume"])("%s says where nothing can be kept", async (flag) => {
  const folder = createRepository({ "a.js": upgrade });
  const { exitCode, stderr } = await run(folder, [flag], { env: { TLS_CODEMOD_STATE: join(folder.path, "a.js") } });
  expect([exitCode, stderr]).toEqual([
    2,
    expect.stringMatching(
      `^tls-codemod: ${flag}: nothing can be kept in .*: a part of its path is no folder \\(ENOTDIR\\)\\.\n`,
    ),
  ]);
});

describe("--resume", () => {
  it("takes up a run that was interrupted, and forgets it when it is complete", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": ask });
    const whole = await judged(folder);
    const interrupted = join(folder.path, ".git/tls-codemod/interrupted");
    await judged(folder, "--cache");
    const [name] = readdirSync(join(folder.path, ".git/tls-codemod/results"));
    const [first] = readFileSync(join(folder.path, ".git/tls-codemod/results", name!), "utf8").split("\n");
    folder.write({ [join(".git/tls-codemod/interrupted", name!)]: `${first}\n["cut off` });
    const resumed = await judged(folder, "--resume");
    expect(resumed.tasks).toHaveLength(1);
    expect(resumed.stdout).toBe(whole.stdout);
    expect(readdirSync(interrupted)).toEqual([]);
    expect((await judged(folder, "--resume")).tasks).toHaveLength(2);
  });

  it.each(["null", '["key"]', '["key", null]', "[]", '["cut off'])(
    "does not mind a line that no run has written: %s",
    async (line) => {
      const folder = createRepository({ "a.js": upgrade, "b.js": ask });
      await judged(folder, "--cache");
      const [name] = readdirSync(join(folder.path, ".git/tls-codemod/results"));
      folder.write({ [`.git/tls-codemod/results/${name}`]: line });
      expect((await judged(folder, "--cache")).tasks).toHaveLength(2);
      expect((await judged(folder, "--cache")).tasks).toEqual([]);
    },
  );

  it("keeps what was judged when the run is interrupted", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": ask });
    const controller = new AbortController();
    const asked: string[] = [];
    const startWorker = () => {
      const worker = startLocalWorker();
      const send: typeof worker.send = (message) => {
        if ("task" in message) asked.push(message.task.path);
        if (asked.length < 2) worker.send(message);
        else controller.abort(new Interruption("SIGINT"));
      };
      return { ...worker, send };
    };
    const interrupted = await run(folder, ["--resume", "-j", "1", "--format", "json"], {
      env,
      startWorker,
      signal: controller.signal,
    });
    expect(interrupted).toMatchObject({
      exitCode: 130,
      stdout: "",
      stderr: expect.stringContaining("stopped by SIGINT"),
    });
    expect((await judged(folder, "--resume")).tasks).toEqual([asked[1]]);
  });
});
