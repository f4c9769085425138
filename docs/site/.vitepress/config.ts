import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type DefaultTheme, defineConfig, type MarkdownRenderer } from "vitepress";
import { descriptionOf } from "./description-of.js";
import { pageOf, siteLink } from "./pages.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const source = (path: string) => `${root}packages/${path}/src/index.ts`;

const folders = [
  "",
  "docs/",
  "docs/site/",
  "docs/guides/",
  "docs/clients/",
  "packages/eslint-plugin/",
  "packages/eslint-plugin/docs/rules/",
  "packages/policy/",
  "packages/rules/",
  "codemods/",
];
const sources = folders.flatMap(markdownIn).filter((path) => pageOf(path) !== undefined);

/** The order of reading; a guide that is not named comes last. */
const guides = [
  "start",
  "fleet",
  "private-authorities",
  "rising-floor",
  "profiles",
  "organisation-policy",
  "judgement",
  "false-alarms",
  "across-files",
  "verdicts",
  "openssl",
  "python",
  "c",
];

/** Most pages stand outside this package, where Node's resolution finds no Vue; in the browser's build VitePress itself sees to that. */
const vueForPagesElsewhere = {
  name: "vue-for-pages-elsewhere",
  enforce: "pre",
  resolveId: (id: string, _importer: string | undefined, { ssr }: { ssr?: boolean }) =>
    ssr && /^vue(\/|$)/.test(id) ? { id, external: true } : undefined,
} as const;

/** The scope manager's tables of global types: a fifth of the playground's worker, which asks for none of them. */
const noGlobalTypes = {
  name: "no-global-types",
  enforce: "pre",
  resolveId: (id: string, importer = "") =>
    id === "../lib" && importer.includes("scope-manager") ? "\0no-global-types" : undefined,
  load: (id: string) => (id === "\0no-global-types" ? "export const lib = new Map();" : undefined),
} as const;

const description = "Finds weak TLS options in Node.js, Python and C, and upgrades them in bulk.";

/** Where the site begins on its host: Pages of a project stand in a folder. */
const base = process.env["SITE_BASE"] ?? "/";

export default defineConfig({
  base,
  title: "tls-codemod",
  description,
  lang: "en",
  sitemap: { hostname: `https://tls-codemod.github.io${base}` },
  head: [
    ["meta", { property: "og:type", content: "website" }],
    ["link", { rel: "icon", type: "image/svg+xml", href: `${base}logo.svg` }],
  ],
  transformPageData(page) {
    if (page.description === "" && page.filePath !== "")
      page.description = descriptionOf(readFileSync(root + page.filePath, "utf8"));
  },
  transformHead: ({ title, description: of }) => [
    ["meta", { property: "og:title", content: title }],
    ["meta", { property: "og:description", content: of }],
  ],
  srcDir: "../..",
  srcExclude: [
    "**/.*/**",
    "**/test/**",
    "examples/**",
    "tools/**",
    "codemods/!(README).md",
    "**/CHANGELOG.md",
    "AGENTS.md",
    "CODE_OF_CONDUCT.md",
  ],
  outDir: "./dist",
  cacheDir: "./.cache",
  rewrites: (path) => pageOf(path) ?? path,
  lastUpdated: false,
  markdown: { config: linkAsOnSite, theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" } },
  vite: {
    publicDir: `${root}docs/site/public`,
    plugins: [vueForPagesElsewhere],
    resolve: { alias: { "tls-policy": source("policy"), "tls-rules": source("rules") } },
    worker: { plugins: () => [noGlobalTypes] },
    build: { chunkSizeWarningLimit: 1000 },
  },
  themeConfig: {
    logo: "/logo.svg",
    nav: [
      { text: "Guides", link: "/guides/start", activeMatch: "^/guides/" },
      { text: "Rules", link: "/packages/eslint-plugin-tls#rules", activeMatch: "^/rules/" },
      { text: "Clients", link: "/clients/", activeMatch: "^/clients/" },
      { text: "Playground", link: "/playground" },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: "local" },
    socialLinks: [{ icon: "github", link: "https://github.com/tls-codemod/tls-codemod" }],
    footer: { message: "MIT licensed." },
  },
});

function markdownIn(folder: string): readonly string[] {
  try {
    return readdirSync(root + folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => folder + name);
  } catch {
    return [];
  }
}

/** Links are written so that they are right in the repository. */
function linkAsOnSite(md: MarkdownRenderer): void {
  md.core.ruler.push("links-of-the-repository", ({ tokens, env }) => {
    // VitePress also renders texts that are no page: titles, the search index
    if (!env?.realPath) return;
    const page = env.realPath.slice(root.length);
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.attrGet("href");
      if (token.type === "link_open" && href !== null) token.attrSet("href", siteLink(href, page, sources));
    }
  });
}

function sidebar(): DefaultTheme.SidebarItem[] {
  return [
    { text: "Guides", items: itemsIn("docs/guides/").sort((a, b) => rank(a) - rank(b)) },
    { text: "Packages", items: itemsIn("packages/eslint-plugin/", "codemods/", "packages/policy/", "packages/rules/") },
    { text: "Rules", collapsed: true, items: itemsIn("packages/eslint-plugin/docs/rules/") },
    { text: "Clients", collapsed: true, items: itemsIn("docs/clients/") },
    { text: "Inside", items: [...itemsIn("docs/"), { text: "Contributing", link: "/contributing.md" }] },
  ].filter(({ items }) => items.length > 0);
}

function rank({ link }: DefaultTheme.SidebarItem): number {
  const at = guides.findIndex((name) => link === `/guides/${name}.md`);
  return at === -1 ? guides.length : at;
}

function itemsIn(...wanted: readonly string[]): DefaultTheme.SidebarItem[] {
  return wanted.flatMap((folder) =>
    sources
      .filter((path) => path.slice(0, path.lastIndexOf("/") + 1) === folder)
      .map((path) => ({ text: titleOf(path), link: `/${pageOf(path)}` })),
  );
}

function titleOf(path: string): string {
  const [, title] = /^# (?:tls\/)?(.+)$/m.exec(readFileSync(root + path, "utf8")) ?? [];
  return title?.replaceAll("`", "") ?? path;
}
