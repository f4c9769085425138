import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { joinModules } from "./html/join-modules.js";
import { pageDataOf } from "./html/page-data-of.js";
import { escapeHtml } from "./markdown/escape.js";
import type { Report } from "./report.js";

/** One page that holds all it needs and loads nothing: totals, charts, and the findings to filter and search. */
export function render(report: Report): Iterable<string> {
  const data = pageDataOf(report);
  const [style, script] = [source("page.css"), pageScript()];
  const parts: Readonly<Record<string, string>> = {
    policy: `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; img-src data:; base-uri 'none'; form-action 'none'`,
    title: escapeHtml(`${data.title}`),
    style,
    script,
    data: embedded(data),
  };
  return source("page.html").split(/(\{\{\w+\}\})/).map((text) => parts[/^\{\{(\w+)\}\}$/.exec(text)?.[1] ?? ""] ?? text);
}

/** The folder is at the same place from the sources and from the build; only the sources hold what is not compiled. */
function source(name: string): string {
  return readFileSync(new URL(`../../src/reports/html/${name}`, import.meta.url), "utf8");
}

function pageScript(): string {
  return joinModules("main.js", (name) => readFileSync(new URL(`../../dist/reports/html/page/${name}`, import.meta.url), "utf8"));
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** JSON inside a script element: nothing in it ends the element or begins a comment. */
function embedded(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
