import { readFileSync } from "node:fs";
import { Linter } from "eslint";
import tls from "eslint-plugin-tls";
import { parsePolicy } from "tls-policy";
import { defaultNodeRange } from "tls-rules/node-releases";
import { afterAll, describe, expect, it } from "vitest";
import { judgeC } from "../../codemods/test/c/judge-c.js";
import { judgePython } from "../../codemods/test/python/judge-python.js";
import { commands, helpOf, program } from "./cli-help.js";
import { blocksOf, type GuideBlock, guides } from "./guide-blocks.js";
import { createWorkbench } from "./workbench.js";

const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  scripts: Record<string, string>;
};
const workbench = createWorkbench();
afterAll(() => workbench.remove());

const messagesOf = (code: string) =>
  new Linter().verify(code, [{ settings: { tls: { node: defaultNodeRange } } }, tls.configs.recommended], {
    filename: "src/guide.js",
  });
const lint = (code: string) => messagesOf(code).map(({ ruleId, message }) => ruleId ?? message);
const rulesFoundIn = (code: string) => lint(code).map((name) => name.replace(/^tls(-warnings)?\//, ""));

/** Lints a bad line with the configuration of a guide, as ESLint would. */
const lintWithConfig = `
import { Linter } from "eslint";
import config from "./eslint.config.js";
const messages = new Linter().verify("require('https').get({ rejectUnauthorized: false });", config, { filename: "services/internal/client.js" });
console.log(messages.map(({ ruleId }) => ruleId).join());
`;

/** How a block is held to what its mark says; the mark's first word names the check. */
const checks: Readonly<Record<string, (block: GuideBlock) => unknown>> = {
  finds: ({ mark, code }) => expect(rulesFoundIn(code)).toEqual(mark.replace("finds ", "").split(", ")),
  reports: ({ code }) => {
    const comments = [...code.matchAll(/(?:^\/\/ .*\n)+/gm)].map(([lines]) =>
      lines
        .replace(/^\/\/ /gm, "")
        .trimEnd()
        .replaceAll("\n", " "),
    );
    expect(comments).not.toEqual([]);
    expect(messagesOf(code).map(({ message }) => message)).toEqual(comments);
  },
  configuration: async ({ code }) => {
    await workbench.run(
      { "guide.js": "", "tls-codemod.config.json": code },
      program,
      "check",
      "guide.js",
      "--no-gitignore",
    );
    workbench.discard("tls-codemod.config.json");
  },
  clean: ({ code }) => expect(rulesFoundIn(code)).toEqual([]),
  becomes: async ({ code, previous }) => {
    await workbench.run(
      { "guide.js": previous!.previous!.code },
      program,
      "fix",
      "guide.js",
      "--no-gitignore",
      "--allow-dirty",
      "--fail-on",
      "none",
    );
    expect(workbench.read("guide.js")).toBe(code);
  },
  "python:": async ({ mark, code }) => {
    const found = (await judgePython(code)).findings.map((finding) => finding.split(" ")[1]!);
    expect([...new Set(found)].sort()).toEqual(mark.replace("python:", "").trim().split(", ").sort());
  },
  "python-becomes": async ({ code, previous }) => expect((await judgePython(previous!.code)).fixed).toBe(code),
  "c:": async ({ mark, code }) => {
    const found = (await judgeC(code)).findings.map((finding) => finding.split(" ")[1]!);
    expect([...new Set(found)].sort()).toEqual(mark.replace("c:", "").trim().split(", ").sort());
  },
  "c-becomes": async ({ code, previous }) => expect((await judgeC(previous!.code)).asked).toBe(code),
  runs: async ({ code }) => void (await workbench.run({ "guide.mjs": code }, "guide.mjs")),
  "prints:": ({ code, previous }) => expect(previous!.mark, code).toBe("runs"),
  prints: async ({ code, previous }) =>
    expect(await workbench.run({ "guide.mjs": previous!.code }, "guide.mjs")).toBe(code),
  "eslint.config.js": async ({ code }) =>
    expect(
      await workbench.run(
        { "eslint.config.js": code, "lint.mjs": lintWithConfig, "package.json": '{ "type": "module" }' },
        "lint.mjs",
      ),
    ).toContain("tls/no-disabled-certificate-verification"),
  policy: ({ code }) => expect(parsePolicy(JSON.parse(code)).name).toBe("acme"),
  "accepted:": async ({ mark, code }) => {
    expect(lint(code.replace(/^\/\/.*\n/m, ""))).not.toEqual([]);
    if (mark === "accepted: eslint") expect(lint(code)).toEqual([]);
    else
      await workbench.run({ "guide.js": code }, program, "check", "guide.js", "--no-gitignore", "--fail-on", "finding");
  },
  "shown:": ({ mark }) => expect(mark.replace("shown:", "").trim(), "the reason why it is not run").not.toBe(""),
};

describe.each(guides)("%s", (guide) => {
  const blocks = blocksOf(guide);

  it.each(blocks.filter(({ language, mark }) => language !== "sh" || mark !== ""))(
    "says what is so on line $line: $mark",
    async (block) => {
      const check = checks[block.mark.split(" ", 1)[0]!];
      expect(check, `a mark before the block: ${Object.keys(checks).join(", ")}`).toBeDefined();
      await check!(block);
    },
  );

  it.each(linesOf(blocks))("names a command that there is: %s", (line) => {
    if (/^npm install --save-dev [a-z-]+$/.test(line) || /^node -p /.test(line)) return;
    const [, script] = /^npx pnpm@12 ([\w:-]+)/.exec(line) ?? [];
    if (script) expect(Object.keys(scripts)).toContain(script);
    const [, words] = /^(?:npx (?:pnpm@12 )?tls-codemod|node tools\/try\.js)\b(.*)$/.exec(line) ?? [];
    if (words === undefined) return expect(script, line).toBeDefined();
    const [first = ""] = words.trim().split(" ", 1);
    const command = /^\w/.test(first) ? first : "check";
    expect(commands()).toContain(command);
    const help = helpOf(command);
    for (const [, flag] of words.matchAll(/\s(--?[a-z][\w-]*)/g))
      expect(help).toMatch(new RegExp(`(^|[\\s,])${flag}\\b`));
  });
});

function linesOf(blocks: readonly GuideBlock[]): readonly string[] {
  const commandLines = blocks
    .filter(({ language, mark }) => language === "sh" && mark === "")
    .flatMap(({ code }) => code.trimEnd().split("\n"));
  return commandLines.map((line) => line.replace(/\s+#.*$/, ""));
}
