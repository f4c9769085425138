import { element, message, visible } from "./element.js";
import type { PageData, PageFile, PageRule, PageTotal } from "./page-data.js";

/** What is said once, whatever the filter. */
export function fillSections({ facts, notes, totals, rules, unread }: PageData, part: (id: string) => HTMLElement): void {
  part("facts").append(...facts.map((fact) => element("li", {}, visible(fact))));
  part("notes").append(...notes.map((note) => element("p", { class: "card" }, visible(note))));
  part("totals").append(...totals.map(tile));
  part("rules").append(...rules.map(ruleCard));
  part("unread").append(...unread.map(fileRow));
  part("unread-section").hidden = unread.length === 0;
}

function tile({ label, count, parts }: PageTotal): HTMLElement {
  return element("div", { class: "card tile" }, element("dt", {}, label), element("dd", {}, element("strong", {}, count.toLocaleString("en")), element("span", {}, parts)));
}

function ruleCard({ name, description, whoMayStop, references, page }: PageRule): HTMLElement {
  return element(
    "article",
    { class: "card rule", id: `rule-${name}`, tabindex: "-1" },
    element("h3", {}, element("code", {}, name)),
    element("p", {}, ...message(description)),
    element("p", {}, element("b", {}, "Who may stop connecting: "), ...message(whoMayStop)),
    element("p", { class: "aside" }, ...references.flatMap(({ text, url }) => [url ? link(text, url) : text, " "]), ...(page ? [link("About this rule", page)] : [])),
  );
}

function link(text: string, url: string): HTMLElement {
  return element("a", { href: url, rel: "noreferrer" }, text.replace(/^https:\/\//, ""));
}

function fileRow({ path, reason, kind }: PageFile): HTMLElement {
  return element("li", {}, element("span", { class: `level ${kind === "skipped" ? "note" : "error"}` }, kind), element("code", {}, visible(path)), ` ${visible(reason)}`);
}
