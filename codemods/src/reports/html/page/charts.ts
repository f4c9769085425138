import { element, svgElement, visible } from "./element.js";
import { matching, type Facet, type Filter } from "./filter.js";
import { levels, type Level, type PageFinding } from "./page-data.js";

interface Chart {
  readonly facet: Facet;
  readonly title: string;
}

const charts: readonly Chart[] = [
  { facet: "rule", title: "By rule" },
  { facet: "repository", title: "By repository" },
  { facet: "certainty", title: "By certainty" },
  { facet: "grade", title: "By grade" },
];

const fewBars = 8;
const opened = new Set<Facet>();

/** Draws a chart for each facet that has something to tell apart. `choose` is called with the value of a bar, or with none to ask for all. */
export function drawCharts(place: HTMLElement, findings: readonly PageFinding[], filter: Filter, choose: (facet: Facet, value: string) => void): void {
  const shown = charts.filter(({ facet }) => facet !== "repository" || new Set(findings.map(({ repository }) => repository)).size > 1);
  const focused = document.activeElement?.getAttribute("data-bar");
  place.replaceChildren(...shown.map((chart) => drawChart(chart, findings, filter, choose)));
  if (focused) place.querySelector<HTMLElement>(`[data-bar="${CSS.escape(focused)}"]`)?.focus();
}

function drawChart({ facet, title }: Chart, findings: readonly PageFinding[], filter: Filter, choose: (facet: Facet, value: string) => void): HTMLElement {
  const bars = barsOf(matching(findings, filter, facet), facet);
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const card = element("section", { class: "card chart", "aria-label": title }, element("h2", {}, title));
  const list = element("ul", {});
  const draw = () => list.replaceChildren(...(opened.has(facet) ? bars : bars.slice(0, fewBars)).map((bar) => element("li", {}, drawBar(bar, facet, most, filter[facet] === bar.value, choose))));
  draw();
  card.append(bars.length > 0 ? list : element("p", { class: "empty" }, "Nothing."));
  if (bars.length > fewBars) card.append(moreButton(facet, bars.length, draw));
  return card;
}

interface Bar {
  readonly value: string;
  readonly total: number;
  readonly counts: Readonly<Record<Level, number>>;
}

/** The longest first. */
function barsOf(findings: readonly PageFinding[], facet: Facet): readonly Bar[] {
  const counts = new Map<string, Record<Level, number>>();
  for (const finding of findings) {
    const count = counts.get(finding[facet]) ?? { error: 0, warning: 0, note: 0 };
    count[finding.level]++;
    counts.set(finding[facet], count);
  }
  const bars = [...counts].map(([value, count]) => ({ value, counts: count, total: count.error + count.warning + count.note }));
  return bars.sort((a, b) => b.total - a.total || (a.value < b.value ? -1 : 1));
}

function drawBar({ value, total, counts }: Bar, facet: Facet, most: number, isChosen: boolean, choose: (facet: Facet, value: string) => void): HTMLElement {
  const words = levels.filter((level) => counts[level] > 0).map((level) => `${counts[level].toLocaleString("en")} ${level}${counts[level] === 1 ? "" : "s"}`);
  const button = element(
    "button",
    { type: "button", class: "bar", "aria-pressed": String(isChosen), "data-bar": `${facet}:${value}`, title: `${visible(value)}: ${words.join(", ")}` },
    element("span", { class: "bar-label" }, visible(value)),
    element("span", { class: "bar-count" }, total.toLocaleString("en")),
    stack(counts, most),
  );
  button.addEventListener("click", () => choose(facet, isChosen ? "" : value));
  return button;
}

function stack(counts: Bar["counts"], most: number): SVGElement {
  let start = 0;
  const pieces = levels.map((level) => {
    const piece = svgElement("rect", { class: level, x: String(start), y: "0", width: String((counts[level] / most) * 100), height: "8" });
    start += (counts[level] / most) * 100;
    return piece;
  });
  return svgElement("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, ...pieces);
}

function moreButton(facet: Facet, count: number, draw: () => void): HTMLElement {
  const label = () => (opened.has(facet) ? "Show fewer" : `Show all ${count.toLocaleString("en")}`);
  const button = element("button", { type: "button", class: "quiet", "data-bar": `more:${facet}` }, label());
  button.addEventListener("click", () => {
    if (!opened.delete(facet)) opened.add(facet);
    draw();
    button.textContent = label();
  });
  return button;
}
