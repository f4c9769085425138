import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { upgrade, upgraded } from "../harness/samples.js";
import { spawned } from "../harness/spawn.js";

/** Everything in a folder, by path. */
function contents(folder: Folder): Readonly<Record<string, string>> {
  const files = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.path.length),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

function link(folder: Folder, path: string, target: string): void {
  mkdirSync(dirname(join(folder.path, path)), { recursive: true });
  symlinkSync(target, join(folder.path, path));
}

/** A folder with a file that nobody has named. */
const elsewhere = () => createFolder({ victim: "as it was\n" });
const untouched = { "/victim": "as it was\n" };

describe("init", () => {
  it.each([
    [".github", ""],
    [".github/workflows", ""],
    [".github/workflows/tls.yml", "new.yml"],
    [".gitlab", ""],
    [".gitlab/tls.yml", "new.yml"],
    ["tls-codemod.config.json", "new.json"],
    ["eslint.config.mjs", "new.mjs"],
  ])("writes nothing through a link %s", async (path, target) => {
    const [repository, outside] = [createRepository({ "package.json": "{}\n" }), elsewhere()];
    if (path.startsWith(".gitlab")) repository.write({ ".gitlab-ci.yml": "stages: [test]\n" });
    link(repository, path, join(outside.path, target));
    const { code, stdout } = await spawned(repository, ["init", "--yes"]);
    expect([code, contents(outside)]).toEqual([0, untouched]);
    if (path.startsWith(".git")) expect(stdout).toContain(`A check in CI is left out: ${path} is a link`);
  });

  it("looks at nothing through a link", async () => {
    const [repository, outside] = [createRepository({}), createFolder({ "a.yml": "run: tls-codemod\n" })];
    link(repository, ".github/workflows", outside.path);
    expect((await spawned(repository, ["init"])).stdout).not.toContain("a.yml");
  });
});

describe("names of temporary files", () => {
  it.each<readonly [string, readonly string[]]>([
    [".tls-codemod-baseline.json", ["baseline"]],
    ["tls-options.json", ["-o", "gitlab:tls-options.json"]],
    ["sub/x.patch", ["--patch", "sub/x.patch"]],
  ])("of %s are not to be guessed", async (file, words) => {
    const [repository, outside] = [createRepository({ "a.js": upgrade }), elsewhere()];
    for (const name of [`${file}.${process.pid}.tmp`, `${file}.tmp`, `${file}~`, `.${file}.tmp`])
      link(repository, name, join(outside.path, "victim"));
    expect((await run(repository, words)).exitCode).toBeLessThan(2);
    expect([contents(outside), existsSync(join(repository.path, file))]).toEqual([untouched, true]);
  });

  it.each(["baseline", "report"])("a link in place of the %s is replaced, and not followed", async (kind) => {
    const [repository, outside] = [createRepository({ "a.js": upgrade }), elsewhere()];
    const name = kind === "baseline" ? ".tls-codemod-baseline.json" : "out.json";
    if (kind === "report") link(repository, name, join(outside.path, "victim"));
    const words = kind === "baseline" ? ["baseline"] : ["-o", name];
    await run(repository, words);
    expect([contents(outside), repository.read(name)]).toEqual([untouched, expect.stringContaining("schemaVersion")]);
  });
});

describe("a configuration", () => {
  const fields = ["baseline", "policy", "types"];
  const roundabouts: Readonly<Record<string, (outside: string) => string>> = {
    dots: (outside) => `../${outside.split("/").at(-1)}/deep/x.json`,
    "dots in the middle": (outside) => `sub/../../${outside.split("/").at(-1)}/deep/x.json`,
    "a link to a folder": () => "linked/deep/x.json",
    "a link to a file": () => "linked.json",
  };

  it.each(fields.flatMap((field) => Object.keys(roundabouts).map((way) => [field, way] as const)))(
    "names no file outside: %s by %s",
    async (field, way) => {
      const outside = createFolder({ "deep/x.json": '"npm_SECRET"' });
      const repository = createRepository({ "a.js": upgrade });
      link(repository, "linked", outside.path);
      link(repository, "linked.json", join(outside.path, "deep/x.json"));
      repository.write({ "tls-codemod.config.json": JSON.stringify({ [field]: roundabouts[way]!(outside.path) }) });
      const before = contents(outside);
      for (const words of [["check"], ["fix"], ["baseline"]]) {
        const { exitCode, stdout, stderr } = await run(repository, words);
        if (words[0] === "baseline" && field !== "baseline") expect(exitCode).toBe(2);
        expect([exitCode, stdout, stderr]).toEqual([2, "", expect.stringContaining(`\`${field}\``)]);
        expect(stderr).toMatch(/leads out of|is a link, which is not followed/);
        expect(stderr).not.toContain("SECRET");
      }
      expect(contents(outside)).toEqual(before);
    },
  );

  it("makes no folder outside", async () => {
    const [repository, outside] = [createRepository({ "a.js": upgrade }), elsewhere()];
    const path = `../${outside.path.split("/").at(-1)}/new/deep/x.json`;
    repository.write({ "tls-codemod.config.json": JSON.stringify({ baseline: path }) });
    expect((await run(repository, ["baseline"])).exitCode).toBe(2);
    expect(readdirSync(outside.path)).toEqual(["victim"]);
  });

  it("may name files of its repository, from a folder below too", async () => {
    const repository = createRepository({
      "sub/a.js": upgrade,
      "policies/acme.json": '{ "name": "acme", "extends": "modern" }\n',
      "sub/tls-codemod.config.json": '{ "policy": "../policies/acme.json", "baseline": "../b.json" }\n',
    });
    const sub = join(repository.path, "sub");
    expect((await run(repository, ["baseline"], { cwd: sub })).exitCode).toBe(0);
    expect((await run(repository, ["check"], { cwd: sub })).exitCode).toBe(0);
    expect(repository.read("b.json")).toContain("fingerprint");
  });

  it("the command line may name what it likes", async () => {
    const [repository, outside] = [createRepository({ "a.js": upgrade }), createFolder()];
    expect((await run(repository, ["baseline", "--baseline", join(outside.path, "b.json")])).exitCode).toBe(0);
    expect(outside.read("b.json")).toContain("fingerprint");
  });

  it.each([
    ["policy", '{ "name": npm_SECRET }'],
    ["baseline", "npm_SECRET"],
    ["baseline", `${"[".repeat(100_000)}npm_SECRET`],
  ])("that names a %s which is no JSON has none of its text shown", async (field, text) => {
    const repository = createRepository({ "a.js": upgrade, "x.json": text });
    repository.write({ "tls-codemod.config.json": JSON.stringify({ [field]: "x.json" }) });
    const { exitCode, stderr } = await run(repository, []);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("it is not JSON: line 1, column ")]);
    expect(stderr).not.toContain("npm_");
  });

  it.each(["tls-codemod.config.json", "package.json"])(
    "in %s that is no JSON has none of its text shown",
    async (name) => {
      const repository = createRepository({ "a.js": upgrade, [name]: '{ "engines": npm_SECRET' });
      const { stdout, stderr } = await run(repository, []);
      expect(stdout + stderr).not.toContain("npm_");
    },
  );
});

describe("files behind a linked folder", () => {
  /** A repository with a link to another one, whose file is committed there. */
  function linkedRepositories() {
    const other = createRepository({ "a.js": upgrade, "sub/b.js": upgrade });
    const repository = createRepository({ "own/c.js": upgrade, "own/deep/d.js": upgrade });
    link(repository, "packages", other.path);
    link(repository, "own/out", other.path);
    link(repository, "near", join(repository.path, "own"));
    repository.commit();
    return { repository, other };
  }

  it.each([
    [["packages/a.js"]],
    [["packages/sub/b.js"]],
    [["./packages/./sub/../a.js"]],
    [["own/out/a.js"]],
    [["own/../packages/a.js", "own/c.js"]],
    [["near/out/a.js"]],
  ])("are neither read nor edited: fix %j", async (paths) => {
    const { repository, other } = linkedRepositories();
    const { exitCode, stdout } = await run(repository, ["fix", "--allow-no-vcs", ...paths]);
    expect([other.read("a.js"), other.read("sub/b.js"), exitCode]).toEqual([upgrade, upgrade, 0]);
    expect(stdout).toContain("is a link that leads out of");
  });

  it("are refused where only a folder is named", async () => {
    const { repository, other } = linkedRepositories();
    for (const path of ["packages", "packages/", "packages/sub", "own/out/sub"]) {
      const { exitCode, stderr } = await run(repository, ["fix", path]);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining("is a link that leads out of")]);
    }
    expect(other.read("a.js")).toBe(upgrade);
  });

  it("are not edited when a list names them", async () => {
    const { repository, other } = linkedRepositories();
    const absolute = join(repository.path, "packages/sub/b.js");
    const { exitCode } = await run(repository, ["fix", "--stdin-files"], {
      stdin: `packages/a.js\n${absolute}\nown/c.js\n`,
    });
    expect([other.read("a.js"), other.read("sub/b.js"), repository.read("own/c.js")]).toEqual([
      ...[upgrade, upgrade, upgraded],
    ]);
    expect(exitCode).toBe(0);
  });

  it("are not edited from a folder below", async () => {
    const { repository, other } = linkedRepositories();
    await run(repository, ["fix", "../packages/a.js"], { cwd: join(repository.path, "own") });
    expect(other.read("a.js")).toBe(upgrade);
  });

  it("are edited under their own name where the link stays inside", async () => {
    const { repository } = linkedRepositories();
    const { stdout } = await run(repository, ["fix", "near/deep/d.js", "--format", "json"]);
    expect(JSON.parse(stdout).changed).toEqual(["own/deep/d.js"]);
    expect(repository.read("own/deep/d.js")).toBe(upgraded);
  });

  it("no report is written there, and no folder made", async () => {
    const [repository, outside] = [createRepository({ "a.js": upgrade }), elsewhere()];
    link(repository, "reports", outside.path);
    link(repository, "broken", join(outside.path, "missing"));
    for (const file of ["reports/x.json", "reports/new/x.json", "broken/x.json"]) {
      const { exitCode, stderr } = await run(repository, ["-o", file]);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining("is a link that leads out of")]);
    }
    expect([contents(outside), readdirSync(outside.path)]).toEqual([untouched, ["victim"]]);
  });
});

describe("the state folder", () => {
  const state = ".git/tls-codemod";
  const clean = { TLS_CODEMOD_STATE: "" };

  it.each([[state], [`${state}/fixes`]])("is not left through a link %s", async (path) => {
    const [repository, outside] = [createRepository({ "a.js": upgrade }), elsewhere()];
    link(repository, path, outside.path);
    const { exitCode, stderr } = await run(repository, ["fix"], { env: clean });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("is a link, which is not followed")]);
    expect([contents(outside), readdirSync(outside.path)]).toEqual([untouched, ["victim"]]);
    expect(repository.read("a.js")).toBe(upgrade);
  });

  it.each([["results"], ["interrupted"]])("keeps no results through a link %s", async (name) => {
    const [repository, outside] = [createRepository({ "a.js": upgrade }), elsewhere()];
    const words = name === "results" ? ["--cache"] : ["--resume"];
    link(repository, `${state}/${name}`, outside.path);
    const { exitCode, stderr } = await run(repository, words, { env: clean });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("is a link, which is not followed")]);
    expect(contents(outside)).toEqual(untouched);
  });

  it("keeps no results in a file that is a link", async () => {
    const [repository, outside] = [createRepository({ "a.js": upgrade }), elsewhere()];
    await run(repository, ["--cache"], { env: clean });
    const [name] = readdirSync(join(repository.path, state, "results"));
    const file = join(repository.path, state, "results", name!);
    renameSync(file, `${file}.old`);
    symlinkSync(join(outside.path, "victim"), file);
    expect((await run(repository, ["--cache"], { env: clean })).exitCode).toBe(2);
    expect(contents(outside)).toEqual(untouched);
  });

  it("writes its journal through no link that waits in a folder which others share", async () => {
    const [repository, outside, shared] = [createRepository({ "a.js": upgrade }), elsewhere(), createFolder()];
    const env = { TLS_CODEMOD_STATE: shared.path };
    await run(repository, ["fix"], { env });
    const [name] = readdirSync(shared.path);
    for (const number of ["000001", "000002", "000003"])
      link(shared, `${name}/fixes/${number}.jsonl.tmp`, join(outside.path, "victim"));
    repository.git("checkout", "--", ".");
    expect((await run(repository, ["fix"], { env })).exitCode).toBe(0);
    expect(contents(outside)).toEqual(untouched);
  });

  it.each([
    ["a .git file", (repository: Folder, other: string) => repository.write({ ".git": `gitdir: ${other}/.git\n` })],
    ["a linked .git", (repository: Folder, other: string) => link(repository, ".git", `${other}/.git`)],
  ])("is not in another repository, to which %s leads", async (_, lead) => {
    const [folder, other, home] = [
      createFolder({ "a.js": upgrade }),
      createRepository({ "a.js": upgrade }),
      createFolder(),
    ];
    lead(folder, other.path);
    const { exitCode } = await run(folder, ["fix", "--allow-dirty"], { env: { ...clean, XDG_STATE_HOME: home.path } });
    expect([exitCode, existsSync(join(other.path, state)), readdirSync(home.path)]).toEqual([
      0,
      false,
      ["tls-codemod"],
    ]);
  });

  it("is in git's folder of a worktree and of a submodule, which say that they belong together", async () => {
    const repository = createRepository({ "a.js": upgrade });
    repository.git("worktree", "add", "--quiet", "tree");
    const source = createRepository({ "b.js": upgrade });
    repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", source.path, "module");
    for (const [path, git] of [
      ["tree", ".git/worktrees/tree"],
      ["module", ".git/modules/module"],
    ]) {
      const { exitCode } = await run(repository, ["fix"], { cwd: join(repository.path, path!), env: clean });
      expect([exitCode, existsSync(join(repository.path, git!, "tls-codemod/fixes/000001.jsonl"))]).toEqual([0, true]);
    }
  });
});

describe("a report that is merged", () => {
  it("has no file outside looked at for its places", async () => {
    const [folder, outside] = [createFolder({ "a.js": upgrade }), createFolder({ "a.js": upgrade })];
    writeFileSync(join(folder.path, "r.json"), (await run(folder, ["--format", "json"])).stdout);
    const forged = folder
      .read("r.json")
      .replaceAll('"a.js"', JSON.stringify(`../${outside.path.split("/").at(-1)}/a.js`));
    folder.write({ "r.json": forged });
    const { stdout } = await run(folder, ["merge", "r.json", "--format", "rdjsonl", "--fail-on", "none"]);
    expect(JSON.parse(stdout).location.range.start).toEqual({ line: 1 });
  });
});
