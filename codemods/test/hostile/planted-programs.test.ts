import { rmSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { upgrade } from "../harness/samples.js";
import { spawned } from "../harness/spawn.js";
import { plant, writeProgram } from "./planted.js";

const path = process.env["PATH"];

describe("doctor", () => {
  it.each([[["json.py", "ssl.py", "platform.py", "sitecustomize.py"]], [["json/__init__.py", "ssl/__init__.py"]]])(
    "imports none of %j of the working folder",
    async (names) => {
      const planted = plant();
      const folder = createFolder(Object.fromEntries(names.map((name) => [name, planted.python])));
      const { code, stdout } = await spawned(folder, ["doctor"]);
      expect([planted.hasRun(), code]).toEqual([false, 0]);
      expect(stdout).toMatch(/python3 \d/);
    },
  );

  it("runs no program of the repository, by whatever entry of PATH", async () => {
    const planted = plant();
    const repository = createRepository({ "package.json": "{}\n" });
    for (const name of ["node", "python3", "openssl", "git"])
      for (const folder of ["", "bin/", "node_modules/.bin/"])
        writeProgram(repository, `${folder}${name}`, planted.script);
    const { code } = await spawned(repository, ["doctor"], { env: { PATH: entriesOf(repository) } });
    expect([planted.hasRun(), code]).toEqual([false, 0]);
  });

  it("runs no program of the repository that a link outside leads to", async () => {
    const planted = plant();
    const repository = createRepository({ "package.json": "{}\n" });
    const program = writeProgram(repository, "tools/any", planted.script);
    const bin = createFolder();
    for (const name of ["node", "python3", "openssl"]) symlinkSync(program, join(bin.path, name));
    await spawned(repository, ["doctor"], { env: { PATH: `${bin.path}:${path}` } });
    expect(planted.hasRun()).toBe(false);
  });
});

/** A PATH on which a program is looked for in a repository, in every way that an entry may be written, before it is found elsewhere. */
function entriesOf({ path: root }: Folder): string {
  const absolute = ["node_modules/.bin", "bin", "sub/../bin/../x/../bin", ""].map((folder) => `${root}/${folder}`);
  return [...absolute, "bin", "", ".", path].join(":");
}

it("git is not taken from the repository, by whatever entry of PATH", async () => {
  const planted = plant();
  const repository = createRepository({ "a.js": upgrade });
  for (const folder of ["", "bin/", "node_modules/.bin/"]) writeProgram(repository, `${folder}git`, planted.script);
  for (const words of [["--format", "json"], ["--since", "HEAD"], ["--staged"], ["fix"]])
    await spawned(repository, words, { env: { PATH: entriesOf(repository) } });
  expect(planted.hasRun()).toBe(false);
});

describe("the editor of fix -i", () => {
  const edit = (repository: Folder, env: NodeJS.ProcessEnv) =>
    run(repository, ["fix", "-i"], { stdin: "e\n", isTerminal: true, env: { NO_COLOR: "1", ...env } });

  it.each([
    "a$(touch mark).js",
    "a`id`.js",
    'a";touch mark;".js',
    "a';touch mark;'.js",
    "-c touch.js",
    "a b.js",
    "a\nb.js",
  ])("does not see the name %j", async (name) => {
    const folder = createFolder();
    const { stderr } = await edit(createRepository({ [name]: upgrade }), {
      EDITOR: `sh -c 'printf "%s" "$#:$0:$1" > ${folder.path}/seen' editor`,
    });
    expect(stderr).not.toContain("ended with");
    expect(folder.read("seen")).toMatch(/^1:editor:.*\/draft\.js$/);
  });

  it("works in a folder of its own, and takes no program of the repository for the editor", async () => {
    const planted = plant();
    const repository = createRepository({ "a.js": upgrade });
    writeProgram(repository, "planted-editor", planted.script);
    writeProgram(repository, "node_modules/.bin/planted-editor", planted.script);
    for (const editor of ["./planted-editor", "planted-editor"])
      await edit(repository, { EDITOR: editor, PATH: `${join(repository.path, "node_modules/.bin")}:.:${path}` });
    expect(planted.hasRun()).toBe(false);
  });
});

describe("the configuration of a checkout's git", () => {
  const commands: readonly (readonly string[])[] = [
    ["check", "--format", "json"],
    ["check", "--since", "HEAD~1"],
    ["check", "--staged"],
    ["fix"],
  ];

  /** A repository with two commits and a file whose time has changed, another with a change, and one staged. */
  function checkout() {
    const repository = createRepository({ "a.js": upgrade, "b.js": upgrade, "c.js": upgrade });
    repository.write({ "b.js": `${upgrade}// second\n` });
    repository.git("commit", "--quiet", "--all", "-m", "second");
    repository.write({ "b.js": `${upgrade}// third\n`, "c.js": `${upgrade}// staged\n` });
    repository.git("add", "c.js");
    utimesSync(join(repository.path, "a.js"), new Date(), new Date(2001, 1));
    return repository;
  }

  type Checkout = ReturnType<typeof checkout>;
  const attributes = (repository: Checkout, text: string) =>
    repository.write({ ".git/info/attributes": `*.js ${text}\n` });

  const plantings: Readonly<Record<string, (repository: Checkout, command: string, script: string) => void>> = {
    "core.fsmonitor"(repository, _, script) {
      repository.git("config", "core.fsmonitor", writeProgram(repository, ".git/monitor", script));
    },
    "a clean filter"(repository, command) {
      repository.git("config", "filter.evil.clean", command);
      repository.git("config", "filter.evil.required", "true");
      attributes(repository, "filter=evil");
    },
    "a filter process"(repository, command) {
      repository.git("config", "filter.evil.process", command);
      attributes(repository, "filter=evil");
    },
    "a filter whose name holds an equals sign"(repository, command) {
      repository.write({ ".git/config": `${repository.read(".git/config")}[filter "e=v"]\n\tclean = "${command}"\n` });
      attributes(repository, "filter=e=v");
    },
    "a filter whose name holds dots, blanks and capitals"(repository, command) {
      repository.write({
        ".git/config": `${repository.read(".git/config")}[FILTER "E.vil"]\n\tClean = "${command}"\n`,
      });
      attributes(repository, "filter=E.vil");
    },
    "a filter of an included file"(repository, command) {
      repository.git("config", "include.path", "more");
      repository.write({ ".git/more": `[filter "evil"]\n\tclean = "${command}"\n` });
      attributes(repository, "filter=evil");
    },
    "a filter of the working tree's own configuration"(repository, command) {
      repository.git("config", "extensions.worktreeConfig", "true");
      repository.git("config", "--worktree", "filter.evil.clean", command);
      attributes(repository, "filter=evil");
    },
    textconv(repository, command) {
      repository.git("config", "diff.evil.textconv", `${command}; cat`);
      attributes(repository, "diff=evil");
    },
    "diff.external"(repository, _, script) {
      repository.git("config", "diff.external", writeProgram(repository, ".git/external", script));
    },
    "a diff command"(repository, _, script) {
      repository.git("config", "diff.evil.command", writeProgram(repository, ".git/command", script));
      attributes(repository, "diff=evil");
    },
    "a pager"(repository, command) {
      repository.git("config", "core.pager", command);
      for (const name of ["diff", "status", "config"]) repository.git("config", `pager.${name}`, command);
    },
    hooks(repository, _, script) {
      for (const name of ["post-index-change", "fsmonitor-watchman", "reference-transaction", "post-checkout"])
        writeProgram(repository, `.git/hooks/${name}`, script);
    },
    "hooks of another folder"(repository, _, script) {
      for (const name of ["post-index-change", "fsmonitor-watchman"]) writeProgram(repository, `h/${name}`, script);
      repository.git("config", "core.hooksPath", "h");
    },
    "the configuration of a submodule"(repository, _, script) {
      repository.git("init", "--quiet", "sub");
      repository.write({ "sub/d.js": "// sub\n" });
      repository.git("-C", "sub", "add", "d.js");
      repository.git("-C", "sub", "commit", "--quiet", "-m", "sub");
      repository.write({ ".gitmodules": '[submodule "sub"]\n\tpath = sub\n\turl = ./sub\n' });
      repository.git("add", "sub", ".gitmodules");
      repository.git("-C", "sub", "config", "core.fsmonitor", writeProgram(repository, ".git/monitor", script));
      repository.write({ "sub/d.js": "// changed\n" });
    },
    "a remote that missing objects are fetched from"(repository, command) {
      repository.git("config", "remote.origin.url", `ext::sh -c ${command.replaceAll(" ", "%20")}`);
      repository.git("config", "remote.origin.promisor", "true");
      repository.git("config", "remote.origin.uploadpack", command);
      repository.git("config", "protocol.ext.allow", "always");
      repository.git("config", "extensions.partialClone", "origin");
      repository.git("config", "core.repositoryFormatVersion", "1");
      const blob = repository.git("rev-parse", "HEAD:b.js").trim();
      rmSync(join(repository.path, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    },
  };

  it.each(Object.entries(plantings))("runs nothing: %s", async (_, planting) => {
    const planted = plant();
    const repository = checkout();
    planting(repository, planted.command, planted.script);
    for (const words of commands) {
      const { stderr } = await run(repository, words);
      expect([words, planted.hasRun(), stderr]).toEqual([words, false, expect.not.stringContaining("a mistake of")]);
      repository.write({ "b.js": `${upgrade}// third\n` });
      utimesSync(join(repository.path, "a.js"), new Date(), new Date(2001, 1));
    }
  });

  it("nor do variables of the environment", async () => {
    const planted = plant();
    const repository = checkout();
    const program = writeProgram(createFolder(), "program", planted.script);
    const names = ["GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH_COMMAND", "GIT_PROXY_COMMAND", "GIT_ASKPASS"];
    const env = Object.fromEntries(names.map((name) => [name, program]));
    for (const words of commands) await spawned(repository, words, { env });
    expect(planted.hasRun()).toBe(false);
  });

  it("looks into no other repository that the environment names", async () => {
    const other = createRepository({ "x.js": upgrade });
    other.git("remote", "add", "origin", "https://example.com/other.git");
    const repository = createRepository({ "a.js": upgrade });
    repository.git("remote", "add", "origin", "https://example.com/ours.git");
    const env = {
      GIT_DIR: join(other.path, ".git"),
      GIT_WORK_TREE: other.path,
      GIT_COMMON_DIR: join(other.path, ".git"),
    };
    const { stdout } = await spawned(repository, ["--format", "json"], { env });
    expect(JSON.parse(stdout).repo).toMatchObject({ url: "https://example.com/ours.git", dirty: false });
  });

  it("looks at no other working tree that the configuration names", async () => {
    const outside = createFolder({ "a.js": `${upgrade}// a secret\n` });
    const repository = checkout();
    repository.git("config", "core.worktree", outside.path);
    const { stdout, stderr } = await spawned(repository, ["fix", "a.js", "b.js"]);
    expect(stdout + stderr).not.toContain("a secret");
    expect(stderr).toContain("// third");
  });
});
