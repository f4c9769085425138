import { plural } from "../../../../terminal/plural.js";
import type { PageData, PageReference, PageRule } from "../page-data.js";
import { element, link, message } from "./element.js";

/** What there is to know of each rule with a finding: what it is for, on whose authority, and who may stop connecting. */
export function fillRules(place: HTMLElement, { rules, findings }: PageData): void {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  place.append(...rules.map((rule) => ruleCard(rule, counts.get(rule.name) ?? 0)));
}

function ruleCard(rule: PageRule, count: number): HTMLElement {
  const { name, description, whoMayStop, page } = rule;
  return element(
    "article",
    { class: "card rule", id: `rule-${name}`, tabindex: "-1" },
    element("h3", {}, element("code", {}, name), element("span", { class: "aside" }, plural(count, "finding"))),
    ...(description === "" ? [] : [element("p", {}, ...message(description))]),
    element("dl", {}, element("dt", {}, "Who may stop connecting"), element("dd", {}, ...message(whoMayStop))),
    ...(rule.weaknesses.length > 0
      ? [element("p", { class: "aside" }, "An instance of ", ...linked(rule.weaknesses))]
      : []),
    ...(rule.references.length > 0 ? [element("p", { class: "aside" }, ...authority(rule))] : []),
    ...(page ? [element("p", { class: "aside" }, link("About this rule", page))] : []),
  );
}

export function authority({ references }: PageRule): readonly (Node | string)[] {
  return ["On the authority of ", ...linked(references)];
}

function linked(references: readonly PageReference[]): readonly (Node | string)[] {
  const parts = references.map(({ text, url }) => (url ? link(text.replace(/^https:\/\//, ""), url) : text));
  return parts.flatMap((part, index) => (index === 0 ? [part] : ["; ", part]));
}

/** Goes there without a change of the address, which holds the filter. Whether there is such a rule. */
export function goToRule(name: string): boolean {
  const card = document.getElementById(`rule-${name}`);
  card?.scrollIntoView();
  card?.focus({ preventScroll: true });
  return card !== null;
}
