import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canReachRegistry, type InstalledProject, installProject, type Tool } from "./installed-project.js";
import { installedSize } from "./installed-size.js";
import { runNode } from "./run.js";
import { type PackedWorkspace, packWorkspace } from "./tarballs.js";
import { compilers, typeCheck, typedConfigs } from "./type-check.js";
import { names, root } from "./workspace-packages.js";

const isOnline = await canReachRegistry();
if (!isOnline) console.warn("The installation tests are skipped: `npm ping` says that the registry cannot be reached.");

const { devDependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  devDependencies: Readonly<Record<string, string>>;
};
const eslint10 = { eslint: devDependencies["eslint"]! };
const eslint9 = { eslint: devDependencies["eslint-9"]! };
const jscodeshift = { jscodeshift: devDependencies["jscodeshift"]! };

const weak = "const tls = require('tls');\ntls.connect({ secureProtocol: 'TLSv1_2_method' }); // TLS version\n";
const mended = weak.replace("secureProtocol: 'TLSv1_2_method'", "minVersion: 'TLSv1.2'");

const configs = {
  "eslint.config.mjs": `import tls from "eslint-plugin-tls";\n\nexport default [tls.configs.recommended];\n`,
  "eslint.config.cjs": `const tls = require("eslint-plugin-tls");\n\nmodule.exports = [tls.configs.recommended];\n`,
};

let packed: PackedWorkspace;
const projects = new Map<Tool, InstalledProject>();

describe.skipIf(!isOnline)("the tarballs, in an empty project", () => {
  beforeAll(async () => {
    packed = await packWorkspace();
    const install = async (tool: Tool, others: Readonly<Record<string, string>>) =>
      void projects.set(tool, await installProject(tool, packed.tarballs, others));
    await Promise.all([install("npm", { ...eslint10, ...jscodeshift }), install("pnpm", eslint9)]);
  });
  afterAll(() => {
    for (const { remove } of [...projects.values(), ...(packed ? [packed] : [])]) remove();
  });

  describe.each([
    { tool: "npm", eslint: "ESLint 10" },
    { tool: "pnpm", eslint: "ESLint 9" },
  ] as const)("of $tool with $eslint", ({ tool }) => {
    let project: InstalledProject;
    beforeAll(() => void (project = projects.get(tool)!));

    it.each(Object.entries(configs))("give ESLint the recommended rules through %s", async (name, config) => {
      project.write({ [name]: config, "weak.js": weak });
      expect((await project.lint("--config", name, "weak.js")).map(({ ruleId }) => ruleId)).toEqual([
        "tls-warnings/no-legacy-secure-protocol",
      ]);
    });

    it("give the command line", async () => {
      project.write({ "weak.js": weak });
      const report = JSON.parse(
        await project.exec(
          "tls-codemod",
          "check",
          "weak.js",
          "--format",
          "json",
          "--fail-on",
          "none",
          "-o",
          "html:report.html",
        ),
      );
      expect(report.findings.map(({ rule }: { rule: string }) => rule)).toEqual(["no-legacy-secure-protocol"]);
      expect(project.read("report.html")).toMatch(
        /^<!doctype html>.*"rule":"no-legacy-secure-protocol".*<\/html>\s*$/s,
      );
    });

    it("give programs the policy, by import and by require", async () => {
      project.write({
        "import.mjs": `import { profile } from "tls-policy";\nconsole.log(profile("modern").minVersion.value);\n`,
        "require.cjs": `console.log(require("tls-policy").profile("modern").minVersion.value);\n`,
      });
      const printed = await Promise.all(["import.mjs", "require.cjs"].map((file) => runNode([file], project.folder)));
      expect(printed).toEqual(["TLSv1.3\n", "TLSv1.3\n"]);
    });
  });

  it.each(Object.entries(compilers))("give configurations of ESLint 9 their types, for %s", async (_, compiler) => {
    const { folder, write } = projects.get("pnpm")!;
    write(typedConfigs);
    expect(await typeCheck(folder, compiler)).toBe("");
  });

  it("give the stock jscodeshift a transform", async () => {
    const project = projects.get("npm")!;
    project.write({ "weak.js": weak });
    await project.exec(
      "jscodeshift",
      "--no-babel",
      "--run-in-band",
      "--silent",
      "-t",
      "node_modules/tls-codemod/dist/transforms/secure-protocol-to-min-version.js",
      "weak.js",
    );
    expect(project.read("weak.js")).toBe(mended);
  });

  it("are not larger than the documentation says", () => {
    const sizes = names.map((name) => ({ name, ...installedSize(projects.get("npm")!.folder, name) }));
    console.table(sizes);
    const documented = documentedSizes();
    expect(sizes.map(({ name }) => name)).toEqual([...documented.keys()]);
    for (const { name, total, packages } of sizes) {
      const limit = documented.get(name)!;
      expect(total, `bytes of ${name} with its dependencies`).toBeLessThanOrEqual(limit.megabytes * 1e6);
      expect(packages, `packages of ${name} with its dependencies`).toBeLessThanOrEqual(limit.packages);
    }
  });
});

/** The rows of the table in docs/packages.md. */
function documentedSizes(): ReadonlyMap<string, { readonly megabytes: number; readonly packages: number }> {
  const text = readFileSync(`${root}docs/packages.md`, "utf8");
  const rows = text.matchAll(/^\| \[([\w-]+)\].*\| (\d+\.?\d*) MB \| (\d+) \|/gm);
  return new Map(
    [...rows].map(([, name, megabytes, packages]) => [
      name!,
      { megabytes: Number(megabytes), packages: Number(packages) },
    ]),
  );
}
