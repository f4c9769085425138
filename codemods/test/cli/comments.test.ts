import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, asked, manual, plain, upgrade, upgraded } from "../harness/samples.js";

const rule = "no-disabled-certificate-verification";

describe("@tls-codemod-ignore", () => {
  const statuses = async (text: string) =>
    JSON.parse((await run(createFolder({ "a.js": text }), ["--format", "json"])).stdout).findings.map(
      ({ status, reason }: { status: string; reason: string }) => [status, reason],
    );

  it.each([
    ["on the line above", `// @tls-codemod-ignore ${rule} -- a test box\n${ask}`],
    ["on the line itself", `/* @tls-codemod-ignore ${rule} -- a test box */ ${ask}`],
    ["behind the code", ask.replace("\n", ` // @tls-codemod-ignore ${rule} -- a test box\n`)],
    ["in a comment of several lines", `/*\n * @tls-codemod-ignore ${rule} -- a test box\n */\n${ask}`],
    ["for several rules", `// @tls-codemod-ignore no-weak-cipher-suite, ${rule} -- a test box\n${ask}`],
  ])("%s", async (_, text) => {
    expect((await statuses(text))[0]).toEqual(["suppressed", expect.stringMatching(/^a test box/)]);
  });

  it.each([
    ["two lines above", `// @tls-codemod-ignore ${rule} -- a test box\n\n${ask}`],
    ["below", `${ask}// @tls-codemod-ignore ${rule} -- a test box\n`],
    ["for another rule", `// @tls-codemod-ignore no-weak-cipher-suite -- a test box\n${ask}`],
    ["in a string", `const text = "@tls-codemod-ignore ${rule} -- a test box";\n${ask}`],
  ])("does not count %s", async (_, text) => {
    expect(await statuses(text)).toEqual([["new", null]]);
  });

  it("does not count without a reason, and says so", async () => {
    expect(await statuses(`// @tls-codemod-ignore ${rule}\n${ask}`)).toEqual([
      ["new", expect.stringContaining("gives no reason")],
    ]);
  });

  it("keeps a finding from failing a check and from being edited", async () => {
    const text = `// @tls-codemod-ignore ${rule} -- a test box\n${ask}${upgrade}`;
    const folder = createRepository({ "a.js": text });
    await run(folder, ["fix", "--ask", "--mark"]);
    expect(folder.read("a.js")).toBe(text.replace(upgrade, upgraded));
    expect((await run(folder, ["check"])).exitCode).toBe(0);
  });

  it("counts in the files around programs too", async () => {
    const folder = createFolder({
      ".env": `# @tls-codemod-ignore no-process-wide-verification-opt-out -- a test box
NODE_TLS_REJECT_UNAUTHORIZED=0
`,
    });
    expect(await run(folder, [])).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("1 suppressed") });
  });
});

describe("--mark", () => {
  it("leaves a comment at what is left to a person, and a second run adds none", async () => {
    const folder = createRepository({
      "a.js": `${upgrade}\nif (x) {\n\tfoo({\n\t\ttls: 1 });\n}\n${manual}`,
      "b.js": plain,
    });
    const { stdout } = await run(folder, ["fix", "--mark"]);
    const marked = folder.read("a.js");
    expect(marked).toContain(upgraded);
    expect(marked).toMatch(
      /connect\(\{ \/\* @tls-codemod-todo no-disabled-certificate-verification: `rejectUnauthorized: false` .*\. \*\/ rejectUnauthorized: insecure/,
    );
    expect(stdout).toContain("1 marker");
    folder.commit();
    await run(folder, ["fix", "--mark"]);
    expect(folder.read("a.js")).toBe(marked);
  });

  it("puts it on a line of its own where the finding begins one", async () => {
    const text = "require('tls').connect({\r\n\thost,\r\n\trejectUnauthorized: false,\r\n});\r\n";
    const folder = createRepository({ "a.js": text });
    await run(folder, ["fix", "--mark"]);
    const [first, host, marker, ...rest] = folder.read("a.js").split("\r\n");
    expect([first, host, ...rest].join("\r\n")).toBe(text);
    expect(marker).toMatch(/^\t\/\* @tls-codemod-todo no-disabled-certificate-verification: .* \*\/$/);
  });

  it("marks what --ask would edit only where that is not asked for", async () => {
    const folder = createRepository({ "a.js": ask });
    await run(folder, ["fix", "--mark", "--ask"]);
    expect(folder.read("a.js")).toBe(asked);
  });

  it("does not touch files that have no comments in the right form", async () => {
    const text = '{ "scripts": { "start": "NODE_TLS_REJECT_UNAUTHORIZED=0 node ." } }\n';
    const folder = createRepository({ "package.json": text });
    await run(folder, ["fix", "--mark"]);
    expect(folder.read("package.json")).toBe(text);
  });

  it("check fails while a marker remains, even where nothing else is found, and shows it", async () => {
    const folder = createFolder({ "a.js": `/* @tls-codemod-todo ${rule}: look at this */\n${plain}` });
    const { exitCode, stdout } = await run(folder, ["check"]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`a.js\n  1:1    todo  ${rule}  look at this\n`);
    expect((await run(folder, ["check", "--fail-on", "none"])).exitCode).toBe(0);
  });
});
