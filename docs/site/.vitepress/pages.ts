import { posix } from "node:path";

const repository = "https://github.com/tls-codemod/tls-codemod";

/** Where the files of the repository stand on the site. The first pattern that fits decides; what fits none is no page. */
const places: readonly (readonly [source: RegExp, page: string])[] = [
  [/^docs\/site\/([\w-]+\.md)$/, "$1"],
  [/^docs\/clients\/README\.md$/, "clients/index.md"],
  [/^docs\/((?:guides\/|clients\/)?[\w.-]+\.md)$/, "$1"],
  [/^packages\/eslint-plugin\/docs\/rules\/([\w-]+\.md)$/, "rules/$1"],
  [/^packages\/eslint-plugin\/README\.md$/, "packages/eslint-plugin-tls.md"],
  [/^packages\/(policy|rules)\/README\.md$/, "packages/tls-$1.md"],
  [/^codemods\/README\.md$/, "packages/tls-codemod.md"],
  [/^README\.md$/, "overview.md"],
  [/^CONTRIBUTING\.md$/, "contributing.md"],
  [/^SECURITY\.md$/, "security.md"],
];

/** The page that a file of the repository becomes; undefined for a file that becomes none. */
export function pageOf(source: string): string | undefined {
  const place = places.find(([pattern]) => pattern.test(source));
  return place && source.replace(place[0], place[1]);
}

/**
 * A link as it is right in the repository, for the site: to the page, or to the repository where the site has none.
 * @param source the file that holds the link, from the repository's root.
 * @param sources all files that become pages.
 */
export function siteLink(href: string, source: string, sources: readonly string[]): string {
  if (/^([a-z]+:|\/|#)/i.test(href)) return href;
  const [path, fragment] = splitFragment(href);
  const target = posix.join(posix.dirname(source), path).replace(/\/$/, "");
  const file = [target, `${target}/README.md`].find((candidate) => sources.includes(candidate));
  return (file ? `/${pageOf(file)}` : `${repository}/tree/main/${target}`) + fragment;
}

function splitFragment(href: string): readonly [path: string, fragment: string] {
  const at = href.indexOf("#");
  return at === -1 ? [href, ""] : [href.slice(0, at), href.slice(at)];
}
