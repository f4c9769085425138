import { basename, join } from "node:path";
import { textOf } from "../files/text.js";
import { configEntry, type Language, languagesIn, parserImports } from "./languages.js";
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
  const older =
    names.find((name) => /^\.eslintrc(\.\w+)?$/.test(name)) ??
    (manifest["eslintConfig"] === undefined ? undefined : "package.json: `eslintConfig`");
  if (!flat && older)
    return {
      kind: "left out",
      what: "ESLint",
      reason: `${older} is of a format that ESLint 9 gave up; move it to eslint.config.js first`,
    };
  const languages = languagesIn(root);
  if (flat) {
    const text = textOf(join(root, flat));
    const unread = languages.filter(({ parser }) => parser && !isNamed(parser.package, text));
    const isUsed = text.includes(plugin);
    if (isUsed && unread.length === 0) return { kind: "present", path: flat };
    const imports = [...(isUsed ? [] : [plugin]), ...parsersOf(unread)].map((each) => importLine(each, flat));
    const entries = [...(isUsed ? [] : [configLines[profile]!]), ...unread.map((each) => configEntry(each, languages))];
    const lines = `${imports.join("\n")}\n\n// in the array of configs:\n${entries.join("")}`;
    return { kind: "by hand", path: flat, lines, ...(isUsed && { lack: `reads no ${namesOf(unread)}` }) };
  }
  const path = manifest["type"] === "module" ? "eslint.config.js" : "eslint.config.mjs";
  const packages = [plugin, ...parsersOf(languages)];
  const imports = packages.map((name) => importLine(name, path));
  const entries = languages.map((language) => configEntry(language, languages));
  return {
    kind: "file",
    path,
    needs: ["eslint", ...packages],
    text: `${['import { defineConfig } from "eslint/config";', ...imports].join("\n")}\n\nexport default defineConfig([\n${configLines[profile]!}${entries.join("")}]);\n`,
  };
}

/** Whether a configuration has a parser, by its own name or that of what brings it: nothing of the repository is run to know. */
function isNamed(parser: string, text: string): boolean {
  return [parser, ...(bringers[parser] ?? [])].some((name) => text.includes(name));
}

const bringers: Readonly<Record<string, readonly string[]>> = {
  "typescript-eslint": [
    "@typescript-eslint/parser",
    "eslint-config-next",
    "@vue/eslint-config-typescript",
    "@nuxt/eslint",
    "neostandard",
    "@antfu/eslint-config",
  ],
  "vue-eslint-parser": ["eslint-plugin-vue", "@nuxt/eslint", "@antfu/eslint-config"],
  "svelte-eslint-parser": ["eslint-plugin-svelte", "@antfu/eslint-config"],
};

/** The packages that read the languages. */
function parsersOf(languages: readonly Language[]): readonly string[] {
  return languages.flatMap(({ parser }) => (parser ? [parser.package] : []));
}

function namesOf(languages: readonly Language[]): string {
  return languages.map(({ name }) => name).join(" and ");
}

function importLine(name: string, path: string): string {
  const local = name === plugin ? "tls" : parserImports[name]!;
  return path.endsWith(".cjs") || path.endsWith(".cts")
    ? `const ${local} = require("${name}");`
    : `import ${local} from "${name}";`;
}
