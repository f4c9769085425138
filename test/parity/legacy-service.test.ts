import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import tls from "eslint-plugin-tls";
import { resolveSettings } from "tls-rules";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mendText } from "../../codemods/src/engine/mending/mend-text.js";
import { withAllFixes } from "../harness/with-all-fixes.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sample = join(root, "examples/legacy-service");
const { engines } = JSON.parse(readFileSync(join(sample, "package.json"), "utf8")) as {
  readonly engines: { readonly node: string };
};
const settings = { node: engines.node, level: "note" } as const;
const paths = ["src", "bin", "test"].flatMap((folder) =>
  readdirSync(join(sample, folder)).map((name) => `${folder}/${name}`),
);

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

describe("the sample service, with all grades applied", () => {
  const copy = mkdtempSync(join(tmpdir(), "tls-parity-"));

  beforeAll(() => {
    for (const folder of ["src", "bin", "test"]) cpSync(join(sample, folder), join(copy, folder), { recursive: true });
    const bin = join(root, "node_modules/jscodeshift/bin/jscodeshift.js");
    const transform = join(root, "codemods/dist/transforms/all.cjs");
    const options = [
      `--node=${engines.node}`,
      "--level=note",
      "--ask=true",
      "--extensions=js,mjs,ts",
      "--fail-on-error",
    ];
    execFileSync(process.execPath, [bin, "--cpus=1", "-t", transform, ...options, "src", "bin", "test"], {
      cwd: copy,
    });
  });

  afterAll(() => rmSync(copy, { recursive: true }));

  it.each(paths)("%s: the engine and the stock jscodeshift command give the same bytes", (path) => {
    const { text } = mendText(path, read(sample, path), resolveSettings(settings), {
      grades: ["fix", "upgrade", "ask"],
    });
    expect(read(copy, path)).toBe(text);
  });

  it.each(paths)("%s: ESLint's fixes and suggestions give the same bytes", (path) => {
    const linter = new Linter({ cwd: sample });
    const config: Linter.Config = {
      ...tls.configs.strict,
      files: ["**/*.{js,mjs,ts}"],
      settings: { tls: settings },
      languageOptions: { parser: typescriptParser },
    };
    const lint = (text: string) => linter.verify(text, [config], { filename: resolve(sample, path) });
    const source = read(sample, path);
    expect(withAllFixes(source, lint(source), lint)).toBe(read(copy, path));
  });

  it("changes something in many files, and leaves to a person what comments give a reason for", () => {
    expect(paths.filter((path) => read(sample, path) !== read(copy, path)).length).toBeGreaterThan(paths.length / 3);
  });
});
