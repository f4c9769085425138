import { describe, expect, it } from "vitest";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";

const env = { TLS_CODEMOD_STATE: "" };

interface Finding {
  readonly line: number;
  readonly rule: string;
}

async function found(text: string, path = "README.md"): Promise<readonly string[]> {
  const { stdout } = await run(createFolder({ [path]: text }), ["check", "--ext", "md,mdx", "--format", "json"], {
    env,
  });
  return (JSON.parse(stdout).findings as readonly Finding[]).map(({ line, rule }) => `${line} ${rule}`);
}

/** What `fix --ask` makes of a text. */
async function mended(text: string): Promise<string> {
  const folder = createFolder({ "README.md": text });
  await run(folder, ["fix", "--ask", "--ext", "md", "--allow-no-vcs"], { env });
  return folder.read("README.md");
}

const fenced = (language: string, code: string, fence = "```") => `${fence}${language}\n${code}\n${fence}\n`;
const agent = `const https = require("https");\nnew https.Agent({ rejectUnauthorized: false });`;
const disabled = "no-disabled-certificate-verification";

describe("code blocks of Markdown", () => {
  it.each([
    ["JavaScript", fenced("js", agent), [`3 ${disabled}`]],
    ["TypeScript with a title", fenced('ts title="a.ts"', agent), [`3 ${disabled}`]],
    ["words of a renderer", fenced("JavaScript{1,2}", agent), [`3 ${disabled}`]],
    ["Python", fenced("python", "import ssl\nssl._create_unverified_context()"), [`3 ${disabled}`]],
    [
      "C",
      fenced("c", "void f(SSL_CTX *c) { SSL_CTX_set_min_proto_version(c, TLS1_VERSION); }"),
      ["2 no-deprecated-protocol-version"],
    ],
    ["a shell", fenced("sh", "NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js"), ["2 no-process-wide-verification-opt-out"]],
    [
      "a Dockerfile",
      fenced("dockerfile", "FROM node\nENV NODE_TLS_REJECT_UNAUTHORIZED=0"),
      ["3 no-process-wide-verification-opt-out"],
    ],
    ["tildes", fenced("js", agent, "~~~"), [`3 ${disabled}`]],
    ["a fence in a longer one", fenced("js", `/*\n\`\`\`\n*/\n${agent}`, "`````"), [`6 ${disabled}`]],
    ["a block that is not closed", `# A\n\n\`\`\`js\n${agent}`, [`5 ${disabled}`]],
    ["a list", `1. A\n\n   \`\`\`js\n   ${agent.replace("\n", "\n   ")}\n   \`\`\`\n`, [`5 ${disabled}`]],
    ["line breaks of Windows", fenced("js", agent).replaceAll("\n", "\r\n"), [`3 ${disabled}`]],
    ["two of them", `${fenced("js", agent)}\n${fenced("js", agent)}`, [`3 ${disabled}`, `8 ${disabled}`]],
  ])("are read: %s", async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
    expect(await found(`\uFEFF${text}`, "guide.mdx")).toEqual(expected);
  });

  it.each([
    ["text", `Never write ${agent}\n`],
    ["an excerpt that is no program", fenced("js", "tls.connect({ ..., rejectUnauthorized: false })")],
    ["a language that is not read", fenced("java", agent)],
    ["no language", fenced("", agent)],
    ["a quotation", fenced("js", agent).replaceAll(/^/gm, "> ")],
    ["code in a line", "``` rejectUnauthorized: false ```\n"],
    ["a block that is closed", `${fenced("js", "x")}\nnew https.Agent({ rejectUnauthorized: false });\n`],
  ])("are all that is read: not %s", async (_, text) => {
    expect(await found(text)).toEqual([]);
  });

  it("are mended, and nothing else is", async () => {
    const text = (value: string) =>
      `# rejectUnauthorized: false\n\n- a\n  ${fenced("js", agent).replace("false", value).replaceAll("\n", "\n  ")}\n`;
    expect(await mended(text("false"))).toBe(text("true"));
  });

  it("keep a reason", async () => {
    expect(
      await found(fenced("js", agent.replace("\n", `\n// @tls-codemod-ignore ${disabled} -- an example\n`))),
    ).toEqual([`4 ${disabled}`]);
  });

  it("take a time that grows as the text does", async () => {
    expect(await found(`${"```".repeat(20_000)}\n${"~".repeat(50_000)}\n${"```js\n".repeat(10_000)}`)).toEqual([]);
  });
});

describe("a file of a type that is not read", () => {
  const reasons = async (files: Readonly<Record<string, string>>, ...words: readonly string[]) => {
    const { stdout } = await run(createFolder(files), ["check", "--format", "json", ...words], { env });
    const { skipped, totals } = JSON.parse(stdout);
    return { skipped, seen: totals.files.seen };
  };

  it("is named where it holds a word that a rule looks for", async () => {
    const files = {
      "a.js": "x\n",
      "b.md": agent,
      "c.md": "nothing\n",
      "d.ejs": agent,
      "e.coffee": agent,
      "f.ipynb": agent,
      "g.bin.md": `\0${agent}`,
      "h.txt": agent,
    };
    expect(await reasons(files)).toEqual({
      skipped: [
        { path: "b.md", reason: "is Markdown; --ext md,markdown,mdx reads the code blocks" },
        { path: "d.ejs", reason: "is a template; what it becomes can be read" },
        { path: "e.coffee", reason: "is CoffeeScript; what it becomes can be read" },
        { path: "f.ipynb", reason: "is a notebook; what it becomes can be read" },
      ],
      seen: 5,
    });
    expect(await reasons(files, "--exclude", "*.md", "--exclude", "[d-e].*")).toMatchObject({ seen: 2 });
    expect(await reasons(files, "--ext", "js")).toEqual({ skipped: [], seen: 1 });
  });

  it("is counted by kind, and named with --verbose", async () => {
    const folder = createFolder({ "a.js": "x\n", "b.md": agent, "c.md": agent, "d.ejs": agent });
    const few = await run(folder, ["check"], { env });
    expect(few.stdout).toContain("\nskipped: 3 files: is Markdown × 2, is a template × 1; --verbose names them\n");
    const all = await run(folder, ["check", "--verbose"], { env });
    expect(all.stdout.match(/^skipped: \S+/gm)).toEqual(["skipped: b.md", "skipped: c.md", "skipped: d.ejs"]);
  });
});
