import { chmodSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { upgrade, upgraded } from "../harness/samples.js";

/** State in git's own folder, as users have it. */
const env = { TLS_CODEMOD_STATE: "" };

it("puts back what fix has changed, byte for byte", async () => {
  const text = `\uFEFF// caf\u00e9\r\n${upgrade}// ${upgrade}`;
  const folder = createRepository({ "a.js": text, "sub/b.ts": upgrade });
  const before = [folder.bytes("a.js"), folder.bytes("sub/b.ts")];
  chmodSync(join(folder.path, "a.js"), 0o755);
  folder.commit();
  await run(folder, ["fix"], { env });
  expect(folder.read("sub/b.ts")).toBe(upgraded);
  const { exitCode, stdout } = await run(folder, ["undo"], { env });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^restored a\.js\nrestored sub\/b\.ts\n2 files restored as before the `fix` of \d{4}-/);
  expect([folder.bytes("a.js"), folder.bytes("sub/b.ts")]).toEqual(before);
  expect(statSync(join(folder.path, "a.js")).mode & 0o777).toBe(0o755);
  expect(folder.git("status", "--porcelain", "--ignored")).toBe("");
});

it("goes back one fix at a time", async () => {
  const folder = createRepository({ "a.js": upgrade, "b.js": upgrade });
  await run(folder, ["fix", "a.js"], { env });
  await run(folder, ["fix", "b.js"], { env });
  await run(folder, ["undo"], { env });
  expect([folder.read("a.js"), folder.read("b.js")]).toEqual([upgraded, upgrade]);
  await run(folder, ["undo"], { env });
  expect([folder.read("a.js"), folder.read("b.js")]).toEqual([upgrade, upgrade]);
  expect(await run(folder, ["undo"], { env })).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining(`There is no \`fix\` to undo in ${folder.path}.`),
  });
});

it("refuses a file that has changed since, restores the others, and can be tried again", async () => {
  const folder = createRepository({ "a.js": upgrade, "b.js": upgrade, "c.js": upgrade });
  await run(folder, ["fix"], { env });
  folder.write({ "a.js": `${upgraded}// later\n` });
  rmSync(join(folder.path, "c.js"));
  const { exitCode, stdout, stderr } = await run(folder, ["undo"], { env });
  expect(exitCode).toBe(4);
  expect(stderr).toBe(
    `refused: a.js was left as it is: it has changed in the meantime
refused: c.js was left as it is: it is gone, or a link to nothing (ENOENT)
`,
  );
  expect(stdout).toContain("1 file restored");
  expect([folder.read("a.js"), folder.read("b.js")]).toEqual([`${upgraded}// later\n`, upgrade]);
  folder.write({ "a.js": upgraded, "c.js": upgraded });
  expect((await run(folder, ["undo"], { env })).exitCode).toBe(0);
  expect([folder.read("a.js"), folder.read("c.js")]).toEqual([upgrade, upgrade]);
});

it("works from a subfolder, and on a folder that is named", async () => {
  const folder = createRepository({ "sub/a.js": upgrade });
  await run(folder, ["fix"], { env });
  await run(folder, ["undo"], { env, cwd: join(folder.path, "sub") });
  expect(folder.read("sub/a.js")).toBe(upgrade);
  await run(folder, ["fix"], { env });
  await run(createFolder(), ["undo", folder.path], { env });
  expect(folder.read("sub/a.js")).toBe(upgrade);
});

it("works without a repository, and keeps its journal in the user's state folder", async () => {
  const [folder, home] = [createFolder({ "src/a.js": upgrade }), createFolder()];
  const own = { env: { ...env, XDG_STATE_HOME: home.path } };
  await run(folder, ["fix", "--allow-no-vcs", "src"], own);
  expect(folder.read("src/a.js")).toBe(upgraded);
  expect(readdirSync(folder.path)).toEqual(["src"]);
  expect(readdirSync(home.path)).toEqual(["tls-codemod"]);
  await run(folder, ["undo"], { ...own, cwd: join(folder.path, "src") });
  expect(folder.read("src/a.js")).toBe(upgrade);
});

it("says where the journal could not be written, and then changes nothing", async () => {
  const folder = createRepository({ "a.js": upgrade });
  const { exitCode, stderr } = await run(folder, ["fix"], { env: { TLS_CODEMOD_STATE: join(folder.path, "a.js") } });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(
    /The journal for `tls-codemod undo` could not be written to .*a\.js.*: a part of its path is no folder \(ENOTDIR\)\. Nothing was changed\./,
  );
  expect(folder.read("a.js")).toBe(upgrade);
});
