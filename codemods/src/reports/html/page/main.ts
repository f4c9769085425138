import { keepInAddress } from "./address.js";
import { drawCharts } from "./charts.js";
import { part } from "./element.js";
import { filterOf, matching, type Filter } from "./filter.js";
import { createFindingList } from "./finding-list.js";
import { levels, type PageData, type PageFinding } from "./page-data.js";
import { fillSections } from "./sections.js";
import { startThemeButton } from "./theme.js";
import { createToolbar } from "./toolbar.js";

const data: PageData = JSON.parse(part("data").textContent ?? "");
const findings: readonly PageFinding[] = levels.flatMap((level) => data.findings.filter((finding) => finding.level === level));
const list = createFindingList(part("findings"), part("more"));
const toolbar = createToolbar(part("filter"), findings, change);
let filter = filterOf(location.hash);

function change(changed: Partial<Filter>): void {
  filter = { ...filter, ...changed };
  keepInAddress(filter);
  show();
}

function show(): void {
  const found = matching(findings, filter);
  toolbar.show(filter);
  part("count").textContent = `${found.length.toLocaleString("en")} of ${findings.length.toLocaleString("en")} findings`;
  drawCharts(part("charts"), findings, filter, (facet, value) => change({ [facet]: value }));
  list.show(found);
}

fillSections(data, part);
startThemeButton(part("theme"));
addEventListener("hashchange", () => location.hash.startsWith("#?") && change(filterOf(location.hash)));
show();
