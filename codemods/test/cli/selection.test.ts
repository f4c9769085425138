import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run, type RunOptions } from "../harness/run.js";
import { plain, upgrade } from "../harness/samples.js";
import { spawned } from "../harness/spawn.js";

/** What a check says about files. */
async function look(folder: Folder, words: readonly string[] = [], options: RunOptions = {}) {
  const { exitCode, stdout, stderr } = await run(folder, ["check", "--format", "json", ...words], options);
  if (stdout === "") return { exitCode, stderr, found: [] };
  const { findings, totals, skipped, errors } = JSON.parse(stdout);
  const found = findings.map(({ path }: { path: string }) => path);
  return { exitCode, stderr, found, totals: totals.files, skipped, errors };
}

describe("a folder", () => {
  it("is read with all that is in it, programs of every extension and the files around them", async () => {
    const names = ["a.js", "b.cjs", "c.mjs", "d.jsx", "e.ts", "f.cts", "g.mts", "h.tsx"];
    const other = {
      "x.json": "{}",
      "y.d.ts": "export {}",
      "z.md": "secureProtocol",
      ".env": "A=1",
      Dockerfile: "FROM node",
    };
    const folder = createFolder({ ...Object.fromEntries(names.map((name) => [`deep/er/${name}`, upgrade])), ...other });
    const { found, totals } = await look(folder);
    expect(found).toEqual(names.map((name) => `deep/er/${name}`));
    expect(totals).toEqual({ seen: 11, changed: 8, unchanged: 2, skipped: 1, failed: 0 });
  });

  it("has node_modules and .git left out, unless they are named", async () => {
    const folder = createFolder({ "a.js": upgrade, "node_modules/b/c.js": upgrade, ".git/hooks/d.js": upgrade });
    expect((await look(folder)).found).toEqual(["a.js"]);
    expect((await look(folder, ["node_modules/b"])).found).toEqual(["node_modules/b/c.js"]);
  });

  it("that holds nothing to read is an error when it is named, and none when it is not", async () => {
    const folder = createFolder({ "docs/a.md": "x" });
    expect(await look(folder, ["docs"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('"docs": there is no file to read (.js '),
    });
    expect((await look(folder)).exitCode).toBe(0);
  });

  it("has odd names: spaces, line breaks, other scripts, leading dashes", async () => {
    const names = [
      "-a.js",
      `a
b.js`,
      "a b.js",
      "caf\u00e9.js",
      "\u6587\u4ef6.js",
    ];
    const folder = createFolder(Object.fromEntries(names.map((name) => [name, upgrade])));
    expect((await look(folder)).found).toEqual(names);
    const { stdout } = await run(folder, []);
    expect(stdout).toContain("a\\nb.js");
  });
});

describe(".gitignore", () => {
  const files = {
    ".gitignore": `dist/
*.gen.js
!keep.gen.js
/top.js
`,
    "top.js": upgrade,
    "src/top.js": upgrade,
    "dist/a.js": upgrade,
    "src/a.gen.js": upgrade,
    "src/keep.gen.js": upgrade,
    "src/.gitignore": `secret.js
!b.gen.js
`,
    "src/secret.js": upgrade,
    "src/b.gen.js": upgrade,
    "other/secret.js": upgrade,
  };

  it("counts, those of folders below and above too, as git reads them", async () => {
    const folder = createRepository(files);
    const kept = ["other/secret.js", "src/b.gen.js", "src/keep.gen.js", "src/top.js"];
    expect((await look(folder)).found).toEqual(kept);
    expect((await look(folder, ["src"])).found).toEqual(kept.slice(1));
    expect((await look(folder, [], { cwd: join(folder.path, "src") })).found).toEqual(kept.slice(1));
    folder.git("rm", "-r", "--cached", "--quiet", ".");
    const known = execFileSync("git", ["ls-files", "--others", "--exclude-standard", "*.js"], {
      cwd: folder.path,
      encoding: "utf8",
    });
    expect(known.trim().split("\n")).toEqual(kept);
  });

  it("does not count with --no-gitignore", async () => {
    expect((await look(createRepository(files), ["--no-gitignore"])).found).toHaveLength(8);
  });

  it("does not count for what is named: a file or a folder", async () => {
    const folder = createRepository(files);
    expect((await look(folder, ["dist"])).found).toEqual(["dist/a.js"]);
    expect((await look(folder, ["src/secret.js"])).found).toEqual(["src/secret.js"]);
  });
});

describe("components and pages, whose scripts are programs", () => {
  const component = `<script>\n${upgrade}</script>\n`;

  it("are read where a script holds a word that a rule looks for, and only there", async () => {
    const folder = createFolder({
      "a.vue": component,
      "b.svelte": component,
      "c.vue": `<script>
</script>
`,
      "d.js": plain,
      "e.astro": `---\n${upgrade}---\n<p>text</p>\n`,
      "f.vue": `<template><p>${upgrade}</p></template>\n`,
    });
    const { found, skipped, totals } = await look(folder);
    expect(found).toEqual(["a.vue", "b.svelte", "e.astro"]);
    expect(skipped).toEqual([]);
    expect(totals).toMatchObject({ seen: 6 });
  });

  describe("pages", () => {
    const read = async (files: Readonly<Record<string, string | Uint8Array>>) =>
      (await look(createFolder({ "d.js": plain, ...files }))).found;

    it.each([
      ["a script", `<!doctype html>\n<script>\n${upgrade}</script>\n`],
      ["a module", `<script async type="module">${upgrade}</script>`],
      ["a script of an old kind, in capitals", `<SCRIPT TYPE='text/javascript'>${upgrade}</SCRIPT>`],
      ["a later script", `<script src="a.js"></script><p>text</p><script>${upgrade}</script >`],
      ["a script that does not end", `<script>${upgrade}`],
    ])("are read where %s holds such a word", async (_, text) => {
      expect(await read({ "a.html": text, "b.htm": text })).toEqual(["a.html", "b.htm"]);
    });

    it.each<readonly [string, string | Uint8Array]>([
      ["the text", `<script>start();</script>\n<pre>${upgrade}</pre>\n`],
      ["data", `<script type="application/json">{ "rejectUnauthorized": false }</script>`],
      ["a template", `<script type="text/x-template">${upgrade}</script>`],
      ["an attribute", `<script src="rejectUnauthorized.js" data-type="module"></script>`],
      ["bytes that are no text", Buffer.concat([Buffer.from([0]), Buffer.from(`<script>${upgrade}</script>`)])],
      ["a page that is too large to look into", `<script>${upgrade}</script>${" ".repeat(3_000_000)}`],
    ])("are not read for %s", async (_, text) => {
      expect(await read({ "a.html": text })).toEqual([]);
    });

    it("of reports hold none", async () => {
      const folder = createFolder({ "a.js": upgrade });
      await run(folder, ["-o", "html:report.html"]);
      expect(folder.read("report.html")).toContain("secureProtocol");
      expect(await look(folder)).toMatchObject({ skipped: [], totals: { seen: 2 } });
    });

    it("of any shape are looked into, and none for ever", async () => {
      // to look at each beginning up to the end would take hours
      expect(
        await read({
          "a.html": `${"<script ".repeat(300_000)}secureProtocol`,
          "b.html": `${"<!-- ".repeat(300_000)}<script>secureProtocol`,
          "c.html": `${`<script a="`.repeat(300_000)}secureProtocol`,
        }),
      ).toEqual([]);
    });
  });

  it("are left out where other types are asked for", async () => {
    expect((await look(createFolder({ "a.vue": component, "d.js": plain }), ["--ext", "js"])).totals).toMatchObject({
      seen: 1,
    });
  });
});

describe("--include, --exclude and --ext", () => {
  const files = {
    "src/a.js": upgrade,
    "src/a.test.js": upgrade,
    "src/b.ts": upgrade,
    "lib/c.js": upgrade,
    "src/d.es6": upgrade,
  };

  it.each([
    [
      ["--include", "src/**/*.js"],
      ["src/a.js", "src/a.test.js"],
    ],
    [
      ["--include", "lib/", "--include", "*.ts"],
      ["lib/c.js", "src/b.ts"],
    ],
    [
      ["--exclude", "*.test.js", "--exclude", "/lib"],
      ["src/a.js", "src/b.ts"],
    ],
    [
      ["--include", "src", "--exclude", "*.ts"],
      ["src/a.js", "src/a.test.js"],
    ],
    [
      ["--ext", "ts,.es6"],
      ["src/b.ts", "src/d.es6"],
    ],
  ])("%j", async (words, found) => {
    expect((await look(createFolder(files), words)).found).toEqual(found);
  });

  it("patterns start from the working folder", async () => {
    const folder = createFolder(files);
    expect((await look(folder, ["--exclude", "/a.js"], { cwd: join(folder.path, "src") })).found).toEqual([
      "a.test.js",
      "b.ts",
    ]);
  });

  it("a named file that they leave out is skipped by name", async () => {
    const { skipped } = await look(createFolder(files), ["src/a.js", "src/d.es6", "--exclude", "a.js"]);
    expect(skipped).toEqual([
      { path: "src/a.js", reason: "is left out by --include or --exclude" },
      { path: "src/d.es6", reason: expect.stringMatching(/^is of a type that is not read; these are: \.js /) },
    ]);
  });
});

describe("a path", () => {
  it("that is not there ends everything, with all such paths named", async () => {
    const folder = createFolder({ "src/a.js": upgrade });
    const { exitCode, stderr } = await look(folder, ["src", "scr", "a b.js"]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `tls-codemod: "scr": there is no such file or folder\n"a b.js": there is no such file or folder\nPaths are taken from ${folder.path}. Nothing was read.\n`,
    );
  });

  it("given twice, or inside another, is read once", async () => {
    const folder = createFolder({ "src/a.js": upgrade });
    expect(await look(folder, ["src", "src/a.js", "./src"])).toMatchObject({
      found: ["src/a.js"],
      totals: { seen: 1 },
    });
  });

  it("outside the working folder is read from the folder that holds all of them", async () => {
    const [here, there] = [createFolder({ "a.js": upgrade }), createFolder({ "b.js": upgrade })];
    expect((await look(here, [there.path])).found).toEqual(["b.js"]);
  });
});

describe("links", () => {
  it("are not followed: out of the root, in a loop, to nothing, to what has its own name", async () => {
    const [folder, outside] = [createFolder({ "src/a.js": upgrade }), createFolder({ "secret.js": upgrade })];
    const link = (target: string, name: string) => symlinkSync(target, join(folder.path, name));
    link(outside.path, "out");
    link(join(outside.path, "secret.js"), "out.js");
    link("a.js", "src/b.js");
    link("..", "src/up");
    link("missing.js", "gone.js");
    link("self.js", "self.js");
    const { exitCode, found, totals, skipped } = await look(folder);
    expect(found).toEqual(["src/a.js"]);
    expect(totals).toEqual({ seen: 7, changed: 1, unchanged: 0, skipped: 6, failed: 0 });
    expect(skipped).toEqual([
      { path: "gone.js", reason: "is a link that leads nowhere: it is gone, or a link to nothing (ENOENT)" },
      { path: "out", reason: `is a link that leads out of ${folder.path}` },
      { path: "out.js", reason: `is a link that leads out of ${folder.path}` },
      { path: "self.js", reason: "is a link that leads nowhere: its links form a loop (ELOOP)" },
      { path: "src/b.js", reason: "is a link to src/a.js, which is read under its own name" },
      { path: "src/up", reason: "is a link to ., which is read under its own name" },
    ]);
    expect(exitCode).toBe(1);
  });

  it("that are named are followed inside the root only", async () => {
    const [folder, outside] = [createFolder({ "src/a.js": upgrade }), createFolder({ "secret.js": upgrade })];
    symlinkSync("src", join(folder.path, "current"));
    symlinkSync(outside.path, join(folder.path, "out"));
    symlinkSync(join(outside.path, "secret.js"), join(folder.path, "out.js"));
    expect((await look(folder, ["current"])).found).toEqual(["src/a.js"]);
    expect(await look(folder, ["out"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('"out": is a link that leads out of'),
    });
    expect(await look(folder, ["out.js"])).toMatchObject({ found: [], skipped: [{ path: "out.js" }] });
  });
});

describe("what is no text to read", () => {
  it("is skipped by name and reason, and the others are done", async () => {
    const folder = createFolder({
      "a.js": upgrade,
      "binary.js": Buffer.from(`${upgrade}\0`),
      "big.js": `// ${"x".repeat(3_000_000)}\n${upgrade}`,
      "latin1.js": Buffer.from(`// caf\u00e9\n${upgrade}`, "latin1"),
      "utf16.js": Buffer.from(`\uFEFF${upgrade}`, "utf16le"),
    });
    execFileSync("mkfifo", [join(folder.path, "pipe.js")]);
    mkdirSync(join(folder.path, "folder.js"));
    const { found, skipped, totals, exitCode } = await look(folder);
    expect(found).toEqual(["a.js"]);
    expect(skipped).toEqual([
      { path: "big.js", reason: "is over 3 MB (3 MB); raise --max-file-size to read it" },
      { path: "binary.js", reason: "is binary: it holds NUL bytes" },
      { path: "latin1.js", reason: "is not valid UTF-8 (line 1); save it as UTF-8" },
      { path: "pipe.js", reason: "is no regular file" },
      { path: "utf16.js", reason: "is UTF-16; save it as UTF-8" },
    ]);
    expect(totals).toEqual({ seen: 6, changed: 1, unchanged: 0, skipped: 5, failed: 0 });
    expect(exitCode).toBe(1);
  });

  it("is read up to --max-file-size", async () => {
    const folder = createFolder({ "big.js": `// ${"x".repeat(3_000_000)}\n${upgrade}`, "small.js": upgrade });
    expect((await look(folder, ["--max-file-size", "4mb"])).found).toEqual(["big.js", "small.js"]);
    expect((await look(folder, ["--max-file-size", "10"])).totals).toMatchObject({ seen: 2, skipped: 2 });
  });

  it("fails by name where the name is not UTF-8", async () => {
    const folder = createFolder({ "a.js": upgrade });
    execFileSync("sh", ["-c", "printf x > \"$(printf 'b\\351.js')\""], { cwd: folder.path });
    expect(await look(folder)).toMatchObject({
      exitCode: 3,
      errors: [{ path: "b\uFFFD.js", reason: "cannot be read: its name is not valid UTF-8" }],
    });
  });
});

describe("--stdin-files", () => {
  it("reads a list by line or by NUL", async () => {
    const folder = createFolder({ "a.js": upgrade, "b c.js": upgrade, "d\ne.js": upgrade, "f.md": "x" });
    expect((await look(folder, ["--stdin-files"], { stdin: "a.js\r\nb c.js\nf.md\n" })).found).toEqual([
      "a.js",
      "b c.js",
    ]);
    expect((await look(folder, ["--stdin-files"], { stdin: "a.js\0d\ne.js\0" })).found).toEqual([
      "a.js",
      `d
e.js`,
    ]);
  });

  it("may be empty", async () => {
    expect(await look(createFolder({ "a.js": upgrade }), ["--stdin-files"])).toMatchObject({
      exitCode: 0,
      totals: { seen: 0 },
    });
  });

  it("fails for a file that is not there, and does the others", async () => {
    const result = await look(createFolder({ "a.js": upgrade }), ["--stdin-files"], {
      stdin: `gone.js
a.js`,
    });
    expect(result).toMatchObject({
      exitCode: 3,
      found: ["a.js"],
      errors: [{ path: "gone.js", reason: "there is no such file or folder" }],
    });
  });
});

describe("--since and --staged", () => {
  function changedRepository(): Folder {
    const folder = createRepository({
      "old.js": upgrade,
      "committed.js": plain,
      "edited.js": plain,
      "src/staged.js": plain,
      "gone.js": plain,
      "README.md": "x",
    });
    folder.git("tag", "start");
    folder.write({ "committed.js": upgrade });
    folder.commit();
    folder.write({ "edited.js": upgrade, "src/staged.js": upgrade, "new.js": upgrade, "README.md": "secureProtocol" });
    folder.git("add", "src/staged.js", "README.md");
    folder.git("rm", "--quiet", "gone.js");
    return folder;
  }

  it("--since: what has changed since, committed or not, and new files", async () => {
    const folder = changedRepository();
    expect((await look(folder, ["--since", "start"])).found).toEqual([
      "committed.js",
      "edited.js",
      "new.js",
      "src/staged.js",
    ]);
    expect((await look(folder, ["--since", "HEAD"])).found).toEqual(["edited.js", "new.js", "src/staged.js"]);
    expect((await look(folder, ["--since", "start", "src"])).found).toEqual(["src/staged.js"]);
  });

  it("--since looks at what the branch has changed, not at what others have done since", async () => {
    const folder = createRepository({ "a.js": plain, "theirs.js": upgrade });
    folder.git("checkout", "--quiet", "-b", "mine");
    folder.write({ "a.js": upgrade });
    folder.commit();
    folder.git("checkout", "--quiet", "main");
    folder.write({ "theirs.js": plain });
    folder.commit();
    folder.git("checkout", "--quiet", "mine");
    expect((await look(folder, ["--since", "main"])).found).toEqual(["a.js"]);
  });

  it("--staged: what is staged", async () => {
    expect((await look(changedRepository(), ["--staged"])).found).toEqual(["src/staged.js"]);
  });

  it("--staged notes what has further changes", async () => {
    const folder = changedRepository();
    folder.write({ "src/staged.js": `// more\n${upgrade}` });
    expect((await run(folder, ["--staged"])).stdout).toContain(
      "note: src/staged.js has changes that are not staged; it was read as it is in the working folder.\n",
    );
  });

  it("find nothing without changes, and that is no error", async () => {
    const folder = createRepository({ "a.js": upgrade });
    expect((await look(folder, ["--staged"])).exitCode).toBe(0);
    expect((await look(folder, ["--since", "HEAD"])).exitCode).toBe(0);
  });

  it.each([
    [["--since", "nowhere"], "--since nowhere: fatal: Not a valid object name nowhere"],
    [["--since", "HEAD", "--staged"], "--since and --staged cannot go together"],
  ])("%j says what is wrong", async (words, message) => {
    expect(await look(createRepository({ "a.js": upgrade }), words)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(message),
    });
  });

  it.each([
    [["--staged"], "--staged asks git, and git says of "],
    [["--since", "HEAD"], "--since HEAD: "],
  ])("%j says what git says where that fails", async (words, message) => {
    const folder = createRepository({ "a.js": upgrade });
    folder.write({ ".git/config": "[" });
    const { exitCode, stderr } = await run(folder, words);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).toContain("bad config line");
    expect(stderr).not.toContain("mistake");
  });

  it.each([[["--staged"]], [["--since", "HEAD"]]])("%j says that there is no git", async (words) => {
    const folder = createRepository({ "a.js": upgrade });
    const { code, stderr } = await spawned(folder, words, { env: { PATH: folder.path } });
    expect([code, stderr]).toEqual([2, expect.stringContaining("git could not be run: there is none on PATH.")]);
  });

  it("say that they need a repository", async () => {
    expect(await look(createFolder({ "a.js": upgrade }), ["--staged"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("is in no git repository"),
    });
  });
});

describe("--shard", () => {
  it("splits the files so that every file is in exactly one part", async () => {
    const names = Array.from({ length: 30 }, (_, index) => `src/${index}.js`).sort();
    const folder = createFolder(Object.fromEntries(names.map((name) => [name, upgrade])));
    const parts = await Promise.all([1, 2, 3].map((index) => look(folder, ["--shard", `${index}/3`])));
    expect(parts.flatMap(({ found }) => found).sort()).toEqual(names);
    for (const { totals } of parts) expect(totals.seen).toBeGreaterThan(0);
  });

  it("does not depend on where it is run", async () => {
    const folder = createRepository(
      Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`src/${index}.js`, upgrade])),
    );
    const fromRoot = await look(folder, ["--shard", "1/2"]);
    expect((await look(folder, ["--shard", "1/2"], { cwd: join(folder.path, "src") })).found).toEqual(fromRoot.found);
  });
});
