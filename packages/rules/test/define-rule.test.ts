import { describe, expect, it } from "vitest";
import { analyzeSettings } from "../src/analyze-settings.js";
import { defineRule, gradesOf, isProgramRule, type Rule } from "../src/define-rule.js";
import { rules } from "../src/rules/index.js";
import type { EnvironmentVariable } from "../src/setting.js";
import { resolveSettings } from "../src/settings.js";
import { SourceText } from "../src/source-text.js";

const meta = {
  type: "problem",
  description: "disallow everything",
  grades: ["ask"],
  cwe: [],
  references: [],
  messages: { seen: "`{{name}}` is seen.", plain: "Seen." },
} as const;

const text = "NODE_TLS_REJECT_UNAUTHORIZED=0";
const variable: EnvironmentVariable = {
  kind: "variable",
  name: "NODE_TLS_REJECT_UNAUTHORIZED",
  value: SourceText.verbatim(text, [29, 30]),
  range: [0, 30],
  removal: [{ range: [0, 30], text: "" }],
  certainty: "proven",
  guard: undefined,
};
const mend = { edits: variable.removal!, remedy: "Remove it." };

function findingsOf(rule: Rule, setting = variable, path = "start.sh") {
  return analyzeSettings({ path, text: "" }, [setting], resolveSettings({ level: "note" }), [rule]);
}

describe("a rule that compiles", () => {
  it("fills the placeholders of its messages, and reports grades of its meta", () => {
    const rule = defineRule({
      name: "good",
      meta,
      checkSetting: {
        variable(setting, { report }) {
          report({ at: setting, messageId: "seen", data: { name: setting.name }, grade: "ask", mend });
          report({ at: setting, messageId: "plain", level: "note" });
        },
      },
    });
    expect(findingsOf(rule)).toMatchObject([
      { rule: "good", message: "`NODE_TLS_REJECT_UNAUTHORIZED` is seen.", level: "error", grade: "ask" },
    ]);
  });

  it("cannot report a grade, a message or data that its meta does not have", () => {
    const rule = defineRule({
      name: "bad",
      meta,
      checkSetting: {
        variable(setting, { report }) {
          // @ts-expect-error `fix` is not among the grades
          report({ at: setting, messageId: "plain", grade: "fix" });
          // @ts-expect-error there is no such message
          report({ at: setting, messageId: "unseen" });
          // @ts-expect-error the message has a placeholder
          report({ at: setting, messageId: "seen" });
          // @ts-expect-error the message has another placeholder
          report({ at: setting, messageId: "seen", data: { value: "0" } });
        },
      },
      checkTlsOptions(options, { report, known }) {
        for (const value of known("ciphers")) {
          // @ts-expect-error `upgrade` is not among the grades
          report({ at: value, messageId: "plain", grade: "upgrade" });
        }
        // @ts-expect-error a program has no range of its own
        report({ at: { range: [0, 1] }, messageId: "plain" });
      },
      checkPython(_program, { report }) {
        report({ at: { range: [0, 1] }, messageId: "plain", grade: "ask" });
        // @ts-expect-error `upgrade` is not among the grades
        report({ at: { range: [0, 1] }, messageId: "plain", grade: "upgrade" });
      },
    });
    expect(rule.meta.grades).toEqual(["ask"]);
  });

  it("may have other grades in Python, which are its grades as well", () => {
    const rule = defineRule({
      name: "two languages",
      meta: { ...meta, gradesInPython: ["fix"] },
      checkPython(_program, { report }) {
        report({ at: { range: [0, 1] }, messageId: "plain", grade: "fix" });
        // @ts-expect-error `ask` is for the other language
        report({ at: { range: [0, 1] }, messageId: "plain", grade: "ask" });
      },
    });
    expect(gradesOf(rule)).toEqual(["ask", "fix"]);
  });

  it("is asked about the kinds of settings that it names, and no others", () => {
    const asked: string[] = [];
    const rule = defineRule({
      name: "asks",
      meta,
      checkSetting: {
        "npm-setting": ({ name }) => asked.push(name),
        "node-flags": ({ flags }) => asked.push(...flags.map(({ name }) => name)),
      },
    });
    findingsOf(rule);
    findingsOf(rule, { ...variable, name: "NODE_OPTIONS", value: SourceText.verbatim("--tls-min-v1.0", [0, 14]) });
    findingsOf(rule, { ...variable, name: "npm_config_strict_ssl" });
    expect(asked).toEqual(["--tls-min-v1.0", "strict-ssl"]);
  });
});

describe("what a door makes of a report", () => {
  const rule = defineRule({
    name: "mends",
    meta,
    checkSetting: {
      variable: (setting, { report }) => report({ at: setting, messageId: "plain", grade: "ask", mend }),
    },
  });

  it("edits nothing behind a guard, and weighs less there", () => {
    expect(findingsOf(rule, { ...variable, guard: "$INSECURE" })).toMatchObject([
      { level: "warning", grade: "manual", edits: [], remedy: "" },
    ]);
    expect(findingsOf(rule)).toMatchObject([{ level: "error", grade: "ask", edits: mend.edits, remedy: "Remove it." }]);
  });

  it("weighs less in an example", () => {
    expect(findingsOf(rule, variable, ".env.example")).toMatchObject([{ level: "warning", grade: "ask" }]);
  });

  it("is said once for each place and message", () => {
    expect(
      analyzeSettings({ path: "start.sh", text: "" }, [variable, variable], resolveSettings(), [rule]),
    ).toHaveLength(1);
  });
});

it("a rule about programs has a preset and a transform, another one has neither", () => {
  for (const rule of rules) {
    // what programs hand to the processes that they start is no configuration of OpenSSL
    const isAboutProcesses = Object.keys(rule.checkSetting ?? {}).some((kind) => kind !== "openssl-command");
    const isAboutPrograms =
      isAboutProcesses || Boolean(rule.checkTlsOptions ?? rule.checkEnvironmentWrite ?? rule.checkProgram);
    expect([rule.name, isProgramRule(rule)]).toEqual([rule.name, isAboutPrograms]);
    expect([rule.name, rule.meta.preset !== undefined]).toEqual([rule.name, isAboutPrograms]);
  }
});

it("what a rule says of a value that is not known is one of its messages", () => {
  const { messages } = rules.find(({ name }) => name === "no-weak-group")!.meta;
  expect(messages["undecided"]).toBe("`{{option}}` may offer weak groups; the code does not tell.");
});
