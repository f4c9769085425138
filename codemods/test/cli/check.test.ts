import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, broken, fixable, manual, plain, strong, upgrade } from "../harness/samples.js";

/** The layout is this test's subject, not the time it takes nor what the rules say. */
function withoutWording(stdout: string): string {
  return stdout
    .replace(/ in \d+\.\d s/, " in 0.0 s")
    .replaceAll(/(error|warning|note)  ([\w-]+)  .*  \[/g, "$1  $2  MESSAGE  [");
}

describe("check", () => {
  it("shows no edit that is not made where another one does away with the finding", async () => {
    const folder = createFolder({
      "a.py": `import ssl\nc = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\n# the old server refuses anything newer\nc.minimum_version = ssl.TLSVersion.TLSv1\nprint(c)\nc.set_ciphers("AES128-SHA")\n`,
    });
    const { stdout } = await run(folder, ["check"]);
    expect(stdout).toContain("[ask]\n      | c.minimum_version = ssl.TLSVersion.TLSv1\n");
    expect(stdout).toContain('      - c.set_ciphers("AES128-SHA")\n');
    expect(stdout).toMatch(/next: tls-codemod fix {2,}apply 1 upgrade\n/);
  });

  it("shows every finding with its place and what fix would make of it", async () => {
    const folder = createFolder({
      "src/a.js": `// a client\n${upgrade}`,
      "src/b.js": ask,
      "package.json": '{ "engines": { "node": ">=18" } }',
    });
    const { exitCode, stdout, stderr } = await run(folder, ["check"]);
    expect(withoutWording(stdout)).toMatchInlineSnapshot(`
      "tls-codemod 0.0.0 · profile intermediate · Node >=18 (engines)
      scanned 3 files in 0.0 s · 2 parsed · 0 failed · 0 skipped

      src/a.js
        2:26   error  no-legacy-secure-protocol  MESSAGE  [upgrade]
            - require('tls').connect({ secureProtocol: 'TLS_method' });
            + require('tls').connect({ minVersion: 'TLSv1.2' });

      src/b.js
        1:26   error  no-disabled-certificate-verification  MESSAGE  [ask]
            | require('tls').connect({ rejectUnauthorized: false });
            |                          ^^^^^^^^^^^^^^^^^^^^^^^^^

       2 findings in 2 files · 2 errors · 1 upgrade · 1 ask
       error: the policy prohibits it · upgrade: stricter, so that old peers may stop connecting · ask: depends on facts outside the code
       next: tls-codemod fix                                apply 1 upgrade
             tls-codemod fix -i                             decide on 1 edit that may not suit every environment
             tls-codemod fix --mark                         also mark 1 place that needs a person
             tls-codemod explain no-legacy-secure-protocol  why, and what would change
      "
    `);
    expect(stderr).toBe("");
    expect(exitCode).toBe(1);
  });

  it("is what runs without a command", async () => {
    const folder = createFolder({ "a.js": upgrade });
    const [named, unnamed] = [await run(folder, ["check", "a.js"]), await run(folder, ["a.js"])];
    expect(unnamed.stdout.replace(/ in \d.*/, "")).toBe(named.stdout.replace(/ in \d.*/, ""));
    expect(unnamed.exitCode).toBe(1);
  });

  it("writes nothing", async () => {
    const folder = createRepository({ "a.js": upgrade, "b.js": ask });
    await run(folder, ["check", "--ask", "--mark"]);
    expect(folder.git("status", "--porcelain")).toBe("");
  });

  it("ends with 0 where there is nothing to find", async () => {
    const folder = createFolder({ "a.js": strong, "b.js": plain });
    expect(await run(folder, [])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("nothing found") });
  });

  it("names a file that does not parse, does the others, and ends with 3", async () => {
    const folder = createFolder({ "broken.js": broken, "good.js": upgrade });
    const { exitCode, stdout } = await run(folder, []);
    expect(stdout).toContain("failed: broken.js does not parse: broken.js:1:20 ");
    expect(stdout).toContain(`good.js
  1:26`);
    expect(exitCode).toBe(3);
  });

  it("parses nothing without a word that a rule looks for", async () => {
    const folder = createFolder({ "a.js": "this is no JavaScript at all" });
    const startWorker = () => {
      throw new Error("a worker was started");
    };
    expect(await run(folder, [], { startWorker })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("scanned 1 file in"),
    });
  });
});

describe("--fail-on", () => {
  it.each([
    ["none", upgrade + ask + manual, 0],
    ["error", upgrade, 1],
    ["error", manual, 0],
    ["manual", upgrade + ask, 0],
    ["manual", manual, 1],
    ["finding", manual, 1],
    ["finding", strong, 0],
    ["changed", ask, 0],
    ["changed", fixable, 1],
  ])("%s with %j ends with %i", async (condition, text, exitCode) => {
    const folder = createFolder({ "a.js": text });
    expect((await run(folder, ["--fail-on", condition])).exitCode).toBe(exitCode);
  });

  it("a failed file counts more than a finding", async () => {
    const folder = createFolder({ "a.js": upgrade, "b.js": broken });
    expect((await run(folder, ["--fail-on", "none"])).exitCode).toBe(3);
  });
});
