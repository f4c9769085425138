import { rules, type Rule } from "tls-rules";
import { exitCodes } from "../exit-codes.js";
import type { Host } from "../host.js";
import { UsageError } from "../usage-error.js";

const gradeMeanings: Readonly<Record<string, string>> = {
  fix: "the program means the same afterwards, or did not work before",
  upgrade: "it changes who can connect, towards the policy",
  ask: "whether it works depends on facts outside the code",
};

/** Prints what a rule finds, what its edits change and how to suppress it. */
export async function explain(name: string, { stdout }: Host): Promise<number> {
  const rule = rules.find((candidate) => candidate.name === name);
  if (!rule) throw new UsageError(`There is no rule \`${name}\`.`, "`tls-codemod list` prints all of them.");
  stdout.write(`${explanationOf(rule)}\n`);
  return exitCodes.ok;
}

function explanationOf({ name, meta }: Rule): string {
  return [
    `${name}: Rule to ${meta.description}.`,
    "",
    "It says:",
    ...Object.values(meta.messages).map((message) => `  - ${message}`),
    "",
    "Its edits:",
    ...meta.grades.map((grade) => `  - ${grade}: ${gradeMeanings[grade]}`),
    "",
    "On the authority of:",
    ...meta.references.map((reference) => `  - ${reference}`),
    "",
    `ESLint: tls/${name} (${meta.preset}) · jscodeshift: transforms/${meta.transform}`,
    `Suppress one finding with a comment above it: @tls-codemod-ignore ${name} -- reason`,
  ].join("\n");
}
