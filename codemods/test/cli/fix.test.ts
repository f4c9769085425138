import { chmodSync, linkSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, asked, broken, fixable, manual, plain, upgrade, upgraded } from "../harness/samples.js";

describe("fix", () => {
  it("applies the grades fix and upgrade, and nothing else", async () => {
    const folder = createRepository({ "a.js": upgrade + ask, "b.js": fixable, "c.js": plain, "d.js": manual });
    const { exitCode, stdout } = await run(folder, ["fix"]);
    expect([folder.read("a.js"), folder.read("b.js"), folder.read("c.js"), folder.read("d.js")]).toEqual([
      upgraded + ask,
      upgraded,
      plain,
      manual,
    ]);
    expect(folder.git("status", "--porcelain")).toBe(` M a.js
 M b.js
`);
    expect(stdout).toContain(
      "fixed 2 findings in 2 files · 2 findings left in 2 files · 1 error · 1 warning · 1 ask · 1 manual",
    );
    expect(exitCode).toBe(1);
  });

  it("changes nothing in a second run, and then check finds nothing to fix", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": fixable });
    expect((await run(folder, ["fix"])).exitCode).toBe(0);
    folder.commit();
    expect((await run(folder, ["fix"])).stdout).toContain("fixed 0 findings in 0 files");
    expect(folder.git("status", "--porcelain")).toBe("");
    expect((await run(folder, ["check"])).exitCode).toBe(0);
  });

  it.each([
    [["--ask"], upgraded + upgraded + asked],
    [["--only", "ask"], upgrade + fixable + asked],
    [["--only", "fix"], upgrade + upgraded + ask],
    [["--only", "upgrade,ask"], upgraded + fixable + asked],
  ])("%j decides which grades are applied", async (words, result) => {
    const folder = createRepository({ "a.js": upgrade + fixable + ask });
    await run(folder, ["fix", ...words]);
    expect(folder.read("a.js")).toBe(result);
  });

  it("keeps byte order mark, line endings, tabs and what it does not know", async () => {
    const text =
      "\uFEFF// caf\u00e9 \u{1F512}\r\nrequire('tls').connect({\r\n\tsecureProtocol: 'TLS_method', // TLS version\r\n\thost,\r});\n\n\n";
    const folder = createRepository({ "a.js": text });
    await run(folder, ["fix"]);
    expect(folder.read("a.js")).toBe(text.replace("secureProtocol: 'TLS_method'", "minVersion: 'TLSv1.2'"));
  });

  it("keeps the mode, and leaves a hard link's other name alone", async () => {
    const folder = createRepository({ "bin/run.js": upgrade });
    const file = join(folder.path, "bin/run.js");
    chmodSync(file, 0o751);
    folder.commit();
    linkSync(file, join(folder.path, "other-name"));
    await run(folder, ["fix"]);
    expect(statSync(file).mode & 0o7777).toBe(0o751);
    expect(folder.read("bin/run.js")).toBe(upgraded);
    expect(folder.read("other-name")).toBe(upgrade);
  });

  it("leaves no other file behind", async () => {
    const folder = createRepository({ "src/a.js": upgrade });
    await run(folder, ["fix"], { env: { TLS_CODEMOD_STATE: "" } });
    expect(readdirSync(join(folder.path, "src"))).toEqual(["a.js"]);
    expect(folder.git("status", "--porcelain", "--ignored")).toBe(" M src/a.js\n");
  });

  it("does the others where one does not parse, and ends with 3", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": broken });
    expect((await run(folder, ["fix"])).exitCode).toBe(3);
    expect([folder.read("a.js"), folder.read("b.js")]).toEqual([upgraded, broken]);
  });

  it("fails by default on errors that are left, and not on warnings", async () => {
    expect((await run(createRepository({ "a.js": ask }), ["fix"])).exitCode).toBe(1);
    expect((await run(createRepository({ "a.js": manual }), ["fix"])).exitCode).toBe(0);
    expect((await run(createRepository({ "a.js": ask }), ["fix", "--fail-on", "none"])).exitCode).toBe(0);
  });

  it("changes files in a folder below the repository's root, and names them as one would there", async () => {
    const folder = createRepository({ "packages/one/src/a.js": upgrade, "packages/two/b.js": upgrade });
    const { stdout } = await run(folder, ["fix"], { cwd: join(folder.path, "packages/one") });
    expect(stdout).toContain(`
changed: src/a.js  1 finding: no-legacy-secure-protocol
`);
    expect(folder.git("status", "--porcelain")).toBe(" M packages/one/src/a.js\n");
  });

  it("changes nothing where there would be more changes than --max-changes allows", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": upgrade });
    const { exitCode, stderr } = await run(folder, ["fix", "--max-changes", "1", "."]);
    expect(exitCode).toBe(4);
    expect(stderr).toContain("2 files would be changed, which is more than --max-changes 1. Nothing was changed.");
    expect(stderr).toContain("tls-codemod fix . --max-changes 2");
    expect(folder.git("status", "--porcelain")).toBe("");
    expect((await run(folder, ["fix", "--max-changes", "1", ".", "--max-changes", "2"])).exitCode).toBe(0);
  });
});
