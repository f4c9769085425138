import { grouped } from "../../../../terminal/plural.js";
import type { PageData } from "../page-data.js";
import { element } from "./element.js";
import { isShown, type Show, shows } from "./filter.js";

const words: Readonly<Record<Show, { readonly label: string; readonly meaning: string }>> = {
  all: { label: "All findings", meaning: "open, fixed and accepted" },
  fixed: { label: "Fixed", meaning: "by this run" },
  open: { label: "Open", meaning: "not fixed, not accepted" },
  ready: { label: "Ready to fix", meaning: "by tls-codemod fix" },
  person: { label: "For a person", meaning: "to decide or to do by hand" },
  untold: { label: "To look at", meaning: "the code alone does not tell" },
  accepted: { label: "Accepted", meaning: "in the baseline or suppressed" },
};

/** The totals, each of which shows its findings; one that is zero is left out, but for what is open. */
export function createTiles(
  place: HTMLElement,
  { findings }: PageData,
  choose: (show: Show) => void,
): { show(chosen: Show): void } {
  const countOf = (show: Show) => findings.filter((finding) => isShown(finding, show)).length;
  const isTold = (show: Show) => show === "open" || countOf(show) > (show === "all" ? countOf("open") : 0);
  const buttons = shows.filter(isTold).map((show) => [show, tileButton(show, countOf(show))] as const);
  for (const [show, button] of buttons) button.addEventListener("click", () => choose(show));
  place.append(...buttons.map(([, button]) => element("li", {}, button)));
  return {
    show(chosen) {
      for (const [show, button] of buttons) button.setAttribute("aria-pressed", String(show === chosen));
    },
  };
}

function tileButton(show: Show, count: number): HTMLElement {
  const { label, meaning } = words[show];
  const parts = [
    element("span", { class: "tile-label" }, label),
    element("strong", {}, grouped(count)),
    element("span", { class: "tile-meaning" }, meaning),
  ];
  return element("button", { type: "button", class: "tile", "data-show": show }, ...parts);
}
