import { type DefaultTreeAdapterTypes as Html, parse } from "parse5";
import type { PageData } from "../../src/reports/formats/html/page-data.js";
import type { Told } from "./told.js";

/** The findings that a page is given, found as a browser finds them. Throws where the page holds elements that are not its own. */
export function readHtml(text: string): readonly Told[] {
  return pageDataIn(text).findings;
}

export function pageDataIn(text: string): PageData {
  const elements = elementsOf(parse(text));
  const foreign = elements.filter(({ tagName }) => !ownElements.has(tagName));
  const [data, script, ...more] = elements.filter(({ tagName }) => tagName === "script");
  if (foreign.length > 0 || !data || !script || more.length > 0)
    throw new Error(
      `The page holds ${foreign.map(({ tagName }) => tagName).join(", ")} and ${more.length + 2} scripts.`,
    );
  return JSON.parse(textOf(data));
}

const ownElements = new Set(
  "html head meta link title style body a header div h1 h2 ul ol nav button main p section table thead tr tbody span script".split(
    " ",
  ),
);

function elementsOf(node: Html.Node): readonly Html.Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return "tagName" in node ? [node, ...children] : children;
}

function textOf({ childNodes }: Html.Element): string {
  return childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}
