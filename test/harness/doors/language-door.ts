import { resolve } from "node:path";
import json from "@eslint/json";
import { Linter } from "eslint";
import tls from "eslint-plugin-tls";
import * as yml from "eslint-plugin-yml";
import { type Finding, rules, type SettingsInput } from "tls-rules";
import { defaultNodeRange } from "tls-rules/node-releases";
import { expect } from "vitest";
import { messageOf } from "./eslint-door.js";

const linter = new Linter({ cwd: resolve("") });

const plugins = { json, yml } as unknown as NonNullable<Linter.Config["plugins"]>;

/** The rules that are left to those who ask for them. */
const strict = Object.fromEntries(
  rules
    .filter(({ checkSetting, meta }) => checkSetting && meta.preset === "strict")
    .map(({ name }) => [`tls/${name}`, "error"] as const),
);

/** Holds that ESLint, through the plugins for JSON and YAML, reports of a file what the command line has found in it. */
export function assertSameInLanguages(
  path: string,
  text: string,
  tlsSettings: SettingsInput,
  findings: readonly Finding[],
): void {
  const configs: Linter.Config[] = [
    // this workspace names releases of its own
    { plugins, settings: { tls: { node: defaultNodeRange, ...tlsSettings } } },
    tls.configs["package-json"],
    { ...tls.configs["package-json"], rules: strict },
    tls.configs.yaml,
    { ...tls.configs.yaml, rules: strict },
  ];
  const messages = linter.verify(text, configs, { filename: resolve(path) });
  expect(messages, `messages of ESLint about ${path}`).toEqual(
    findings.map((finding) => ({ ...(messageOf(finding, text) as object), ...reportedBy(finding) })),
  );
}

/** The rule of the configurations that reports a finding: its twin what is no error, unless somebody asked for the rule itself. */
function reportedBy({ rule, level }: Finding): { readonly ruleId: string; readonly severity: 1 | 2 } {
  const isError = level === "error" || `tls/${rule}` in strict;
  return { ruleId: isError ? `tls/${rule}` : `tls-warnings/${rule}`, severity: isError ? 2 : 1 };
}
