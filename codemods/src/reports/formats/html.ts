import { printJson } from "../../terminal/print-json.js";
import { printable } from "../../terminal/printable.js";
import type { Report } from "../report.js";
import { page } from "./html/page.generated.js";
import { pageDataOf } from "./html/page-data-of.js";
import { escapeHtml } from "./md/escape.js";

/** One page that holds all it needs and loads nothing: totals, charts, and the findings to filter and search. */
export function render(report: Report): Iterable<string> {
  const data = pageDataOf(report);
  const values: Readonly<Record<string, string>> = {
    title: shown(data.title),
    summary: shown(data.summary),
    data: embedded(data),
  };
  return page.split(/\{\{(\w+)\}\}/).map((text, index) => (index % 2 === 0 ? text : values[text]!));
}

function shown(text: string): string {
  return escapeHtml(printable(text)).replaceAll("##", "#&#35;");
}

/** JSON inside a script element: nothing in it ends the element or begins a comment. */
function embedded(data: unknown): string {
  return printJson(data).replaceAll("<", "\\u003c");
}
