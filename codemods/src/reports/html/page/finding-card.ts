import { element, message, visible } from "./element.js";
import type { PageFinding } from "./page-data.js";

const gradeMeanings: Readonly<Record<string, string>> = {
  fix: "The program means the same afterwards, or did not work before.",
  upgrade: "The edit changes who can connect, towards the policy.",
  ask: "Whether the edit works depends on facts outside the code.",
  manual: "A person has to act.",
};

/** One finding: where it is, what it says, and what its edits change. */
export function findingCard(finding: PageFinding): HTMLElement {
  const { level, rule, grade, status, certainty, path, line, column, guard, reason } = finding;
  const place = `${path}:${line}:${column}`;
  return element(
    "li",
    { class: `finding ${level}` },
    element("p", { class: "place" }, element("span", { class: `level ${level}` }, level), element("code", {}, visible(place))),
    element("p", {}, ...message(visible(finding.message))),
    ...(guard === undefined ? [] : [element("p", { class: "aside" }, "Behind the condition ", element("code", {}, visible(guard)), ", so it is not edited.")]),
    ...(reason === undefined ? [] : [element("p", { class: "aside" }, `Reason: ${visible(reason)}`)]),
    lines(finding),
    element("p", { class: "chips" }, ruleLink(rule), chip(grade, gradeMeanings[grade] ?? ""), ...(status === "new" ? [] : [chip(status, "")]), ...(certainty === "proven" ? [] : [chip(certainty, "The call that uses the options is out of sight.")])),
  );
}

function ruleLink(rule: string): HTMLElement {
  return element("a", { class: "chip", href: `#rule-${rule}` }, rule);
}

function chip(text: string, meaning: string): HTMLElement {
  return element("span", { class: "chip", title: meaning }, text);
}

function lines({ before, after, remedy }: PageFinding): HTMLElement {
  if (after === undefined) return element("pre", { tabindex: "0", "aria-label": "The code" }, ...linesOf(" ", before).map((line) => element("span", {}, line)));
  const [removed, added] = [linesOf("-", before), linesOf("+", after)];
  return element("pre", { tabindex: "0", "aria-label": remedy || "Before and after" }, ...removed.map((line) => element("del", {}, line)), ...added.map((line) => element("ins", {}, line)));
}

function linesOf(sign: string, text: string): readonly string[] {
  return text === "" ? [] : text.split(/\r\n?|\n/).map((line) => `${sign} ${visible(line)}\n`);
}
