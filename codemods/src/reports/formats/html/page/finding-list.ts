import { grouped } from "../../../../terminal/plural.js";
import type { PageFinding } from "../page-data.js";
import { element } from "./element.js";

const atOnce = 100;
const printed = 500;

/** Shows findings in parts, the next one when it is asked for, so that what follows the list stays within reach. */
export function createFindingList(
  list: HTMLElement,
  more: HTMLElement,
  cardOf: (finding: PageFinding) => HTMLElement,
): { show(findings: readonly PageFinding[]): void } {
  let [all, shown]: [readonly PageFinding[], number] = [[], 0];
  const button = element("button", { type: "button" });
  button.addEventListener("click", () => showUpTo(shown + atOnce));
  const cut = element("p", { class: "print-only" });
  more.append(button, cut);
  addEventListener("beforeprint", () => showUpTo(printed));

  /** Those in tests stand below the others. */
  function entriesOf(finding: PageFinding, index: number): readonly HTMLElement[] {
    const isFirst = finding.code === "tests" && all[index - 1]?.code !== "tests";
    if (!isFirst) return [cardOf(finding)];
    const count = all.length - index;
    const heading = element("h3", {}, `In tests, fixtures and examples (${grouped(count)})`);
    return [element("li", { class: "apart" }, heading), cardOf(finding)];
  }

  function showUpTo(count: number): void {
    list.append(...all.slice(shown, count).flatMap((finding, index) => entriesOf(finding, shown + index)));
    shown = Math.max(shown, Math.min(count, all.length));
    more.hidden = shown === all.length;
    button.textContent = `Show more (${grouped(all.length - shown)} left)`;
    cut.textContent = `${grouped(all.length - shown)} more are not printed. Filter the page to print fewer at a time.`;
  }

  return {
    show(findings) {
      [all, shown] = [findings, 0];
      list.replaceChildren();
      showUpTo(atOnce);
    },
  };
}
