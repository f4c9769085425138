import { element, visible } from "./element.js";
import { facets, noFilter, type Facet, type Filter } from "./filter.js";
import type { PageFinding } from "./page-data.js";

const labels: Readonly<Record<Facet, string>> = { rule: "Rule", repository: "Repository", level: "Level", grade: "Grade", certainty: "Certainty", status: "Status" };

/** The fields to filter by. `change` is called with what differs. */
export function createToolbar(place: HTMLElement, findings: readonly PageFinding[], change: (changed: Partial<Filter>) => void): { show(filter: Filter): void } {
  const search = element("input", { type: "search", id: "filter-text", placeholder: "Path, message, code …", autocomplete: "off", spellcheck: "false" });
  search.addEventListener("input", () => change({ text: search.value }));
  const fields = facets.map((facet) => [facet, createSelect(facet, findings, change)] as const).filter(([, select]) => select.options.length > 2);
  const reset = element("button", { type: "button", class: "quiet" }, "Reset");
  reset.addEventListener("click", () => change(noFilter));
  place.append(labelled("Search", search), ...fields.map(([facet, select]) => labelled(labels[facet], select)), reset);
  return {
    show(filter) {
      if (search.value !== filter.text) search.value = filter.text;
      for (const [facet, select] of fields) select.value = filter[facet];
      reset.disabled = Object.values(filter).every((value) => value === "");
    },
  };
}

function createSelect(facet: Facet, findings: readonly PageFinding[], change: (changed: Partial<Filter>) => void): HTMLSelectElement {
  const values = [...new Set(findings.map((finding) => finding[facet]))].sort();
  const select = element("select", { id: `filter-${facet}` }, element("option", { value: "" }, "All"), ...values.map((value) => element("option", { value }, visible(value))));
  select.addEventListener("change", () => change({ [facet]: select.value }));
  return select;
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  return element("div", { class: "field" }, element("label", { for: field.id }, text), field);
}
