import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile, hasCompiler, judgeC } from "../../codemods/test/c/judge-c.js";
import { compileAllWithPython, judgePython } from "../../codemods/test/python/judge-python.js";

const folder = new URL("../../packages/eslint-plugin/docs/rules/", import.meta.url);

interface Example {
  readonly name: string;
  readonly rule: string;
  readonly language: "python" | "c";
  readonly before: string;
  /** Undefined where a person has to act. */
  readonly after: string | undefined;
  readonly isAsked: boolean;
}

function examplesOf(file: string): readonly Example[] {
  const page = readFileSync(new URL(file, folder), "utf8");
  const rule = file.replace(/\.md$/, "");
  const sections = [...page.matchAll(/^## In (Python|C)\n(.*?)(?=^## )/gms)];
  return sections.map(([, title, text]) => {
    const [before, after] = [...text!.matchAll(/^```(?:python|c)\n(.*?)^```$/gms)].map(([, code]) => code!);
    const language = title === "C" ? "c" : "python";
    return { name: `${rule} in ${title!}`, rule, language, before: before!, after, isAsked: text!.includes("`--ask`") };
  });
}

const examples = readdirSync(folder).flatMap(examplesOf);

describe("what a rule's page shows in other languages", () => {
  it.each(examples)("$name", async ({ rule, language, before, after, isAsked }) => {
    const judge = language === "c" ? judgeC : judgePython;
    const { findings, fixed, asked } = await judge(before);
    expect(findings.map((finding) => finding.split(" ")[1])).toContain(rule);
    expect({ after: after ?? before, isAsked }).toEqual({ after: asked, isAsked: asked !== fixed });
    for (const text of [before, asked]) {
      if (language === "python") compileAllWithPython([text]);
      else if (hasCompiler.c) compile(text, "c");
    }
  });
});
