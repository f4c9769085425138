import type { PageFinding } from "./page-data.js";

export const facets = ["rule", "repository", "level", "grade", "certainty", "status"] as const;

export type Facet = (typeof facets)[number];

/** What is asked for; an empty string asks for nothing. */
export type Filter = Readonly<Record<Facet | "text", string>>;

export const noFilter: Filter = { rule: "", repository: "", level: "", grade: "", certainty: "", status: "", text: "" };

/** The findings that answer a filter; `except` is left out of it, to count what else it could ask for. */
export function matching(findings: readonly PageFinding[], filter: Filter, except?: Facet): readonly PageFinding[] {
  const asked = facets.filter((facet) => facet !== except && filter[facet] !== "");
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return findings.filter((finding) => asked.every((facet) => finding[facet] === filter[facet]) && (words.length === 0 || holds(finding, words)));
}

const texts = new WeakMap<PageFinding, string>();

function holds(finding: PageFinding, words: readonly string[]): boolean {
  let text = texts.get(finding);
  if (text === undefined) {
    const { rule, repository, path, message, before, after = "", reason = "" } = finding;
    text = [rule, repository, path, message, before, after, reason].join("\n").toLowerCase();
    texts.set(finding, text);
  }
  return words.every((word) => text.includes(word));
}

/** The filter of an address, so that what is seen can be sent to somebody. */
export function filterOf(hash: string): Filter {
  const given = new URLSearchParams(hash.startsWith("#?") ? hash.slice(2) : "");
  return Object.fromEntries(Object.keys(noFilter).map((name) => [name, given.get(name) ?? ""])) as Filter;
}

export function hashOf(filter: Filter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== "");
  return given.length > 0 ? `#?${new URLSearchParams(given)}` : "#";
}
