import json from "@eslint/json";
import * as typescriptParser from "@typescript-eslint/parser";
import { structuredPatch } from "diff";
import { Linter } from "eslint";
import * as yml from "eslint-plugin-yml";

const linter = new Linter();
const maxPasses = 10;

/** Under which name and by which parser an example of a page is read. */
const readings = {
  js: { filename: "example.js", files: ["**/*.js"] },
  ts: { filename: "example.ts", files: ["**/*.ts"], languageOptions: { parser: typescriptParser } },
  json: { filename: "package.json", files: ["**/*.json"], language: "json/json" },
  yaml: { filename: ".github/workflows/example.yml", files: ["**/*.yml"], language: "yml/yaml" },
};

/**
 * What a rule's edits of all grades make of the incorrect examples on its page, as diffs.
 * @param plugin eslint-plugin-tls, as it is published.
 * @param {string} node the releases that they are judged for: this workspace names some of its own
 */
export function mendedExamples(plugin, rule, page, node) {
  const [, incorrect = ""] = /^## Incorrect\n([^]*?)^## /m.exec(page) ?? [];
  const examples = [...incorrect.matchAll(/^```(js|ts|json|yaml)\n([^]*?)^```$/gm)];
  const diffs = examples.flatMap(([, language, code]) => {
    const mended = withAllEdits({ plugin, rule, node }, language, code);
    return mended === code ? [] : [diff(code, mended)];
  });
  if (diffs.length === 0) return "There is no edit for the examples above; a person has to act.";
  const left = examples.length - diffs.length;
  return [
    "The examples above, with the edits of all grades:",
    ...diffs,
    ...(left > 0 ? ["The other examples need a person."] : []),
  ].join("\n\n");
}

function withAllEdits({ plugin, rule, node }, language, code) {
  const { filename, ...reading } = readings[language];
  const config = {
    plugins: { tls: plugin, json, yml },
    rules: { [`tls/${rule}`]: ["error", { level: "note" }] },
    settings: { tls: { node } },
  };
  let current = code;
  for (let pass = 0; pass < maxPasses; pass++) {
    const messages = linter.verify(current, [config, reading], { filename });
    const edits = messages.flatMap(({ fix, suggestions }) => fix ?? suggestions?.[0]?.fix ?? []);
    if (edits.length === 0) return current;
    current = withEdits(current, edits);
  }
  throw new Error(`The edits of ${rule} do not come to an end in:\n${code}`);
}

/** Of edits that overlap the first is applied; the other comes with the next pass. */
function withEdits(code, edits) {
  const inOrder = edits.toSorted((a, b) => a.range[0] - b.range[0]);
  const apart = inOrder.filter(
    ({ range }, index) => range[0] >= Math.max(0, ...inOrder.slice(0, index).map((earlier) => earlier.range[1])),
  );
  return apart.reduceRight(
    (text, { range: [start, end], text: fresh }) => text.slice(0, start) + fresh + text.slice(end),
    code,
  );
}

/** The whole text, so that it can be read without the example. */
function diff(before, after) {
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: Infinity });
  return ["```diff", ...hunks.flatMap(({ lines }) => lines.map((line) => line.trimEnd())), "```"].join("\n");
}
