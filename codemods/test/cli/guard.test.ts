import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { plain, upgrade, upgraded } from "../harness/samples.js";

const mine = `// mine\n${upgrade}`;

describe("fix refuses", () => {
  it("a file with changes that are not committed, shows its lines and the command that overrides", async () => {
    const folder = createRepository({ "src/a.js": upgrade, "src/b.js": upgrade });
    folder.write({ "src/a.js": mine });
    const { exitCode, stdout, stderr } = await run(folder, ["fix", "src", "--ask"]);
    expect(exitCode).toBe(4);
    expect(stdout).toBe("");
    expect(stderr).toContain(
      `1 file to be changed has changes that are not committed. Nothing was changed.
   M src/a.js
        1 + // mine
Commit or stash them first`,
    );
    expect(stderr).toContain("To do it all the same: tls-codemod fix src --ask --allow-dirty\n");
    expect([folder.read("src/a.js"), folder.read("src/b.js")]).toEqual([mine, upgrade]);
  });

  it("from a subfolder, with the lines of each file counted as before and after, staged or not", async () => {
    const folder = createRepository({ "sub/a.js": `// one\n// two\n${upgrade}`, "sub/b.js": upgrade });
    folder.write({
      "sub/a.js": `// one\n${upgrade}// \u001b[31m\n`,
      "sub/b.js": `${Array.from({ length: 7 }, (_, index) => `// ${index}\n`).join("")}${upgrade}`,
    });
    folder.git("add", "sub/b.js");
    const { exitCode, stderr } = await run(folder, ["fix"], { cwd: join(folder.path, "sub") });
    expect(exitCode).toBe(4);
    expect(stderr).toBe(
      [
        "tls-codemod: 2 files to be changed have changes that are not committed. Nothing was changed.",
        "   M a.js",
        "        2 - // two",
        "        3 + // \\u001b[31m",
        "  M  b.js",
        ...[0, 1, 2, 3, 4].map((index) => `        ${index + 1} + // ${index}`),
        "            and 2 lines more",
        "Commit or stash them first, so that the edits stand alone.",
        "To do it all the same: tls-codemod fix --allow-dirty\n",
      ].join("\n"),
    );
  });

  it("names twenty files and counts the others", async () => {
    const names = Array.from({ length: 23 }, (_, index) => `${index + 10}.js`);
    const folder = createRepository({ "package.json": "{}" });
    folder.write(Object.fromEntries(names.map((name) => [name, upgrade])));
    const { stderr } = await run(folder, ["fix"]);
    expect(stderr).toContain(`  ?? 29.js
  and 3 files more
`);
  });

  it("before there is any commit", async () => {
    const folder = createFolder({ "a.js": upgrade });
    folder.git("init", "--quiet");
    folder.git("add", "a.js");
    expect(await run(folder, ["fix"])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining(`  A  a.js
Commit or stash`),
    });
  });

  it("a file that git does not know", async () => {
    const folder = createRepository({ "a.js": plain });
    folder.write({ "new.js": upgrade });
    expect(await run(folder, ["fix"])).toMatchObject({ exitCode: 4, stderr: expect.stringContaining("  ?? new.js\n") });
    expect(folder.read("new.js")).toBe(upgrade);
  });

  it("a file that git ignores", async () => {
    const folder = createRepository({ ".gitignore": "dist/\n" });
    folder.write({ "dist/a.js": upgrade });
    expect(await run(folder, ["fix", "--no-gitignore"])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining("  !! dist"),
    });
  });

  it("a staged change too, and then offers --allow-staged", async () => {
    const folder = createRepository({ "a.js": upgrade });
    folder.write({ "a.js": mine });
    folder.git("add", "a.js");
    expect(await run(folder, ["fix"])).toMatchObject({ exitCode: 4, stderr: expect.stringContaining("  M  a.js\n") });
    expect(await run(folder, ["fix"])).toMatchObject({
      stderr: expect.stringContaining("tls-codemod fix --allow-staged\n"),
    });
  });

  it("files in no repository", async () => {
    const folder = createFolder({ "a.js": upgrade });
    const { exitCode, stderr } = await run(folder, ["fix", "--", "a.js"]);
    expect(exitCode).toBe(4);
    expect(stderr).toContain("1 file to be changed is in no git repository");
    expect(stderr).toContain("tls-codemod fix --allow-no-vcs -- a.js\n");
    expect(folder.read("a.js")).toBe(upgrade);
  });

  it("when git cannot be run", async () => {
    const folder = createRepository({ "a.js": upgrade });
    folder.write({ ".git/config": "[core\n" });
    expect(await run(folder, ["fix"])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining("because git says: fatal: bad config"),
    });
  });
});

describe("fix goes on", () => {
  it("where other files have changes", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": plain, "c.js": plain });
    folder.write({ "b.js": `${plain}// more\n`, "new.js": plain });
    expect((await run(folder, ["fix"])).exitCode).toBe(0);
    expect(folder.read("a.js")).toBe(upgraded);
  });

  it.each([["--allow-dirty"], ["--allow-staged"], ["--staged"]])("with %s over a staged change", async (flag) => {
    const folder = createRepository({ "a.js": upgrade });
    folder.write({ "a.js": mine });
    folder.git("add", "a.js");
    expect((await run(folder, ["fix", flag])).exitCode).toBe(0);
    expect(folder.read("a.js")).toBe(`// mine\n${upgraded}`);
  });

  it("with --allow-staged, but not over changes that are not staged", async () => {
    const folder = createRepository({ "a.js": upgrade });
    folder.write({ "a.js": mine });
    folder.git("add", "a.js");
    folder.write({ "a.js": `// again\n${mine}` });
    expect(await run(folder, ["fix", "--allow-staged"])).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining("  MM a.js\n"),
    });
  });

  it("with --allow-no-vcs outside a repository", async () => {
    const folder = createFolder({ "a.js": upgrade });
    expect((await run(folder, ["fix", "--allow-no-vcs"])).exitCode).toBe(0);
    expect(folder.read("a.js")).toBe(upgraded);
  });

  it("from a subfolder, in each file's own repository", async () => {
    const folder = createRepository({ "sub/a.js": upgrade, "b.js": upgrade });
    folder.write({ "b.js": mine });
    expect((await run(folder, ["fix"], { cwd: join(folder.path, "sub") })).exitCode).toBe(0);
    expect([folder.read("sub/a.js"), folder.read("b.js")]).toEqual([upgraded, mine]);
  });

  it("check never asks git about changes", async () => {
    const folder = createRepository({ "a.js": plain });
    folder.write({ "a.js": upgrade });
    expect((await run(folder, ["check"])).exitCode).toBe(1);
  });
});
