import fc from "fast-check";
import { applyEdits, resolveSettings, rules, selectEdits } from "tls-rules";
import { hasOtherFileTriggerWord } from "tls-rules/other-files/candidates";
import { describe, expect, it } from "vitest";
import { otherFileComments, readOtherFile } from "../../src/other-files/index.js";

const settings = resolveSettings({ level: "note" });

describe("the rules", () => {
  it.each(rules.filter(({ checkSetting }) => checkSetting).map(({ name, meta }) => [name, meta] as const))(
    "%s says what it is",
    (name, { description, grades, references, messages }) => {
      expect(name).toMatch(/^no-/);
      expect(description).toMatch(/^disallow [^.]*$/);
      expect(grades.length).toBeGreaterThan(0);
      expect(references.length).toBeGreaterThan(0);
      for (const message of Object.values(messages)) expect(message).toMatch(/^[`WTA].*(?:\.|\{\{remedy\}\})$/);
    },
  );

  it("fill their messages", () => {
    const { message, data, remedy } = readOtherFile("start.sh", "NODE_OPTIONS=--tls-min-v1.0 node x\n", settings)[0]!;
    expect(message).toBe(
      "`--tls-min-v1.0` lets every TLS connection of the process go down to TLSv1, which RFC 8996, section 4 prohibits (reachable on Node 12-22.19 and 23-24.4, latent on Node 22.20-22.x and 24.5+). Remove it.",
    );
    expect(data).toMatchObject({ flag: "--tls-min-v1.0", version: "TLSv1" });
    expect(remedy).toBe("Remove `--tls-min-v1.0`.");
  });

  it("a level brings a latent version within reach", () => {
    const [floor] = readOtherFile("start.sh", "node --tls-min-v1.0 --tls-cipher-list=ALL:@SECLEVEL=0 x\n", settings);
    expect(floor!.message).toContain("which RFC 8996, section 4 prohibits. Remove it.");
  });

  it("say where the legacy provider keeps Node from starting", () => {
    const [finding] = readOtherFile("start.sh", "node --openssl-legacy-provider x\n", settings);
    expect(finding!.message).toContain("; Node 12-16 does not start with it.");
  });

  it("leave out what is below the level or not certain enough", () => {
    const text = "a --openssl-legacy-provider\n";
    expect(readOtherFile("start.sh", text, { ...settings, level: "error" })).toEqual([]);
    expect(readOtherFile("start.sh", text, { ...settings, certainty: "proven" })).toEqual([]);
  });
});

describe("comments", () => {
  it("of a shell script", () =>
    expect(
      otherFileComments(
        "a.sh",
        `# @tls-codemod-ignore a -- b
x # c
`,
      ),
    ).toEqual([
      { value: " @tls-codemod-ignore a -- b", range: [0, 28] },
      { value: " c", range: [31, 34] },
    ]));

  it("of a script inside a workflow", () =>
    expect(
      otherFileComments(
        ".github/workflows/a.yml",
        `run: |
  # @tls-codemod-ignore a -- b
`,
      ).map(({ value }) => value),
    ).toEqual([" @tls-codemod-ignore a -- b"]));

  it("of package.json, which are properties named //", () =>
    expect(
      otherFileComments(
        "package.json",
        `{ "scripts": {
  "//dev": "@tls-codemod-ignore a -- b",
  "dev": "# c" } }`,
      ),
    ).toEqual([{ value: "@tls-codemod-ignore a -- b", range: [17, 54] }]));
});

describe("whatever the text", () => {
  const word = fc.constantFrom(
    ...[
      "NODE_TLS_REJECT_UNAUTHORIZED=0",
      "export ",
      "NODE_OPTIONS=",
      '"',
      "'",
      "\\",
      "\n",
      " ",
      ";",
      "&&",
      "||",
      "|",
      "(",
      ")",
      "$(",
      "`",
      "${",
      "}",
      "#",
      "<<EOF\n",
      "EOF\n",
      "if ",
      "then ",
      "else ",
      "fi",
      "case ",
      "in ",
      "esac",
      ";;",
      "{ ",
      "do ",
      "done",
    ],
    ...[
      "node ",
      "--tls-min-v1.0",
      "--tls-cipher-list=",
      "npm config set strict-ssl false",
      ">",
      "2>&1",
      "env ",
      "sh -c ",
      "- ",
      "env:\n",
      "  ",
      "ENV ",
      "RUN ",
      "CMD [",
      "]",
      ",",
      "strict-ssl=false",
      "MinProtocol = TLSv1",
      "é",
      "\u{1F600}",
      "\r\n",
    ],
  );
  const paths = [
    "a.sh",
    ".env",
    ".npmrc",
    "Dockerfile",
    "compose.yml",
    ".github/workflows/a.yml",
    ".gitlab-ci.yml",
    "openssl.cnf",
    "package.json",
  ];

  it("reading ends, ranges are inside it, and the edits lead to a text that reads again", () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.array(word, { maxLength: 40 }).map((words) => words.join("")),
        (path, text) => {
          const findings = read(path, text);
          if (!findings) return;
          for (const { range, edits } of findings) {
            for (const [start, end] of [range, ...edits.map((edit) => edit.range)])
              expect(0 <= start && start <= end && end <= text.length).toBe(true);
          }
          expect(read(path, applyEdits(text, selectEdits(findings).edits))).toBeDefined();
          if (findings.length > 0) expect(hasOtherFileTriggerWord(text)).toBe(true);
        },
      ),
      { numRuns: 1500 },
    ));

  /** Undefined for what does not parse. */
  function read(path: string, text: string) {
    try {
      return readOtherFile(path, text, settings);
    } catch (error) {
      if (error instanceof SyntaxError) return;
      throw error;
    }
  }
});
