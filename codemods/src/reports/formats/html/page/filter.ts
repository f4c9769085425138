import type { Outcome, PageData, PageFinding } from "../page-data.js";

/** What findings can be told apart by. */
export const facets = ["rule", "repository", "owner", "path", "level", "grade", "certainty", "code"] as const;

export type Facet = (typeof facets)[number];

/** The outcomes that are still to be dealt with count as open. */
export const shows = ["all", "fixed", "open", "ready", "person", "untold", "accepted"] as const satisfies readonly (
  Outcome | "open" | "all"
)[];

export type Show = (typeof shows)[number];

/** What is asked for; an empty string asks for nothing. */
export type Filter = Readonly<Record<Facet | "text", string> & { show: Show }>;

const openOutcomes: readonly Outcome[] = ["ready", "person", "untold"];

/** After `fix`, what it did is as much of interest as what is left. */
export function firstFilter({ command, findings }: PageData): Filter {
  const hasOpen = command === "check" && findings.some(({ outcome }) => openOutcomes.includes(outcome));
  return {
    rule: "",
    repository: "",
    owner: "",
    path: "",
    level: "",
    grade: "",
    certainty: "",
    code: "",
    text: "",
    show: hasOpen ? "open" : "all",
  };
}

export function isShown({ outcome }: PageFinding, show: Show): boolean {
  return show === "all" || show === outcome || (show === "open" && openOutcomes.includes(outcome));
}

/** Whether a finding answers the facets of a filter; `except` is left out, to count what else could be asked for. */
export function answers(finding: PageFinding, filter: Filter, except?: Facet): boolean {
  return facets.every((facet) => facet === except || filter[facet] === "" || filter[facet] === finding[facet]);
}

/** The findings that hold every word. */
export function withWords(findings: readonly PageFinding[], text: string): readonly PageFinding[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.length === 0
    ? findings
    : findings.filter((finding) => words.every((word) => textOf(finding).includes(word)));
}

const texts = new WeakMap<PageFinding, string>();

function textOf(finding: PageFinding): string {
  let text = texts.get(finding);
  if (text === undefined) {
    const {
      rule,
      repository,
      owner,
      path,
      message,
      before,
      after = "",
      guard = "",
      reason = "",
      attacks = [],
    } = finding;
    const titles = attacks.map(({ title }) => title);
    text = [rule, repository, owner, path, message, before, after, guard, reason, ...titles].join("\n").toLowerCase();
    texts.set(finding, text);
  }
  return text;
}
