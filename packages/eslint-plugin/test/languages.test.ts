import json from "@eslint/json";
import { ESLint, Linter } from "eslint";
import tls from "eslint-plugin-tls";
import * as yml from "eslint-plugin-yml";
import { isYamlKind } from "tls-rules/other-files";
import { otherFileKind } from "tls-rules/other-files/candidates";
import { describe, expect, it } from "vitest";
import * as yamlParser from "yaml-eslint-parser";

const plugins = { json, yml } as unknown as NonNullable<Linter.Config["plugins"]>;

const workflow = `env:
  NODE_TLS_REJECT_UNAUTHORIZED: 0
  rejectUnauthorized: false
`;

function lint(filename: string, text: string, ...configs: readonly Linter.Config[]): readonly string[] {
  return new Linter()
    .verify(text, [{ plugins }, ...configs], { filename })
    .map(({ ruleId, message, messageId }) => `${ruleId ?? message} ${messageId}`);
}

describe("the configs for other languages", () => {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: [{ plugins }, tls.configs["package-json"], tls.configs.yaml],
  });

  it.each([
    "package.json",
    "apps/web/package.json",
    "compose.yaml",
    "compose.override.yml",
    "docker-compose.yml",
    "docker-compose-dev.yml",
    ".github/workflows/ci.yml",
    ".github/actions/setup/action.yml",
    "action.yaml",
    ".gitlab-ci.yml",
    "ci/deploy.gitlab-ci.yml",
    ".gitlab/ci/build.yml",
    "package-lock.json",
    "tsconfig.json",
    "decompose.yml",
    ".github/dependabot.yml",
    "config.yml",
  ])("hold for %s as the command line does", async (path) => {
    const config = (await eslint.calculateConfigForFile(path)) as Linter.Config | undefined;
    const kind = otherFileKind(path);
    expect(Object.keys(config?.rules ?? {}).length > 0).toBe(
      kind === "package-json" || (isYamlKind(kind) && kind !== "yaml"),
    );
  });

  it("name their files and language, and leave the plugin for the language to the user", () => {
    expect(tls.configs["package-json"]).toMatchObject({ name: "tls/package-json", language: "json/json" });
    expect(tls.configs.yaml).toMatchObject({ name: "tls/yaml", language: "yml/yaml" });
  });
});

describe("rules in a language that is not theirs", () => {
  const everywhere: Linter.Config = { ...tls.configs.strict, files: ["**/*"] };

  it("are silent, and those of the language are not", () => {
    const found = ["tls/no-process-wide-verification-opt-out optOut"];
    expect(
      lint(".github/workflows/ci.yml", workflow, everywhere, { files: ["**/*.yml"], language: "yml/yaml" }),
    ).toEqual(found);
    expect(
      lint(
        "package.json",
        '{ "scripts": { "a": "NODE_TLS_REJECT_UNAUTHORIZED=0 b" }, "rejectUnauthorized": false }',
        everywhere,
        { files: ["**/*.json"], language: "json/json" },
      ),
    ).toEqual(found);
  });

  it("leave JSON of other kinds alone", () => {
    expect(
      lint("config.json", '{ "rejectUnauthorized": false, "NODE_TLS_REJECT_UNAUTHORIZED": "0" }', everywhere, {
        files: ["**/*.json"],
        language: "json/json",
      }),
    ).toEqual([]);
  });

  it("ask programs for what they hand to processes", () => {
    const rules = { "tls/no-weak-node-flag": "error", "tls/no-disabled-registry-verification": "error" } as const;
    expect(
      lint(
        "src/start.js",
        "spawn('node --tls-min-v1.0 x', { env: { NODE_OPTIONS: '--tls-min-v1.0', npm_config_strict_ssl: 'false' } });",
        { plugins: { tls }, rules },
      ),
    ).toEqual(["tls/no-weak-node-flag lowersFloor", "tls/no-disabled-registry-verification disabled"]);
  });
});

it("YAML is also read through yaml-eslint-parser, as before languages", () => {
  const config: Linter.Config = {
    files: ["**/*.yml"],
    plugins: tls.configs.yaml.plugins!,
    rules: tls.configs.yaml.rules!,
    languageOptions: { parser: yamlParser },
  };
  expect(lint(".github/workflows/ci.yml", workflow, config)).toEqual([
    "tls/no-process-wide-verification-opt-out optOut",
  ]);
});
