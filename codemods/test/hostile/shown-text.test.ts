import { execFileSync } from "node:child_process";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/reports/formats/index.js";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run, type RunOptions } from "../harness/run.js";
import { broken, strong } from "../harness/samples.js";

/** What would be carried out, hidden, linked or closed if it were more than text. */
const nasty =
  "\n::set-output name=ok::pwned\r\n  ::error file=README.md::hacked\r::add-mask::e ##[set-output name=a]b ##vso[task.setvariable variable=a]b " +
  "\u001b[31mred\u001b]0;title\u0007\u009b2J \u202e\u2066\u200f </script><img src=x onerror=alert(1)> <!-- " +
  "fixes #12, closes owner/repo#3 and GH-4 !5 https://evil.example/a www.evil.example @octocat [x](y) ![x](y) `;=1+1\t=1+1";

/** The longest that a file name may be, without what it may not hold. */
const nastyNames = [
  "\n::set-output name=ok::pwned\n \t::error::x",
  "##[add-mask]e ##vso[task.complete] \u001b[31m\u009b2J\u202e",
  "=1+1;=1+1,closes #12 owner\u2028repo#3 <img src=x onerror=alert(1)>",
  "\r::warning::a",
].map((name) => name.replaceAll("/", ""));

const quoted = (text: string) => JSON.stringify(text).replaceAll("/", "\\/");
const inLine = nasty.replaceAll(/[\r\n]+/g, " ");

/** Each place of a repository that something is shown of, in this text. */
function createNasty(): Folder {
  const code = `require('tls').connect({ secureProtocol: 'TLS_method', ciphers: ${quoted(nasty)} }); // ${inLine}\n  ::set-output name=a::b;\n`;
  const template = `require('tls').connect({\n  secureProtocol: 'TLSv1_method', host: \`\n::set-output name=a::b\n  ::error::c ##[group]d\u001b[31m\`,\n});\n`;
  const files = {
    "code.js": code.replace(/\n {2}::.*\n$/, "\n"),
    "template.js": template,
    "comment.js": `/*\n ::error::c ##[group]d \u001b[31m\u202e\n*/ require('tls').connect({ minVersion: 'TLSv1' }); /*\n::set-output name=a::b\n*/\n`,
    "reason.js": `// @tls-codemod-ignore no-disabled-certificate-verification -- ${inLine}\nrequire('tls').connect({ rejectUnauthorized: false });\n`,
    "marker.js": `/* @tls-codemod-todo no-disabled-certificate-verification: ${inLine} */\n`,
    "guard.js": `if (insecure === ${quoted(nasty)}) require('tls').connect({ rejectUnauthorized: false });\n`,
    "package.json": JSON.stringify({
      engines: { node: nasty },
      scripts: { a: "NODE_TLS_REJECT_UNAUTHORIZED=0 node ." },
    }),
    "strong.js": strong,
    ".tls-codemod-baseline.json": JSON.stringify({
      schemaVersion: 1,
      findings: [{ path: `${nasty}.js`, rule: nasty, message: nasty, fingerprint: nasty }],
    }),
    ".gitattributes": "* -text\n",
    ...Object.fromEntries(
      nastyNames.flatMap((name) => [
        [`${name}.js`, template],
        [`broken${name}.js`, broken],
      ]),
    ),
  };
  return createRepository(files);
}

/** Why a text is more than text to a terminal or to the log of a pipeline; empty when it is not. */
function dangersOf(text: string): readonly string[] {
  return [
    ...text.matchAll(
      /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\r(?!\n)/g,
    ),
    ...text.matchAll(/^[^\S\r\n]*::.*/gm),
    ...text.matchAll(/##\w*\[.*/g),
  ].map(([found]) => JSON.stringify(found));
}

/** The commands of the format made for GitHub are its own: each is a line, and closed. */
const withoutOwnCommands = (text: string) =>
  text.replaceAll(/^::(?:error|warning|notice) file=[^:\n]*::(?=[^:\n])/gm, "");

const terminal: RunOptions = { isTerminal: true, columns: 80, env: { NO_COLOR: "1" } };
const githubLog: RunOptions = { env: { GITHUB_ACTIONS: "true" } };

const readable = Object.keys(formats).filter((name) => formats[name]!.reader !== "patch");

describe("what a repository holds is shown as text", () => {
  it.each(readable.flatMap((format) => [[format, "check", {}] as const, [format, "fix", terminal] as const]))(
    "in --format %s of %s",
    async (format, command, options) => {
      const { stdout, stderr } = await run(createNasty(), [command, "--format", format, "--verbose"], options);
      expect(stdout.length).toBeGreaterThan(100);
      expect(dangersOf(format === "github" ? withoutOwnCommands(stdout) : stdout)).toEqual([]);
      expect(dangersOf(stderr)).toEqual([]);
      if (format !== "pretty") expect(stderr.trimEnd().split("\n")).toHaveLength(nastyNames.length);
    },
  );

  it("in files", async () => {
    const results = createFolder();
    const outputs = readable.flatMap((format) => ["-o", `${format}:${join(results.path, format)}`]);
    await run(createNasty(), ["check", "--color", ...outputs]);
    for (const format of readable) {
      const text = results.read(format);
      expect(dangersOf(format === "github" ? withoutOwnCommands(text) : text), format).toEqual([]);
    }
  });
});

describe("--format github", () => {
  it("gives no command but its own, one for each finding, marker and file", async () => {
    const folder = createNasty();
    const { stdout } = await run(folder, ["check", "--format", "github"]);
    const { findings, markers, errors } = JSON.parse((await run(folder, ["check", "--format", "json"])).stdout);
    const open = findings.filter(({ status }: { status: string }) => status === "new");
    const commands = stdout.split(/\r\n|\r|\n/).filter((line) => line.trimStart().startsWith("::"));
    expect(commands).toHaveLength(open.length + markers.length + errors.length);
    for (const line of commands) expect(line).toMatch(/^::(error|warning|notice) file=/);
  });
});

describe("a diff", () => {
  it.each([["--diff"], ["--format", "diff"]])("is shown as text on a terminal: %s", async (...words) => {
    const { stdout, stderr } = await run(createNasty(), ["check", ...words], terminal);
    expect(stdout).toContain("+++ ");
    expect(dangersOf(stdout + stderr)).toEqual([]);
  });

  it("is the bytes of the files in a pipe, and in GitHub's log stands where no command is taken", async () => {
    const folder = createNasty();
    const { stdout: plain } = await run(folder, ["check", "--diff"]);
    expect(plain).toContain("\n ::set-output");
    const { stdout } = await run(folder, ["check", "--diff"], githubLog);
    const [, token, inside] = /^::stop-commands::(\S{20,})\n([^]*)::\1::\n$/.exec(stdout) ?? [];
    expect(inside).toBe(plain);
    expect(plain).not.toContain(token);
    const { stdout: again } = await run(folder, ["check", "--diff"], githubLog);
    expect(again).not.toContain(token);
    execFileSync("git", ["apply", "--check", "-"], {
      cwd: folder.path,
      input: stdout,
      stdio: ["pipe", "ignore", "pipe"],
    });
  });
});

describe("a pull request's body", () => {
  it("links, mentions and closes nothing", async () => {
    const { stdout } = await run(createNasty(), ["check", "--format", "md", "--fail-on", "none"]);
    // code is no text to GitHub
    const texts = new MarkdownIt({ html: true, linkify: true })
      .parse(stdout, {})
      .flatMap(({ children }) => children ?? [])
      .filter(({ type }) => type === "text" || type === "link_open")
      .map(({ content, attrs }) => content || String(attrs));
    expect(texts.join("\n")).toContain("fixes #");
    const linked = texts.filter((text) => text.startsWith("href,"));
    for (const address of linked)
      expect(address).toMatch(
        /^href,https:\/\/(?:nodejs\.org|www\.rfc-editor\.org|docs\.openssl\.org|unpkg\.com|datatracker\.ietf\.org|docs\.python\.org|cwe\.mitre\.org|nvd\.nist\.gov|robotattack\.org)\//,
      );
    // the text of a link is beside its address
    for (const text of texts.filter((each) => !each.startsWith("href,") && !linked.includes(`href,${each}`)))
      expect(text).not.toMatch(/#\w|@\w|\bGH-\d|!\d|\bwww\.|:\/\//);
  });
});

describe("what is said on the way", () => {
  const textOf = async (folder: Folder, words: readonly string[], options: RunOptions = {}) => {
    const { exitCode, stdout, stderr } = await run(folder, words, options);
    expect(dangersOf(stdout + stderr)).toEqual([]);
    return { exitCode, text: stdout + stderr };
  };

  it.each([
    ...nastyNames.map((name) => ["explain", `${name}.js:1`]),
    ["explain", "code.js:1"],
    ["explain", "guard.js:1"],
    ["explain", `broken${nastyNames[0]}.js:1`],
    ["explain", nasty],
    ["doctor"],
    ["baseline"],
    ["baseline", "--prune"],
    ["init"],
    ["list"],
    ["fix", "--mark"],
  ])("is text: %j", async (...words) => {
    expect((await textOf(createNasty(), words)).text).not.toBe("");
  });

  it.each([
    [`${nasty}.js`],
    [`--${nasty}`],
    ["--format", nasty],
    ["--rules", nasty],
    ["--profile", nasty],
    ["--policy", nasty],
    ["--config", nasty],
    ["--baseline", nasty],
    ["--node", nasty],
    ["--fail-on", nasty],
    ["--since", nasty],
    ["merge", nasty],
    ["undo", nasty],
    ["-o", `${nasty}:x`],
    ["--repos", nasty],
  ])("is text where it was typed: %j", async (...words) => {
    expect((await textOf(createFolder({ "a.js": strong }), words)).text).not.toBe("");
  });

  it("is text where work would be lost", async () => {
    const folder = createNasty();
    folder.write({ [`${nastyNames[0]}.js`]: `require('tls').connect({ minVersion: 'TLSv1' });\n\n// ${inLine}\n` });
    const { exitCode, text } = await textOf(folder, ["fix"]);
    expect(exitCode).toBe(4);
    expect(text).toContain("\\n::set-output");
  });

  it("is text where fixes are undone", async () => {
    const folder = createNasty();
    const state = createFolder();
    const env = { TLS_CODEMOD_STATE: state.path };
    await textOf(folder, ["fix"], { env });
    folder.write({ [`${nastyNames[0]}.js`]: strong });
    expect((await textOf(folder, ["undo"], { env })).exitCode).toBe(4);
  });

  it("is text in a question", async () => {
    const { stdout, stderr } = await run(createNasty(), ["fix", "-i"], {
      isTerminal: true,
      answers: ["y", "y", "y", "q"],
      env: { NO_COLOR: "1" },
    });
    // Node's own way to begin a line anew
    const text = stdout + stderr.replaceAll(/\u001b\[\d*[GJ]/g, "");
    expect(dangersOf(text)).toEqual([]);
    expect(text).toContain(",?] ");
  });

  it.each(["profile", "policy", "node", "types", "include", "baseline", "failOn", "rules", nasty])(
    "is text of a configuration: %j",
    async (field) => {
      for (const value of [nasty, [nasty], { [nasty]: 1 }]) {
        const folder = createFolder({
          "a.js": strong,
          "tls-codemod.config.json": JSON.stringify({ [field]: value }),
        });
        const { text } = await textOf(folder, []);
        expect(text).not.toContain("mistake");
      }
    },
  );

  it.each([`{ ${nasty}`, `{ "${inLine}": 1 }`, nasty])(
    "is text of files that are not what they should be: %j",
    async (text) => {
      for (const name of [
        "tls-codemod.config.json",
        ".tls-codemod-baseline.json",
        "package.json",
        ".gitignore",
        "tsconfig.json",
      ])
        await textOf(createFolder({ "a.js": strong, [name]: text }), []);
      const folder = createFolder({ "a.js": strong, "policy.json": text });
      expect((await textOf(folder, ["--policy", "policy.json"])).exitCode).toBe(2);
      expect((await textOf(folder, ["merge", "policy.json"])).exitCode).toBe(2);
      expect((await textOf(folder, ["--repos", "policy.json"])).exitCode).toBe(2);
    },
  );

  it("is text of an organisation's policy", async () => {
    const policy = { name: nasty, extends: nasty };
    const folder = createFolder({ "a.js": strong, "policy.json": JSON.stringify(policy) });
    await textOf(folder, ["--policy", "policy.json"]);
    folder.write({
      "policy.json": JSON.stringify({ name: nasty, extends: "modern" }),
      "b.js": "require('tls').connect({ minVersion: 'TLSv1' });",
    });
    await textOf(folder, ["--policy", "policy.json"]);
    await textOf(folder, ["explain", "b.js:1", "--policy", "policy.json"]);
  });

  it("is text of a report that another run is said to have written", async () => {
    const folder = createNasty();
    const report = JSON.parse((await run(folder, ["check", "--format", "json"])).stdout);
    const [finding] = report.findings;
    const names = [
      "rule",
      "messageId",
      "message",
      "remedy",
      "before",
      "after",
      "reason",
      "guard",
      "path",
      "repository",
    ];
    const forged = {
      ...report,
      tool: { ...report.tool, version: nasty },
      policy: { ...report.policy, profile: nasty, file: nasty },
      findings: [{ ...finding, ...Object.fromEntries(names.map((name) => [name, nasty])) }],
      markers: report.markers.map((marker: object) => ({ ...marker, rule: nasty, message: nasty })),
      staleBaseline: [{ path: nasty, rule: nasty }],
      errors: [{ path: nasty, reason: nasty }],
      skipped: [{ path: nasty, reason: nasty }],
      notes: [nasty],
    };
    folder.write({ "forged.json": JSON.stringify(forged), "real.json": JSON.stringify(report) });
    for (const words of [
      ["forged.json"],
      ["forged.json", "real.json"],
      ...Object.keys(formats).map((name) => ["forged.json", "--format", name]),
    ]) {
      const { stdout, stderr } = await run(folder, ["merge", ...words]);
      expect(dangersOf(words.includes("github") ? withoutOwnCommands(stdout) : stdout), words.join(" ")).toEqual([]);
      expect(dangersOf(stderr)).toEqual([]);
    }
  });
});
