import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../docs/site/dist/", import.meta.url));

export interface SitePage {
  /** `/guides/start.html`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The description for who links to the page. */
  readonly openGraph: string;
  readonly ids: ReadonlySet<string>;
  /** Addresses of links to this site: path and fragment. */
  readonly links: readonly string[];
  /** What the sidebar links to. */
  readonly sidebar: readonly string[];
}

/** All pages of the built site. */
export function sitePages(): readonly SitePage[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => pageOf(`/${name.replaceAll("\\", "/")}`));
}

function pageOf(path: string): SitePage {
  const html = readFileSync(folder + path.slice(1), "utf8");
  const linksIn = (part: string) =>
    [...part.matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)]
      .map(([, href]) => decodeURIComponent(href!))
      .filter((href) => /^[/#]/.test(href));
  const [, sidebar = ""] = /<aside class="VPSidebar"([^]*?)<\/aside>/.exec(html) ?? [];
  return {
    path,
    title:
      /<h1[^>]*>([^]*?)<\/h1>/
        .exec(html)?.[1]
        ?.replace(/<[^>]+>/g, "")
        .trim() ?? "",
    description: attributeIn(html, /<meta name="description" content="([^"]*)"/),
    openGraph: attributeIn(html, /<meta property="og:description" content="([^"]*)"/),
    ids: new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => decodeURIComponent(id!))),
    links: linksIn(html),
    sidebar: linksIn(sidebar),
  };
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

function attributeIn(html: string, pattern: RegExp): string {
  return (pattern.exec(html)?.[1] ?? "").replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity]!);
}
