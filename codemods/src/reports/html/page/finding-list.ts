import { element } from "./element.js";
import { findingCard } from "./finding-card.js";
import type { PageFinding } from "./page-data.js";

const atOnce = 50;

/** Shows findings in parts: the next one when the end comes into sight, or when it is asked for. */
export function createFindingList(list: HTMLElement, more: HTMLElement): { show(findings: readonly PageFinding[]): void } {
  let [rest, shown]: [readonly PageFinding[], number] = [[], 0];
  const button = element("button", { type: "button" }, "");
  button.addEventListener("click", showMore);
  more.append(button);
  new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && showMore(), { rootMargin: "600px" }).observe(more);

  function showMore(): void {
    list.append(...rest.slice(shown, shown + atOnce).map(findingCard));
    shown = Math.min(shown + atOnce, rest.length);
    more.hidden = shown === rest.length;
    button.textContent = `Show more (${(rest.length - shown).toLocaleString("en")} left)`;
  }

  return {
    show(findings) {
      [rest, shown] = [findings, 0];
      list.replaceChildren();
      showMore();
    },
  };
}
