import tls from "eslint-plugin-tls";
import {
  html,
  javascript,
  packageJson,
  type Sample,
  svelte,
  svelteWithTypes,
  typescript,
  undecided,
  vue,
  vueWithTypes,
  workflow,
} from "./samples.js";

/** One way of using the plugin in ESLint: the configuration and files of a project, and what is left to report after `--fix`. */
export interface EslintCheck {
  readonly name: string;
  /** Packages of the workspace that the configuration imports. */
  readonly packages: readonly string[];
  readonly configFile: string;
  readonly config: string;
  readonly samples: readonly Sample[];
  readonly options: readonly string[];
  /** What the configuration reports beyond the samples' own findings. */
  readonly more: readonly string[];
  /** The first release of ESLint that has what the check uses. */
  readonly since: string;
  /** The first release that has it no more. */
  readonly before?: string;
}

const oldest = "8.57.1";
const flatByDefault = "9.0.0";
/** What eslint-plugin-yml asks for. */
const languagesSince = "9.38.0";

function check(
  name: string,
  samples: readonly Sample[],
  given: Partial<EslintCheck> & Pick<EslintCheck, "config">,
): EslintCheck {
  return {
    name,
    samples,
    packages: [],
    configFile: "eslint.config.mjs",
    options: [],
    more: [],
    since: flatByDefault,
    ...given,
  };
}

const ownParser = `import tls from "eslint-plugin-tls";

export default [tls.configs.recommended];
`;

/** A configuration that lints files of one kind through another parser. */
function through(parser: string, files: string, parserOptions = ""): Pick<EslintCheck, "config" | "packages"> {
  const inner = parserOptions === "" ? [] : ["@typescript-eslint/parser"];
  const imports = inner.map((name) => `import typescriptParser from "${name}";\n`).join("");
  const config = `import * as parser from "${parser}";
${imports}import tls from "eslint-plugin-tls";

export default [tls.configs.recommended, { files: ["${files}"], languageOptions: { parser${parserOptions} } }];
`;
  return { config, packages: [parser, ...inner] };
}

const typesInside = ", parserOptions: { parser: typescriptParser }";

export const eslintChecks: readonly EslintCheck[] = [
  check("JavaScript (espree), `import`", javascript, { config: ownParser, since: oldest }),
  check("JavaScript (espree), `.eslintrc.json`", javascript, {
    configFile: ".eslintrc.json",
    config: JSON.stringify({
      root: true,
      plugins: ["tls"],
      parserOptions: { ecmaVersion: 2022, sourceType: "module" },
      rules: Object.fromEntries(
        Object.entries(tls.configs.recommended.rules!).filter(([name]) => name.startsWith("tls/")),
      ),
      overrides: [{ files: ["*.cjs"] }],
    }),
    since: oldest,
    before: flatByDefault,
  }),
  check("JavaScript (espree), `require()`", javascript, {
    configFile: "eslint.config.cjs",
    config: `const tls = require("eslint-plugin-tls");\n\nmodule.exports = [tls.configs.recommended];\n`,
  }),
  check('`defineConfig`, `extends: ["tls/strict"]`', javascript, {
    config: `import { defineConfig } from "eslint/config";
import tls from "eslint-plugin-tls";

export default defineConfig([{ plugins: { tls }, extends: ["tls/strict"], settings: { tls: { node: ">=20" } } }]);
`,
    more: undecided,
    since: "9.22.0",
  }),
  check("`--concurrency 2`", javascript, { config: ownParser, options: ["--concurrency", "2"], since: "9.34.0" }),
  check("TypeScript (@typescript-eslint/parser)", typescript, {
    ...through("@typescript-eslint/parser", "**/*.ts"),
    since: oldest,
  }),
  check("Vue (vue-eslint-parser)", vue, through("vue-eslint-parser", "**/*.vue")),
  check('Vue with `lang="ts"`', vueWithTypes, through("vue-eslint-parser", "**/*.vue", typesInside)),
  check("Svelte (svelte-eslint-parser)", svelte, through("svelte-eslint-parser", "**/*.svelte")),
  check('Svelte with `lang="ts"`', svelteWithTypes, through("svelte-eslint-parser", "**/*.svelte", typesInside)),
  check("Scripts in HTML (eslint-plugin-html)", html, {
    packages: ["eslint-plugin-html"],
    config: `import html from "eslint-plugin-html";
import tls from "eslint-plugin-tls";

export default [tls.configs.recommended, { files: ["**/*.html"], plugins: { html } }];
`,
  }),
  check("package.json (@eslint/json)", packageJson, {
    packages: ["@eslint/json"],
    config: `import json from "@eslint/json";
import tls from "eslint-plugin-tls";

export default [{ plugins: { json } }, tls.configs.recommended, tls.configs["package-json"]];
`,
    since: languagesSince,
  }),
  check("Workflows and compose files (eslint-plugin-yml)", workflow, {
    packages: ["eslint-plugin-yml"],
    config: `import yml from "eslint-plugin-yml";
import tls from "eslint-plugin-tls";

export default [{ plugins: { yml } }, tls.configs.recommended, tls.configs.yaml];
`,
    since: languagesSince,
  }),
];
