import { basename, join } from "node:path";
import { textOf } from "../files/text.js";
import { filesIn, manifestOf } from "./project-files.js";
import type { Project, Proposal } from "./proposal.js";

const plugin = "eslint-plugin-tls";

/** The configs that judge by a profile. */
const configLines: Readonly<Record<string, string>> = {
  modern: '  tls.configs.recommended,\n  { settings: { tls: { profile: "modern" } } },\n',
  intermediate: "  tls.configs.recommended,\n",
  legacy: "  tls.configs.legacy,\n",
};

/** ESLint's configuration with the plugin in it. */
export function proposeEslint({ root, profile }: Project): Proposal {
  const manifest = manifestOf(root);
  if (!manifest) return { kind: "left out", what: "ESLint", reason: "there is no package.json here" };
  const names = filesIn(root).map((file) => basename(file));
  const flat = names.find((name) => /^eslint\.config\.[cm]?[jt]s$/.test(name));
  const lines = configLines[profile]!;
  if (flat) {
    if (textOf(join(root, flat)).includes(plugin)) return { kind: "present", path: flat };
    return { kind: "by hand", path: flat, lines: `${importLine(flat)}\n\n// in the array of configs:\n${lines}` };
  }
  const older =
    names.find((name) => /^\.eslintrc(\.\w+)?$/.test(name)) ??
    (manifest["eslintConfig"] === undefined ? undefined : "package.json: `eslintConfig`");
  if (older)
    return {
      kind: "left out",
      what: "ESLint",
      reason: `${older} is of a format that ESLint 9 gave up; move it to eslint.config.js first`,
    };
  const path = manifest["type"] === "module" ? "eslint.config.js" : "eslint.config.mjs";
  return {
    kind: "file",
    path,
    text: `import { defineConfig } from "eslint/config";\n${importLine(path)}\n\nexport default defineConfig([\n${lines}]);\n`,
  };
}

function importLine(path: string): string {
  return path.endsWith(".cjs") || path.endsWith(".cts")
    ? `const tls = require("${plugin}");`
    : `import tls from "${plugin}";`;
}
