import { createRequire } from "node:module";
import json from "@eslint/json";
import { Linter } from "eslint";
import tls from "eslint-plugin-tls";
import warnings from "eslint-plugin-tls/warnings";
import { definePolicy } from "tls-policy";
import { isProgramRule, rules } from "tls-rules";
import { describe, expect, it } from "vitest";

const manifest = createRequire(import.meta.url)("../package.json");

const disabled = "require('tls').connect({ rejectUnauthorized: false });\n";
const undecided = "require('tls').connect({ rejectUnauthorized: strict });\n";

function lint(code: string, ...configs: readonly Linter.Config[]): readonly string[] {
  const messages = new Linter().verify(code, [{ files: ["**/*.js"] }, ...configs], { filename: "src/client.js" });
  return messages.map(({ ruleId, messageId }) => `${ruleId} ${messageId}`);
}

describe("the plugin", () => {
  it("says who it is", () => {
    expect(tls.meta).toEqual({ name: "eslint-plugin-tls", version: manifest.version, namespace: "tls" });
  });

  it("has every rule of tls-rules but the one for files that ESLint has no language for", () => {
    const names = rules.map(({ name }) => name);
    expect(names).toContain("no-weak-openssl-config");
    expect(Object.keys(tls.rules)).toEqual(names.filter((name) => name !== "no-weak-openssl-config"));
  });

  it("is for every language, so that a configuration with its rules is for whatever is linted", () => {
    for (const { meta } of Object.values(tls.rules)) expect(meta).toHaveProperty("languages", ["*"]);
    expect(
      new Linter().verify(
        "{}",
        [{ files: ["**/*.json"], plugins: { json }, language: "json/json" }, tls.configs.recommended],
        {
          filename: "data.json",
        },
      ),
    ).toEqual([]);
  });

  it("tells a rule's page, options and edits in its meta", () => {
    expect(tls.rules["no-disabled-certificate-verification"]!.meta).toMatchObject({
      type: "problem",
      hasSuggestions: true,
      docs: {
        recommended: true,
        url: `https://unpkg.com/eslint-plugin-tls@${manifest.version}/docs/rules/no-disabled-certificate-verification.md`,
      },
      schema: [
        { properties: { certainty: { enum: ["proven", "likely"] }, level: { enum: ["note", "warning", "error"] } } },
      ],
    });
  });

  it("declares as fixable exactly the rules with edits of grade fix", () => {
    const grades = new Map(rules.map(({ name, meta }) => [name, meta.grades]));
    const fixable = Object.entries(tls.rules).map(([name, { meta }]) => [name, meta?.fixable === "code"]);
    expect(fixable).toEqual(Object.keys(tls.rules).map((name) => [name, grades.get(name)!.includes("fix")]));
  });
});

describe("configs", () => {
  it("use the plugin object itself, so that they go with a user's own `plugins: { tls }`", () => {
    expect(Object.values(tls.configs).map(({ plugins }) => plugins!["tls"] === tls)).not.toContain(false);
    expect(lint(disabled, { plugins: { tls } }, tls.configs.recommended, tls.configs.strict)).toEqual([
      "tls/no-disabled-certificate-verification disabled",
    ]);
  });

  it("recommended holds the rules that say so, strict and all hold every rule about programs", () => {
    const twins = ({ name }: { readonly name: string }) => [`tls/${name}`, `tls-warnings/${name}`];
    const recommended = rules.filter(({ meta }) => meta.preset === "recommended").flatMap(twins);
    const all = rules.filter(isProgramRule).flatMap(twins);
    expect(Object.keys(tls.configs.recommended.rules!)).toEqual(recommended);
    expect(Object.keys(tls.configs.legacy.rules!)).toEqual(recommended);
    expect(Object.keys(tls.configs.strict.rules!)).toEqual(all);
    expect(Object.keys(tls.configs.all.rules!)).toEqual(all);
  });

  it("strict shows notes, which recommended and all leave out", () => {
    expect(lint(undecided, tls.configs.recommended)).toEqual([]);
    expect(lint(undecided, tls.configs.all)).toEqual([]);
    expect(lint(undecided, tls.configs.strict)).toEqual([
      "tls-warnings/no-disabled-certificate-verification undecided",
    ]);
  });

  it.each([
    ["a test", "test/client.js", disabled],
    ["a guard", "src/client.js", "if (process.env.LEGACY) require('tls').connect({ minVersion: 'TLSv1' });\n"],
    ["what is deprecated", "src/client.js", "require('tls').connect({ maxVersion: 'TLSv1.2' });\n"],
  ])("what the command line calls a warning is one: %s", (_, filename, code) => {
    for (const config of [tls.configs.recommended, tls.configs.all]) {
      const found = new Linter().verify(code, [{ files: ["**/*.js"] }, config], { filename });
      expect(found.map(({ ruleId, severity }) => `${severity} ${ruleId!.split("/", 1)[0]}`)).toEqual([
        "1 tls-warnings",
      ]);
    }
  });

  it("the rules' twins are the rules, for what is no error", () => {
    expect(warnings.meta).toEqual({
      name: "eslint-plugin-tls/warnings",
      version: manifest.version,
      namespace: "tls-warnings",
    });
    expect(Object.keys(warnings.rules)).toEqual(Object.keys(tls.rules));
    const config: Linter.Config = {
      plugins: { "tls-warnings": warnings },
      rules: { "tls-warnings/no-disabled-certificate-verification": ["error", { level: "note" }] },
    };
    expect(lint(disabled, config)).toEqual([]);
    expect(lint(undecided, config)).toEqual(["tls-warnings/no-disabled-certificate-verification undecided"]);
  });
});

describe("settings.tls", () => {
  const options = `const options = {};
options.rejectUnauthorized = false;
export default options;
`;

  it("chooses the certainty for all rules", () => {
    expect(lint(options, tls.configs.recommended)).toHaveLength(1);
    expect(lint(options, tls.configs.recommended, { settings: { tls: { certainty: "proven" } } })).toEqual([]);
  });

  it("yields to a rule's own options", () => {
    const settings = { tls: { level: "error" } };
    const rule = {
      "tls/no-disabled-certificate-verification": ["error", { level: "note" }],
    } satisfies Linter.RulesRecord;
    expect(lint(undecided, tls.configs.all, { settings })).toEqual([]);
    expect(lint(undecided, tls.configs.all, { settings, rules: rule })).toHaveLength(1);
  });

  it("takes an organisation's policy, made or as JSON has it", () => {
    const definition = { name: "acme", minVersion: "TLSv1.3" } as const;
    const tls12 = "require('tls').connect({ minVersion: 'TLSv1.2' });\n";
    const withPolicy = (policy: object) =>
      lint(tls12, tls.configs.recommended, { settings: { tls: { policy, node: ">=20" } } });
    expect(withPolicy({ name: "acme" })).toEqual([]);
    expect(withPolicy(definition)).toEqual(["tls-warnings/no-deprecated-protocol-version belowPolicy"]);
    expect(withPolicy(definePolicy(definition))).toEqual(withPolicy(definition));
  });

  it("chooses the releases of Node and the profile", () => {
    const old = "require('tls').connect({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });\n";
    const found = (settings: object) => lint(old, tls.configs.recommended, { settings: { tls: settings } });
    expect(found({ node: "12 - 16" })).not.toEqual(found({ node: ">=20" }));
    expect(
      lint("require('tls').connect({ minVersion: 'TLSv1.2' });\n", tls.configs.recommended, {
        settings: { tls: { profile: "modern" } },
      }),
    ).not.toEqual([]);
  });

  it.for<[string, unknown, string | RegExp]>([
    [
      "a name",
      { profil: "modern" },
      "`settings.tls.profil` is no setting. Use `profile`, `policy`, `node`, `certainty`, `level`, `types`.",
    ],
    ["a profile", { profile: "strong" }, '`profile` is "strong". Use `modern`, `intermediate`, `legacy`.'],
    [
      "a policy",
      { policy: "acme" },
      `The policy is not valid.
  $: `,
    ],
    [
      "a policy's minimum",
      { policy: { name: "acme", minVersion: "TLSv1.0" } },
      "$.minVersion: `TLSv1.0` is not a protocol version of Node.",
    ],
    ["a range", { node: "newest" }, "`newest` is not a range of Node releases. Write it as in `engines.node`"],
    ["a range without quotes", { node: 20 }, "`node` is 20. Write a range of releases in quotes"],
    ["a range that admits no release", { node: "<4" }, "`<4` admits no Node release"],
    ["a certainty", { certainty: "sure" }, '`certainty` is "sure". Use `proven`, `likely`.'],
    ["a level", { level: "info" }, '`level` is "info". Use `note`, `warning`, `error`.'],
    ["types", { types: true }, '`settings.tls.types` can only be "required".'],
    ["no object", "modern", '`settings.tls` is "modern". Write an object'],
  ])("refuses a wrong one on any file, instead of ignoring it: %s", ([, settings, message]) => {
    expect(() => lint("export const answer = 42;\n", tls.configs.recommended, { settings: { tls: settings } })).toThrow(
      message,
    );
  });
});

describe("a rule's options", () => {
  it.for<[object, string]>([
    [{ level: "info" }, '"info" should be equal to one of the allowed values'],
    [{ certainty: "sure" }, '"sure" should be equal to one of the allowed values'],
    [{ node: ">=20" }, 'Unexpected property "node". Expected properties: "certainty", "level"'],
  ])("%o are refused", ([options, message]) => {
    expect(() => lint(disabled, { plugins: { tls }, rules: { "tls/no-weak-group": ["error", options] } })).toThrow(
      message,
    );
  });
});

describe("a file without any option's name", () => {
  it("gives no visitor, and its tree is never touched", () => {
    const untouchable = new Proxy(
      {},
      {
        get: (_, key) => {
          throw new Error(`The tree was read (${String(key)}).`);
        },
      },
    );
    for (const rule of Object.values(tls.rules)) {
      const context = {
        cwd: "/app",
        filename: "/app/answer.js",
        settings: {},
        sourceCode: { text: "export const answer = 42;\n", ast: untouchable, scopeManager: untouchable },
      };
      expect(rule.create(context as never)).toEqual({});
    }
  });
});

describe("the path of a file", () => {
  it("tells tests from production code, whatever the slashes", () => {
    const level = {
      "tls/no-disabled-certificate-verification": ["error", { level: "error" }],
    } satisfies Linter.RulesRecord;
    const at = (cwd: string, filename: string) =>
      new Linter({ cwd }).verify(disabled, [{ files: ["**/*.js"], plugins: { tls }, rules: level }], { filename })
        .length;
    expect(at("/test/app", "/test/app/src/client.js")).toBe(1);
    expect(at("/app", "/app/test/client.js")).toBe(0);
  });
});
