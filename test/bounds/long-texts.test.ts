import { expect, it } from "vitest";
import { specifiersIn } from "../../codemods/src/engine/neighbours/specifiers.js";
import { parseSource } from "../../codemods/src/engine/reading/parse-source.js";
import { readOtherFile } from "../../codemods/src/other-files/index.js";
import { analyze, resolveSettings } from "../../packages/rules/src/index.js";
import { shapes } from "./shapes.js";

const settings = resolveSettings({ level: "note" });

/** Longer than anything that a reader going back and forth would come to an end with in a day. */
const long = 400_000;

const texts = [
  "long text in base64",
  "long parameters",
  "engines",
  "blanks in .env",
  "blanks in .npmrc",
  "blanks in openssl.cnf",
  "quotes in a Dockerfile",
];

// what a regular expression does inside is no counted work
it.each(texts)("is read from beginning to end: %s", (name) => {
  const { path, text, isHarmless } = shapes[name]!;
  const file = text(long);
  const found = path.endsWith(".js") ? analyze(parseSource(path, file), settings) : readOtherFile(path, file, settings);
  expect(found.length > 0 || isHarmless === true).toBe(true);
});

it.each([
  ["blanks behind a word of imports", `// from${" ".repeat(long)}x\n`],
  ["a word again and again", "exports ".repeat(long / 8)],
  ["words without blanks", "export*".repeat(long / 7)],
  ["braces that nobody closes", "export {".repeat(long / 8)],
  ["quotes", `from "`.repeat(long / 6)],
])("is searched for names of other files from beginning to end: %s", (_, text) => {
  expect(specifiersIn(Buffer.from(`${text}\nimport "./b";`)).names).toContain("./b");
});

it.each([
  ["package.json", (depth: number) => `{"a":`.repeat(depth) + '{"node":"--tls-min-v1.0"}' + "}".repeat(depth)],
  ["compose.yml", (depth: number) => `services: ${"{ a: ".repeat(depth)}NODE_OPTIONS${" }".repeat(depth)}`],
  ["run.sh", (depth: number) => `node --tls-min-v1.0 ${"$(".repeat(depth)}a${")".repeat(depth)}`],
  ["run.sh", (depth: number) => `${"if a; then ".repeat(depth)}node --tls-min-v1.0${"; fi".repeat(depth)}`],
] as const)("is read or refused where it is nested twenty thousand times: %s", (path, text) => {
  const read = () => readOtherFile(path, text(20_000), settings).length;
  expect(outcomeOf(read)).toMatch(/^(read|SyntaxError|RangeError)$/);
});

function outcomeOf(read: () => number): string {
  try {
    return read() >= 0 ? "read" : "";
  } catch (error) {
    return (error as Error).name;
  }
}
