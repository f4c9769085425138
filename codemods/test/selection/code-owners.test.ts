import { describe, expect, it } from "vitest";
import { codeOwnersIn, parseCodeOwners } from "../../src/selection/code-owners.js";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { upgrade } from "../harness/samples.js";

// the examples of https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
const documented = `# This is a comment.
*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/docs/ @doctocat
**/logs @logs
/apps/github
with\\ space/ @spaced
`;

describe("who owns a file is", () => {
  it.each([
    ["README.md", "@global-owner1 @global-owner2"],
    ["src/a.js", "@js-owner"],
    ["src/deep/a.go", "docs@example.com"],
    ["build/logs/a/b.txt", "@logs"],
    ["other/build/logs.txt", "@global-owner1 @global-owner2"],
    ["sub/apps/a/b.js", "@octocat"],
    ["docs/deep/er.md", "@doctocat"],
    ["apps/github/a.js", ""],
    ["with space/a.js", "@spaced"],
  ])("of %s: %s", (path, owners) => expect(parseCodeOwners(documented)(path).join(" ")).toBe(owners));

  it("of a folder's files with `/*` those in it, and not those below", () => {
    const owners = parseCodeOwners("docs/* @writers\n");
    expect([owners("docs/a.md"), owners("docs/deep/a.md")]).toEqual([["@writers"], []]);
  });

  it("in a section of GitLab whom the section names", () => {
    const owners = parseCodeOwners("[Docs][2] @writers\n*.md\n^[Code]\n*.js @coders\n*.ts\n");
    expect([owners("a.md"), owners("a.js"), owners("a.ts")]).toEqual([["@writers"], ["@coders"], []]);
  });

  it("nobody where there is no such file, where it is no text, and of more entries than are tried", () => {
    expect(codeOwnersIn(createFolder({ "a.js": "" }).path)("a.js")).toEqual([]);
    expect(parseCodeOwners("* @all\n".repeat(3000))("a.js")).toEqual([]);
  });

  it("told in JSON, for each repository by its own file", async () => {
    const folder = createFolder({
      "one/.git/HEAD": "ref: refs/heads/main\n",
      "one/.github/CODEOWNERS": "src/ @one\n",
      "one/src/a.js": upgrade,
      "one/b.js": upgrade,
      "two/.git/HEAD": "ref: refs/heads/main\n",
      "two/CODEOWNERS": "* @two two@example.com\n",
      "two/a.js": upgrade,
    });
    const { stdout } = await run(folder, ["check", "one", "two", "--format", "json"]);
    const { findings } = JSON.parse(stdout) as { findings: readonly { path: string; owners: readonly string[] }[] };
    expect(findings.map(({ path, owners }) => [path, ...owners])).toEqual([
      ["one/b.js"],
      ["one/src/a.js", "@one"],
      ["two/a.js", "@two", "two@example.com"],
    ]);
  });
});
