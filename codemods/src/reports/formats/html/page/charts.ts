import { grouped, plural } from "../../../../terminal/plural.js";
import { printable } from "../../../../terminal/printable.js";
import { gradeMeanings } from "../../../grade-meanings.js";
import { levelMeanings } from "../../../level-meanings.js";
import { type Level, levels, nobody, type PageFinding } from "../page-data.js";
import { element, svgElement } from "./element.js";
import { answers, type Facet, type Filter } from "./filter.js";

interface Chart {
  readonly facet: Facet;
  readonly title: string;
  /** In what order values stand; otherwise the longest bar is first. */
  readonly order?: readonly string[];
}

const charts: readonly Chart[] = [
  { facet: "rule", title: "By rule" },
  { facet: "repository", title: "By repository" },
  { facet: "path", title: "By file" },
  { facet: "owner", title: "By owner" },
  { facet: "level", title: "By level", order: levels },
  { facet: "grade", title: "By grade", order: Object.keys(gradeMeanings) },
  { facet: "certainty", title: "By certainty", order: ["proven", "likely"] },
  { facet: "code", title: "By place", order: ["programs", "tests"] },
];

const meanings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(levelMeanings).map(([level, meaning]) => [`level:${level}`, meaning])),
  ...Object.fromEntries(Object.entries(gradeMeanings).map(([grade, meaning]) => [`grade:${grade}`, meaning])),
  "certainty:proven": "the call is in sight",
  "certainty:likely": "by key and value",
  "code:programs": "what may run in a service",
  "code:tests": "tests, fixtures and examples",
};

const fewBars = 8;
const opened = new Set<Facet>();

/** Draws a chart for each facet. `choose` is called with the value of a bar, or with none to ask for all. */
export function drawCharts(
  place: HTMLElement,
  findings: readonly PageFinding[],
  filter: Filter,
  hasRepositories: boolean,
  choose: (facet: Facet, value: string) => void,
): void {
  const isTold = (facet: Facet) =>
    facet !== (hasRepositories ? "path" : "repository") &&
    (facet !== "owner" || findings.some(({ owner }) => owner !== nobody));
  const shown = charts.filter(({ facet }) => isTold(facet));
  const focused = document.activeElement?.getAttribute("data-bar");
  const drawn = shown.map((chart) => drawChart(chart, findings, filter, choose));
  place.replaceChildren(...drawn.slice(0, 2), element("div", { class: "small-charts" }, ...drawn.slice(2)));
  if (focused) place.querySelector<HTMLElement>(`[data-bar="${CSS.escape(focused)}"]`)?.focus();
}

function drawChart(
  { facet, title, order }: Chart,
  findings: readonly PageFinding[],
  filter: Filter,
  choose: (facet: Facet, value: string) => void,
): HTMLElement {
  const bars = barsOf(
    findings.filter((finding) => answers(finding, filter, facet)),
    facet,
    order,
  );
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const list = element("ul", {});
  const draw = () =>
    list.replaceChildren(
      ...(opened.has(facet) ? bars : bars.slice(0, fewBars)).map((bar) =>
        element("li", {}, drawBar(bar, facet, most, filter[facet] === bar.value, choose)),
      ),
    );
  draw();
  return element(
    "section",
    { class: "card chart", "aria-label": title, "data-facet": facet },
    element("h2", {}, title),
    bars.length > 0 ? list : element("p", { class: "aside" }, "Nothing."),
    ...(bars.length > fewBars ? [moreButton(facet, bars.length, draw)] : []),
  );
}

interface Bar {
  readonly value: string;
  readonly total: number;
  readonly counts: Readonly<Record<Level, number>>;
}

function barsOf(findings: readonly PageFinding[], facet: Facet, order: readonly string[] | undefined): readonly Bar[] {
  const counts = new Map<string, Record<Level, number>>();
  for (const finding of findings) {
    const count = counts.get(finding[facet]) ?? { error: 0, warning: 0, note: 0 };
    count[finding.level]++;
    counts.set(finding[facet], count);
  }
  const bars = [...counts].map(([value, count]) => ({
    value,
    counts: count,
    total: count.error + count.warning + count.note,
  }));
  return bars.sort((a, b) =>
    order ? order.indexOf(a.value) - order.indexOf(b.value) : b.total - a.total || (a.value < b.value ? -1 : 1),
  );
}

function drawBar(
  { value, total, counts }: Bar,
  facet: Facet,
  most: number,
  isChosen: boolean,
  choose: (facet: Facet, value: string) => void,
): HTMLElement {
  const words = levels
    .filter((level) => counts[level] > 0)
    .map((level) => plural(counts[level], level))
    .join(", ");
  const meaning = meanings[`${facet}:${value}`];
  const button = element(
    "button",
    {
      type: "button",
      class: "bar",
      "aria-pressed": String(isChosen),
      "data-bar": `${facet}:${value}`,
      title: `${printable(value)}: ${words}`,
    },
    element("span", { class: "bar-label" }, printable(value), ...(meaning ? [element("small", {}, meaning)] : [])),
    element("span", { class: "bar-count" }, grouped(total)),
    stack(counts, most),
    element("span", { class: "unseen" }, words),
  );
  button.addEventListener("click", () => choose(facet, isChosen ? "" : value));
  return button;
}

function stack(counts: Bar["counts"], most: number): SVGElement {
  let start = 0;
  const pieces = levels.map((level) => {
    const width = (counts[level] / most) * 100;
    const piece = svgElement("rect", { class: level, x: String(start), y: "0", width: String(width), height: "6" });
    start += width;
    return piece;
  });
  return svgElement("svg", { viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" }, ...pieces);
}

function moreButton(facet: Facet, count: number, draw: () => void): HTMLElement {
  const label = () => (opened.has(facet) ? "Show fewer" : `Show all ${grouped(count)}`);
  const button = element("button", { type: "button", class: "quiet", "data-bar": `more:${facet}` }, label());
  button.addEventListener("click", () => {
    if (!opened.delete(facet)) opened.add(facet);
    draw();
    button.textContent = label();
  });
  return button;
}
