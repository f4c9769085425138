import { grouped, plural } from "../../../../terminal/plural.js";
import { levels, type PageData } from "../page-data.js";
import { filterOf, keepInAddress } from "./address.js";
import { drawCharts } from "./charts.js";
import { part } from "./element.js";
import { answers, type Filter, firstFilter, isShown, withWords } from "./filter.js";
import { findingCard } from "./finding-card.js";
import { createFindingList } from "./finding-list.js";
import { fillRules, goToRule } from "./rule-cards.js";
import { fillSections } from "./sections.js";
import { startThemeButton } from "./theme.js";
import { createTiles } from "./tiles.js";
import { createToolbar } from "./toolbar.js";

const data: PageData = JSON.parse(part("data").textContent ?? "");
const findings = (["programs", "tests"] as const).flatMap((code) =>
  levels.flatMap((level) => data.findings.filter((finding) => finding.code === code && finding.level === level)),
);
const rules = new Map(data.rules.map((rule) => [rule.name, rule]));
const first = firstFilter(data);
const list = createFindingList(part("findings"), part("more"), (finding) =>
  findingCard(finding, rules.get(finding.rule)),
);
const tiles = createTiles(part("totals"), data, (show) => change({ show }));
const toolbar = createToolbar(part("filter"), findings, first, change);
let filter = filterOf(location.hash, first);

function change(changed: Partial<Filter>): void {
  filter = { ...filter, ...changed };
  keepInAddress(filter, first);
  show();
}

function show(): void {
  const candidates = withWords(
    findings.filter((finding) => isShown(finding, filter.show)),
    filter.text,
  );
  const found = candidates.filter((finding) => answers(finding, filter));
  tiles.show(filter.show);
  toolbar.show(filter);
  part("count").textContent =
    found.length === 0
      ? "No finding answers the filter."
      : `${grouped(found.length)} of ${plural(findings.length, "finding")}`;
  drawCharts(part("charts"), candidates, filter, data.repositories.length > 0, (facet, value) =>
    change({ [facet]: value }),
  );
  list.show(found);
}

fillSections(data);
fillRules(part("rules"), data);
startThemeButton(part("theme"));
addEventListener("hashchange", () => {
  filter = filterOf(location.hash, first);
  show();
});
part("page").hidden = false;
part("waiting").remove();
show();
if (location.hash.startsWith("#rule-")) goToRule(location.hash.slice("#rule-".length));
