import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import tls from "eslint-plugin-tls";
import { type MendedText, mendText, VerificationError } from "tls-codemod";
import { type Grade, levels, resolveSettings } from "tls-rules";
import { defaultNodeRange } from "tls-rules/node-releases";
import type { Program } from "../programs/print.js";
import type { Fault } from "./faults.js";
import { runFaults } from "./runs.js";
import { textFaults } from "./texts.js";

const settings = resolveSettings({ level: "note" });

const steps = [
  { grade: "fix", grades: ["fix"] },
  { grade: "upgrade", grades: ["fix", "upgrade"] },
  { grade: "ask", grades: ["fix", "upgrade", "ask"] },
] as const;

/** Mends a program at each level of grades and holds every law that such a mend is under. */
export function examine({ path, text }: Program, flagNames: readonly string[]): readonly Fault[] {
  return steps.flatMap(({ grade, grades }) => {
    const mended = mend(path, text, grades);
    if (!("edits" in mended)) return [mended];
    const found = [
      ...textFaults({ path, before: text, after: mended.text, edits: mended.edits }),
      ...secondRunFaults(path, mended.text, grades),
      ...unannounced(mended),
      ...(grade === "ask" ? judgedWorse(mended) : []),
      ...(grade === "fix" ? doorFaults(path, text, mended.text) : []),
      ...runFaults({ before: text, after: mended.text, grade, flagNames, settings }),
    ];
    return found.map(({ law, detail }) => ({ law, detail: `${grade}: ${detail}\n--- after ${grade}\n${mended.text}` }));
  });
}

function mend(path: string, text: string, grades: readonly Grade[]): MendedText | Fault {
  try {
    return mendText(path, text, settings, { grades });
  } catch (error) {
    const law =
      error instanceof VerificationError
        ? "edits come to an end, and their result is verified"
        : "no text makes the tool fail";
    return { law, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function secondRunFaults(path: string, text: string, grades: readonly Grade[]): readonly Fault[] {
  const again = mend(path, text, grades);
  if (!("edits" in again)) return [again];
  return again.edits.length === 0 ? [] : [{ law: "a second run is silent", detail: again.text }];
}

/** What is edited is in a finding of the text as it was, or of what came to light behind its edits. */
function unannounced({ edits, before, revealed }: MendedText): readonly Fault[] {
  const announced = [...before.findings, ...revealed].flatMap((finding) => finding.edits);
  return edits
    .filter(({ range: [start, end] }) => !announced.some(({ range }) => range[0] <= end && start <= range[1]))
    .map(({ range, text }) => ({ law: "every edit is announced", detail: `${range.join("-")}: ${text}` }));
}

/**
 * What is left is nothing that was not said of the program before, at the level at which it was said.
 * What could not connect at all offered nothing that could be said.
 */
function judgedWorse({ before, remaining }: MendedText): readonly Fault[] {
  if (before.findings.some(({ messageId }) => failure.test(messageId))) return [];
  const worst = new Map<string, number>();
  for (const { rule, level } of before.findings) worst.set(rule, Math.max(worst.get(rule) ?? 0, levels.indexOf(level)));
  return (
    remaining
      // what somebody's choice decides is not edited, and may come to light
      .filter(({ guard }) => guard === undefined)
      .filter(({ rule, level }) => level !== "note" && levels.indexOf(level) > (worst.get(rule) ?? 0))
      .map(({ rule, message }) => ({ law: "nothing is judged worse afterwards", detail: `${rule}: ${message}` }))
  );
}

const failure = /throws|cannotConnect|conflict|unreachable|historic|unknownMethod/i;

const linter = new Linter();

const config: Linter.Config[] = [
  {
    files: ["**/*.{js,mjs,ts}"],
    plugins: { tls },
    rules: Object.fromEntries(Object.keys(tls.rules).map((name) => [`tls/${name}`, "error"])),
    // this workspace names releases of its own
    settings: { tls: { level: "note", node: defaultNodeRange } },
    languageOptions: { parser: typescriptParser },
    linterOptions: { reportUnusedDisableDirectives: "off" },
  },
];

/** ESLint's `--fix` and `tls-codemod fix --only fix` write the same bytes. */
function doorFaults(path: string, text: string, mended: string): readonly Fault[] {
  const { output, messages } = linter.verifyAndFix(text, config, { filename: path });
  const fatal = messages.find(({ fatal: isFatal }) => isFatal);
  if (fatal) return [{ law: "ESLint reads what the command line reads", detail: fatal.message }];
  return output === mended ? [] : [{ law: "ESLint and the command line write the same bytes", detail: output }];
}
