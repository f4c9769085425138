import { printable } from "../../../../terminal/printable.js";
import type { PageFinding } from "../page-data.js";
import { element } from "./element.js";
import { type Facet, facets, type Filter } from "./filter.js";

const labels: Readonly<Record<Facet, string>> = {
  rule: "Rule",
  repository: "Repository",
  owner: "Owner",
  path: "File",
  level: "Level",
  grade: "Grade",
  certainty: "Certainty",
  code: "Place",
};

/** The fields to filter by. `change` is called with what differs; `first` is what the button for all goes back to. */
export function createToolbar(
  place: HTMLElement,
  findings: readonly PageFinding[],
  first: Filter,
  change: (changed: Partial<Filter>) => void,
): { show(filter: Filter): void } {
  const search = element("input", {
    type: "search",
    id: "filter-text",
    placeholder: "Path, message, code …",
    autocomplete: "off",
    spellcheck: "false",
  });
  search.addEventListener("input", () => change({ text: search.value }));
  const fields = facets
    .map((facet) => [facet, createSelect(facet, findings, change)] as const)
    .filter(([, select]) => select.options.length > 2);
  const reset = element("button", { type: "button", id: "reset" }, "Reset");
  reset.addEventListener("click", () => change(first));
  place.append(labelled("Search", search), ...fields.map(([facet, select]) => labelled(labels[facet], select)), reset);
  return {
    show(filter) {
      if (search.value !== filter.text) search.value = filter.text;
      for (const [facet, select] of fields) {
        select.value = filter[facet];
        select.classList.toggle("chosen", filter[facet] !== "");
      }
      reset.disabled = Object.entries(filter).every(([name, value]) => value === first[name as keyof Filter]);
    },
  };
}

function createSelect(
  facet: Facet,
  findings: readonly PageFinding[],
  change: (changed: Partial<Filter>) => void,
): HTMLSelectElement {
  const values = [...new Set(findings.map((finding) => finding[facet]))].sort();
  const select = element(
    "select",
    { id: `filter-${facet}` },
    element("option", { value: "" }, "All"),
    ...values.map((value) => element("option", { value }, printable(value))),
  );
  select.addEventListener("change", () => change({ [facet]: select.value }));
  return select;
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  return element("div", { class: "field" }, element("label", { for: field.id }, text), field);
}
