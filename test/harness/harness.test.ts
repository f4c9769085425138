import { defineRule, type Rule } from "tls-rules";
import { describe, expect, it } from "vitest";
import { assertFound, assertSilent } from "./assertions.js";
import { caretSnapshot } from "./caret-snapshot.js";
import { sampleOf } from "./cases.js";
import { engineDoor } from "./doors/engine-door.js";
import { resaved, resavedFindings } from "./variant.js";
import { mergedEdit, withEdits } from "./with-edits.js";

const messages = { found: "`ciphers` is `{{value}}`." } as const;

type Check = NonNullable<Rule<typeof messages>["checkTlsOptions"]>;

/** A rule about `ciphers` that does one thing; most of them do it wrong. */
function ruleThat(checkTlsOptions: Check): Rule {
  return defineRule({
    name: "no-sample",
    meta: {
      type: "problem",
      description: "",
      preset: "strict",
      grades: ["upgrade"],
      transform: "",
      cwe: [],
      references: [],
      messages,
    },
    checkTlsOptions,
  });
}

const sample = sampleOf({ name: "", code: "require('tls').connect({\n  ciphers: 'weak',\n});\n" });

const replace = (text: string, grade: "fix" | "upgrade" = "upgrade"): Rule =>
  ruleThat((options, { report, mend }) => {
    for (const at of options.values("ciphers")) {
      if (at.value === "strong") continue;
      report({
        at,
        messageId: "found",
        data: { value: String(at.value) },
        grade,
        mend: mend.replaceNode(at.node, text, "Set it."),
      });
    }
  });

describe("a case passes", () => {
  it("where all doors agree and the edit mends", () => {
    expect(() => assertFound(replace("'strong'"), sample)).not.toThrow();
    expect(() =>
      assertSilent(replace("'strong'"), sampleOf({ name: "", code: sample.code.replace("weak", "strong") })),
    ).not.toThrow();
  });
});

describe("a case fails", () => {
  const failing: readonly (readonly [string, RegExp, Rule])[] = [
    ["where nothing is found", /findings/, ruleThat(() => {})],
    [
      "where a door sees something else",
      /ESLint with espree/,
      ruleThat((options, { report, program }) => {
        for (const at of options.values("ciphers"))
          report({ at, messageId: "found", data: { value: String("tokens" in program.file.ast) } });
      }),
    ],
    [
      "where an edit has a grade that the rule does not declare",
      /grades that the rule declares|fixable/,
      replace("'strong'", "fix"),
    ],
    ["where the output does not parse", /src\/example\.js/, replace("'strong")],
    ["where the edits never end", /do not come to an end/, replace("'weak' ")],
    [
      "where an edit does not know CRLF",
      /byte order mark, CRLF and tabs/,
      ruleThat((options, { report, mend, program }) => {
        for (const at of options.values("ciphers")) {
          const rest = { range: [at.node.range[1] + 2, program.file.ast.range[1]] as [number, number] };
          if (at.value === "weak")
            report({
              at,
              messageId: "found",
              data: { value: "" },
              grade: "upgrade",
              mend: {
                edits: [mend.replaceNode(at.node, "'strong'", ""), mend.replaceNode(rest, "});\n", "")].flatMap(
                  ({ edits }) => edits,
                ),
                remedy: "",
              },
            });
        }
      }),
    ],
  ];

  it.each(failing)("%s", (_name, message, rule) => {
    expect(() => assertFound(rule, sample)).toThrow(message);
  });

  it("where a silent one is found", () => {
    expect(() => assertSilent(replace("'strong'"), sample)).toThrow();
  });
});

describe("the resaved form of a text", () => {
  const code = "a = {\n    b: 'x',\n  c }\n";

  it("has a byte order mark, CRLF, and a tab for each two spaces of indentation", () => {
    expect(resaved(code)).toBe("\uFEFFa = {\r\n\t\tb: 'x',\r\n\tc }\r\n");
  });

  it("moves offsets with their characters, and counts no byte order mark", () => {
    const { findings } = engineDoor.read(replace("'strong'"), sample);
    const [moved] = resavedFindings(findings, sample.code);
    const text = resaved(sample.code).slice(1);
    expect(text.slice(...moved!.range)).toBe("ciphers: 'weak'");
    expect(text.slice(...moved!.edits[0]!.range)).toBe("'weak'");
  });
});

describe("edits", () => {
  const text = "0123456789";

  it("are spliced wherever they stand in the list, insertions before what they precede", () => {
    expect(
      withEdits(text, [
        { range: [8, 9], text: "" },
        { range: [1, 3], text: "ab" },
        { range: [3, 3], text: "+" },
      ]),
    ).toBe("0ab+345679");
  });

  it("become one replacement as ESLint merges them", () => {
    expect(
      mergedEdit(text, [
        { range: [6, 7], text: "x" },
        { range: [2, 3], text: "" },
      ]),
    ).toEqual({ range: [2, 7], text: "345x" });
  });
});

describe("the snapshot of a case", () => {
  it("marks each line of a finding, and says what was done", () => {
    const code = "require('tls').connect({\n\tciphers: [\n\t\t'a',\n\t].join(':') });";
    const example = { name: "A list over three lines.", code, settings: { node: ">=20" } };
    const finding = {
      range: [code.indexOf("ciphers"), code.lastIndexOf(" })")],
      message: "`ciphers` is weak.",
      level: "error",
      grade: "upgrade",
      certainty: "proven",
      guard: "dev",
      remedy: "Set it.",
    };
    const output = "require('tls').connect({\n\tciphers: 'b' });";
    expect(caretSnapshot(example, { findings: [finding as never], output })).toBe(`# A list over three lines.
Settings: {"node":">=20"}

  1 | require('tls').connect({
  2 | \tciphers: [
    | \t^~~~~~~~~~
  3 | \t\t'a',
    | \t\t~~~~
  4 | \t].join(':') });
    | \t~~~~~~~~~~~ [1]

[1] \`ciphers\` is weak. (error, upgrade, proven, behind \`dev\`)
    Set it.

Output:
  1 | require('tls').connect({
  2 | \tciphers: 'b' });`);
  });
});
