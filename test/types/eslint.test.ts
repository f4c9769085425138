import { relative } from "node:path";
import type { ESLint } from "eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../hosts/hosts.js";
import type { TemporaryProject } from "../hosts/temporary-project.js";
import { type Certainty, typedCases } from "./cases.js";
import { caseFile, copies, type Copy, createTypedProject } from "./typed-project.js";

const packages = { eslint: "eslint", "@typescript-eslint/parser": "@typescript-eslint/parser" };

/** `typescript-eslint` takes the TypeScript that is installed; this has it take another. */
const otherTypescript = (folder: string) => `const Module = require("node:module");
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolve.call(Module, request === "typescript" ? ${JSON.stringify(folder)} : request, ...rest);
`;

const config = `import parser from "@typescript-eslint/parser";
import tls from "eslint-plugin-tls";
import ts from "typescript";

if (!ts.version.startsWith(process.env.TYPESCRIPT)) throw new Error("This is TypeScript " + ts.version);

export default ${JSON.stringify(copies)}.flatMap(({ folder, config, certainty }) => [
  { ...tls.configs[config], files: [folder + "/*.ts"] },
  { files: [folder + "/*.ts"], languageOptions: { parser }, settings: { tls: { certainty } } },
]);
`;

for (const [major, folder] of [
  ["5", "typescript-5"],
  ["6", "typescript"],
] as const) {
  describe(`ESLint with the types of TypeScript ${major}`, () => {
    let project: TemporaryProject;
    let reported: ReadonlySet<string>;

    beforeAll(() => {
      project = createTypedProject({ ...packages, typescript: folder });
      project.write({ "eslint.config.mjs": config, "typescript.cjs": otherTypescript(folder) });
      process.env["TYPESCRIPT"] = major;
      reported = reportedFiles(project);
    });

    afterAll(() => project.remove());

    it("proves what types prove and drops what they say is another's", () => {
      expect(described(certaintiesIn(reported, "typed"))).toEqual(described(typedCases.map(({ typed }) => typed)));
    });

    it("goes by shapes without types", () => {
      expect(described(certaintiesIn(reported, "recommended"))).toEqual(
        described(typedCases.map(({ untyped }) => untyped)),
      );
    });
  });
}

function described(certainties: readonly Certainty[]): readonly string[] {
  return typedCases.map(({ name }, index) => `${name}: ${certainties[index]}`);
}

function certaintiesIn(reported: ReadonlySet<string>, config: Copy["config"]): readonly Certainty[] {
  return typedCases.map((_, index) => {
    const isReported = (certainty: Certainty) =>
      copies.some(
        (copy) => copy.config === config && copy.certainty === certainty && reported.has(caseFile(copy, index)),
      );
    return isReported("proven") ? "proven" : isReported("likely") ? "likely" : "none";
  });
}

function reportedFiles(project: TemporaryProject): ReadonlySet<string> {
  const { stdout } = run(project, process.execPath, [
    "--require",
    "./typescript.cjs",
    "node_modules/eslint/bin/eslint.js",
    "src",
    "--format",
    "json",
  ]);
  const reported = (JSON.parse(stdout) as ESLint.LintResult[]).filter(({ messages }) => messages.length > 0);
  return new Set(reported.map(({ filePath }) => relative(project.folder, filePath)));
}
