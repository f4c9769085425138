import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createFolder } from "../harness/folder.js";
import { upgrade } from "../harness/samples.js";
import { program, spawned } from "../harness/spawn.js";

/** Stands for a Node from 22.1 on, and says which folder its compile cache would be in. */
const spy = `data:text/javascript,${encodeURIComponent(`import module from "node:module";
module.enableCompileCache = (folder) => console.error("cache:" + folder);
(await import("node:module")).syncBuiltinESMExports();`)}`;

async function cacheFolder(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const folder = createFolder();
  const { stderr } = await spawned(folder, ["--version"], { env, nodeOptions: ["--import", spy] });
  expect(readdirSync(folder.path)).toEqual([]);
  return /^cache:(.*)$/m.exec(stderr)?.[1];
}

it("keeps compiled code in the user's own cache folder, or where the user says", async () => {
  const home = createFolder().path;
  expect(await cacheFolder({ HOME: home })).toBe(join(home, ".cache/tls-codemod"));
  expect(await cacheFolder({ HOME: home, XDG_CACHE_HOME: "/mine" })).toBe("/mine/tls-codemod");
  expect(await cacheFolder({ HOME: home, NODE_COMPILE_CACHE: "/chosen" })).toBe("/chosen");
});

it("has the processes that judge keep theirs there, and has them keep it before they are ended", async () => {
  const notes = createFolder();
  const told = (name: string) => JSON.stringify(join(notes.path, name));
  const spyOnBoth = `data:text/javascript,${encodeURIComponent(`import module from "node:module";
import { writeFileSync } from "node:fs";
module.enableCompileCache = () => undefined;
module.flushCompileCache = () => writeFileSync(${told("flushed")}, "");
(await import("node:module")).syncBuiltinESMExports();
if (process.send) writeFileSync(${told("worker")}, process.env.NODE_COMPILE_CACHE ?? "none");`)}`;
  const { code } = await spawned(createFolder({ "a.js": upgrade }), [], {
    env: { NODE_OPTIONS: `--import=${spyOnBoth}`, XDG_CACHE_HOME: notes.path },
  });
  expect([code, notes.read("worker"), notes.read("flushed")]).toEqual([1, join(notes.path, "tls-codemod"), ""]);
});

it("keeps none where that would be the working folder", async () => {
  expect(await cacheFolder({ HOME: "" })).toBeUndefined();
  expect(await cacheFolder({ HOME: createFolder().path, XDG_CACHE_HOME: "cache" })).toBeUndefined();
});

it("starts where the user has no home", () => {
  const missing = join(createFolder().path, "missing");
  const printed = execFileSync(process.execPath, [program, "--version"], { env: { HOME: missing }, encoding: "utf8" });
  expect(printed).toMatch(/^\d/);
});
