import { createFileFilter } from "../selection/file-filter.js";
import { ignoreRulesAbove } from "../selection/ignore-files.js";
import { walk } from "../selection/walk.js";

/** A language whose files ESLint reads only where a configuration names them. */
export interface Language {
  readonly name: string;
  readonly extensions: readonly string[];
  /** The package of its parser, and what it is called where it is imported; undefined where ESLint's own reads it. */
  readonly parser?: { readonly package: string; readonly importAs: string; readonly value: string };
  /** Whether its scripts may be in TypeScript, for which its parser asks another one. */
  readonly mayHoldTypeScript?: boolean;
}

const typescript: Language = {
  name: "TypeScript",
  extensions: [".ts", ".mts", ".cts", ".tsx"],
  parser: { package: "typescript-eslint", importAs: "tseslint", value: "tseslint.parser" },
};

const languages: readonly Language[] = [
  { name: "JSX", extensions: [".jsx"] },
  typescript,
  {
    name: "Vue",
    extensions: [".vue"],
    parser: { package: "vue-eslint-parser", importAs: "vueParser", value: "vueParser" },
    mayHoldTypeScript: true,
  },
  {
    name: "Svelte",
    extensions: [".svelte"],
    parser: { package: "svelte-eslint-parser", importAs: "svelteParser", value: "svelteParser" },
    mayHoldTypeScript: true,
  },
];

/** What each parser is called where it is imported. */
export const parserImports: Readonly<Record<string, string>> = Object.fromEntries(
  languages.flatMap(({ parser }) => (parser ? [[parser.package, parser.importAs]] : [])),
);

/** Those of which the repository has a file that git does not ignore. */
export function languagesIn(root: string): readonly Language[] {
  const extensions = languages.flatMap((language) => language.extensions);
  const filter = createFileFilter({ extensions, include: [], exclude: [], includeFrom: root, excludeFrom: root });
  const missing = new Set(languages);
  for (const { path } of walk(root, { root, filter, useIgnoreFiles: true }, ignoreRulesAbove(root))) {
    for (const language of missing)
      if (language.extensions.some((extension) => path.endsWith(extension))) missing.delete(language);
    if (missing.size === 0) break;
  }
  return languages.filter((language) => !missing.has(language));
}

/** The entry of a flat config that has ESLint read a language's files; `all` are those of the repository. */
export function configEntry({ extensions, parser, mayHoldTypeScript }: Language, all: readonly Language[]): string {
  const names = extensions.map((extension) => extension.slice(1));
  const files = names.length === 1 ? `**/*.${names[0]!}` : `**/*.{${names.join(",")}}`;
  const inner =
    mayHoldTypeScript && all.includes(typescript) ? `, parserOptions: { parser: ${typescript.parser!.value} }` : "";
  const options = parser ? `parser: ${parser.value}${inner}` : "parserOptions: { ecmaFeatures: { jsx: true } }";
  return `  { files: ["${files}"], languageOptions: { ${options} } },\n`;
}
