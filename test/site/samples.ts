import { readdirSync, readFileSync } from "node:fs";
import { examples } from "./playground.js";

const root = new URL("../../", import.meta.url);

/** A file for the playground and the command line alike. */
export interface Sample {
  /** Unlike any other sample's, in a folder of its own. */
  readonly path: string;
  readonly language: "javascript" | "typescript";
  readonly code: string;
}

/** Programs of every kind that the repository shows: the rule pages' examples, the sample service, the playground's own. */
export function samples(): readonly Sample[] {
  return [...ruleExamples(), ...legacyService(), ...examples.map(({ language, code }) => ({ language, code }))].map(
    ({ language, code }, index) => ({
      path: `sample-${index}/src/index.${language === "typescript" ? "ts" : "js"}`,
      language,
      code,
    }),
  );
}

type Unnamed = Omit<Sample, "path">;

function ruleExamples(): readonly Unnamed[] {
  const folder = new URL("packages/eslint-plugin/docs/rules/", root);
  const pages = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
  return pages
    .flatMap((page) => [...page.matchAll(/^```(js|ts)\n([^]*?)^```$/gm)])
    .map(([, language, code]) => ({ language: languageOf(language!), code: code! }));
}

function legacyService(): readonly Unnamed[] {
  const folder = new URL("examples/legacy-service/src/", root);
  return readdirSync(folder).map((name) => ({
    language: languageOf(name),
    code: readFileSync(new URL(name, folder), "utf8"),
  }));
}

function languageOf(name: string): Sample["language"] {
  return name.endsWith("ts") ? "typescript" : "javascript";
}
