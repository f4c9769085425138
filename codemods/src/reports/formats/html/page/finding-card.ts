import { printable } from "../../../../terminal/printable.js";
import { gradeMeanings } from "../../../grade-meanings.js";
import { nobody, type Outcome, type PageFinding, type PageRule } from "../page-data.js";
import { type CodeLine, diffLines, linesOf } from "./code-lines.js";
import { code, element, link, message } from "./element.js";
import { authority, goToRule } from "./rule-cards.js";

const outcomes: Readonly<Record<Outcome, string>> = {
  ready: "ready to fix",
  person: "for a person",
  untold: "to look at",
  fixed: "fixed",
  accepted: "accepted",
};

/** One finding: where it is, what it says and on whose authority, and what its edits change. */
export function findingCard(finding: PageFinding, rule: PageRule | undefined): HTMLElement {
  const { level, rule: name, grade, outcome, certainty, guard, reason, after } = finding;
  return element(
    "li",
    { class: "finding" },
    element("p", { class: "place" }, element("span", { class: `level ${level}` }, level), place(finding)),
    element(
      "p",
      { class: "chips" },
      ruleLink(name),
      chip(grade, (gradeMeanings as Readonly<Record<string, string>>)[grade] ?? ""),
      chip(outcomes[outcome], ""),
      ...(finding.code === "tests" ? [chip("in a test", "tests, fixtures and examples")] : []),
      ...(finding.owner === nobody ? [] : [chip(`owner ${printable(finding.owner)}`, "by CODEOWNERS")]),
      ...(certainty === "proven" ? [] : [chip(certainty, "the call that uses the options is out of sight")]),
    ),
    element("p", {}, ...message(finding.message)),
    ...attackLines(finding),
    ...(guard === undefined
      ? []
      : [element("p", { class: "aside" }, "It stands behind the condition ", code(guard), ", so it is not edited.")]),
    ...(reason === undefined ? [] : [element("p", { class: "aside" }, `Reason: ${printable(reason)}`)]),
    ...(grade === "ask" && outcome === "person" && after !== undefined
      ? [element("p", { class: "aside caption" }, code("tls-codemod fix --ask"), " would do this:")]
      : []),
    block(finding),
    ...(rule && rule.references.length > 0 ? [element("p", { class: "aside" }, ...authority(rule))] : []),
  );
}

function attackLines({ attacks = [] }: PageFinding): readonly HTMLElement[] {
  return attacks.map(({ title, meaning, url }) =>
    element("p", { class: "aside" }, "Leaves room for ", link(printable(title), url), `, ${printable(meaning)}.`),
  );
}

function place({ repository, path, line, column, address }: PageFinding): HTMLElement {
  const inside = repository === "." || !path.startsWith(`${repository}/`) ? path : path.slice(repository.length + 1);
  const shown = element(
    "code",
    {},
    ...(inside === path ? [] : [element("span", { class: "repository" }, `${printable(repository)}/`)]),
    `${printable(inside)}:${line}:${column}`,
  );
  return address === undefined ? shown : element("a", { href: address, rel: "noreferrer" }, shown);
}

function ruleLink(name: string): HTMLElement {
  const anchor = element("a", { class: "chip", href: `#rule-${name}` }, name);
  anchor.addEventListener("click", (event) => goToRule(name) && event.preventDefault());
  return anchor;
}

function chip(text: string, meaning: string): HTMLElement {
  return element("span", { class: "chip", ...(meaning && { title: meaning }) }, text);
}

function block({ before, after, found }: PageFinding): HTMLElement {
  if (after === undefined)
    return element(
      "pre",
      { tabindex: "0", "aria-label": "The code" },
      ...linesOf(before).map((line, index) => codeLine(index === 0 ? sourceLine(line, found) : sourceLine(line))),
    );
  return element("pre", { tabindex: "0", "aria-label": "Before and after" }, ...diffLines(before, after).map(codeLine));
}

function sourceLine(line: string, [start, end]: readonly [number, number] = [line.length, line.length]): CodeLine {
  const pieces = [
    { text: line.slice(0, start), isOwn: false },
    { text: line.slice(start, end), isOwn: true },
    { text: line.slice(end), isOwn: false },
  ];
  return { sign: " ", pieces: pieces.filter(({ text }) => text !== "") };
}

function codeLine({ sign, pieces }: CodeLine): HTMLElement {
  const name = ({ " ": "span", "-": "del", "+": "ins" } as const)[sign];
  const shown = pieces.map(({ text, isOwn }) =>
    isOwn && text.trim() !== "" ? element("mark", {}, printable(text)) : printable(text),
  );
  return element(name, {}, `${sign} `, ...shown);
}
