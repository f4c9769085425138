import { grouped } from "../../../../terminal/plural.js";
import { printable } from "../../../../terminal/printable.js";
import type { PageData, PageEntry, PageRepository } from "../page-data.js";
import { code, element, link, message, part } from "./element.js";

const fewRows = 25;

/** What is said once, whatever the filter. */
export function fillSections({ command, facts, notes, files, repositories, markers, stale, unread }: PageData): void {
  part("facts").append(...facts.map((fact) => element("li", {}, printable(fact))));
  part("notes").append(...notes.map((note) => element("p", { class: "note-box" }, ...message(note))));
  part("files").append(unread.length > 0 ? element("a", { href: "#unread-section" }, files) : files);
  part("repositories-head").append(...columnsFor(command).map((name) => element("th", { scope: "col" }, name)));
  fillSection(
    "repositories",
    byNeed(repositories).map((repository) => repositoryRow(repository, command)),
  );
  fillSection("markers", markers.map(entryRow));
  fillSection("stale", stale.map(entryRow));
  fillSection("unread", unread.map(entryRow));
  part("contents").append(...[...document.querySelectorAll<HTMLElement>("section:not([hidden])[id]")].map(entryOf));
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>("a[href$='-section']"))
    anchor.addEventListener("click", goWithin);
}

function entryOf(section: HTMLElement): HTMLElement {
  return element("li", {}, link(section.querySelector("h2")?.textContent ?? "", `#${section.id}`));
}

/** The address holds the filter, so links within the page leave it alone. */
function goWithin(event: Event): void {
  const target = document.querySelector<HTMLElement>((event.currentTarget as HTMLAnchorElement).hash);
  event.preventDefault();
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}

function fillSection(name: string, rows: readonly HTMLElement[]): void {
  part(`${name}-section`).hidden = rows.length === 0;
  part(`${name}-count`).textContent = grouped(rows.length);
  const list = part(name);
  list.append(...rows.slice(0, fewRows));
  if (rows.length <= fewRows) return;
  const button = element("button", { type: "button", class: "quiet" }, `Show all ${grouped(rows.length)}`);
  button.addEventListener("click", () => {
    list.append(...rows.slice(fewRows));
    button.remove();
  });
  part(`${name}-section`).append(button);
}

function byNeed(repositories: readonly PageRepository[]): readonly PageRepository[] {
  return [...repositories].sort(
    (a, b) => b.open.error - a.open.error || b.open.warning - a.open.warning || b.open.note - a.open.note,
  );
}

function columnsFor(command: PageData["command"]): readonly string[] {
  return [
    "Repository",
    "Errors",
    "Warnings",
    "Notes",
    ...(command === "fix" ? ["Fixed"] : []),
    "Accepted",
    "Files",
    "Skipped",
    "Failed",
  ];
}

function repositoryRow(
  { name, address, commit, open, fixed, accepted, files }: PageRepository,
  command: PageData["command"],
): HTMLElement {
  const counts = [
    open.error,
    open.warning,
    open.note,
    ...(command === "fix" ? [fixed] : []),
    accepted,
    files.seen,
    files.skipped,
    files.failed,
  ];
  const shown = printable(name);
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      address === undefined ? shown : link(shown, address),
      ...(commit === undefined ? [] : [" ", element("code", {}, commit.slice(0, 8))]),
    ),
    ...counts.map((count) => element("td", count === 0 ? { class: "zero" } : {}, grouped(count))),
  );
}

function entryRow({ kind, path, text }: PageEntry): HTMLElement {
  return element("li", {}, code(path), element("span", { class: "kind" }, kind), element("span", {}, ...message(text)));
}
