import { chmodSync, cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { createRepository } from "../../codemods/test/harness/folder.js";
import { ask, plain, upgrade, upgraded } from "../../codemods/test/harness/samples.js";
import { createShell, example, root } from "./bench.js";

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly types: readonly string[];
}

const hooks: readonly Hook[] = parse(readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8"));

describe("git's own hook", () => {
  it("stops a commit of something weak and lets another pass", () => {
    const [repository, shell] = [createRepository({ "old.js": upgrade }), createShell()];
    const hook = join(repository.path, ".git/hooks/pre-commit");
    cpSync(join(root, "examples/pre-commit/git-hook.sh"), hook);
    chmodSync(hook, 0o755);
    repository.write({ "a.js": upgrade });
    const stopped = shell.run("git add a.js && git commit -m weak", repository.path);
    expect([stopped.code, stopped.stdout + stopped.stderr]).toEqual([1, expect.stringContaining("a.js\n  1:26")]);
    expect(stopped.stdout + stopped.stderr).not.toContain("old.js");
    repository.write({ "a.js": upgraded });
    expect(shell.run("git add a.js && git commit -m strong", repository.path).code).toBe(0);
    expect(repository.git("log", "--format=%s", "-1")).toBe("strong\n");
  });
});

describe(".pre-commit-hooks.yaml", () => {
  it("has what pre-commit asks of a hook", () => {
    expect(hooks.map(({ id }) => id)).toEqual(["tls-codemod", "tls-codemod-fix"]);
    for (const { name, entry, language, types } of hooks) expect([name !== "", entry.startsWith("npx --yes tls-codemod@"), language, types]).toEqual([true, true, "system", ["text"]]);
  });

  it("has a hook of `language: node` beside it, of a release that it names, which runs the same", () => {
    const [{ repo, hooks: local }] = parse(example("pre-commit/pre-commit-config.yaml")).repos;
    const { version } = JSON.parse(readFileSync(join(root, "codemods/package.json"), "utf8"));
    expect([repo, local]).toMatchObject([
      "local",
      [{ id: "tls-codemod", language: "node", types: ["text"], additional_dependencies: [`tls-codemod@${version}`] }],
    ]);
    expect(hooks[0]!.entry).toBe(`npx --yes tls-codemod@${version}${local[0].entry.replace("tls-codemod", "")}`);
    const [, entry] = /^entry: tls-codemod(.+)$/m.exec(example("pre-commit/README.md"))!;
    expect(hooks[1]!.entry).toBe(`npx --yes tls-codemod@${version}${entry}`);
  });

  it("fails on what is weak, and not on files that are nothing to it", () => {
    const [repository, shell] = [createRepository({}), createShell()];
    repository.write({ "a.js": upgrade, "b.md": "x", "c.js": plain });
    expect(shell.run(`${hooks[0]!.entry} a.js b.md c.js`, repository.path).code).toBe(1);
    expect(shell.run(`${hooks[0]!.entry} b.md c.js`, repository.path).code).toBe(0);
  });

  it("the other one upgrades what is staged, and fails on an error that needs a person", () => {
    const [repository, shell] = [createRepository({}), createShell()];
    repository.write({ "a.js": upgrade, "b.js": ask });
    repository.git("add", ".");
    expect(shell.run(`${hooks[1]!.entry} a.js`, repository.path).code).toBe(0);
    expect(repository.read("a.js")).toBe(upgraded);
    expect(shell.run(`${hooks[1]!.entry} b.js`, repository.path).code).toBe(1);
  });
});
