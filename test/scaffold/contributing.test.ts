import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applied, type Step, stepsOf } from "./walk-through.js";
import { copyWorkspace, type WorkspaceCopy } from "./workspace-copy.js";

let workspace: WorkspaceCopy;

beforeAll(() => void (workspace = copyWorkspace()));
afterAll(() => workspace?.remove());

const minutes = 60_000;
const sections = ["Add a rule", "Add a client", "Add a file kind"] as const;
const generate = "npx pnpm@12 generate";
const runsTests = /^npx pnpm@12 vitest run /;
/** What a kind of file that is written in YAML is tested by. */
const yaml = ["other-files/buildkite", "packages/eslint-plugin/test/languages"];

describe("CONTRIBUTING.md, followed to the letter,", () => {
  /** What the tests print that the sections end with. The three are followed beside each other, so that one generation and one run of the tests serve them all. */
  let printed = "";

  beforeAll(() => {
    const steps = sections.map((heading) => stepsOf(workspace.read("CONTRIBUTING.md"), heading));
    const starts = steps.map((ofSection) =>
      ofSection.findIndex((step) => "command" in step && step.command === generate),
    );
    // each section is scaffolded, edited, generated and tested, in this order
    expect(Math.min(...starts)).toBeGreaterThan(1);
    for (const [index, ofSection] of steps.entries()) ofSection.slice(0, starts[index]).forEach(take);
    workspace.run("node tools/new-file-kind.js buildkite --yaml");
    workspace.run(generate);
    const ends = steps.flatMap((ofSection, index) => ofSection.slice(starts[index]! + 1));
    const lines = ends.map((step) => ("command" in step ? step.command : step.path));
    expect(lines).toEqual(sections.map(() => expect.stringMatching(runsTests)));
    const words = [...lines.flatMap((line) => line.replace(runsTests, "").split(" ")), ...yaml];
    const [flags, files] = [/^-/, /^[^-]/].map((kind) => words.filter((word) => kind.test(word)).join(" "));
    printed = workspace.run(`npx pnpm@12 vitest run ${files} ${flags}`);
  }, 15 * minutes);

  function take(step: Step): void {
    if ("command" in step) workspace.run(step.command);
    else workspace.write(step.path, applied(workspace.read(step.path), step));
  }

  it("adds a rule whose tests pass", () => {
    expect(printed).toContain("no-finite-field-dh.test.ts");
    expect(printed).toContain("rule-pages.test.ts");
    expect(workspace.changes()).toEqual(
      expect.arrayContaining([
        "packages/rules/src/rules/index.ts",
        "packages/rules/src/rules/no-finite-field-dh.ts",
        "packages/rules/test/rules/__snapshots__/no-finite-field-dh.txt",
        "packages/eslint-plugin/README.md",
        "packages/eslint-plugin/docs/rules/no-finite-field-dh.md",
        "codemods/src/transforms/finite-field-to-elliptic-curve-dh.ts",
      ]),
    );
    expect(workspace.read("packages/rules/test/rules/__snapshots__/no-finite-field-dh.txt")).toContain(
      "(warning, upgrade, proven)\n    Remove `dhparam`.",
    );
  });

  it("adds a client whose tests pass", () => {
    expect(printed).toContain("conformance.test.ts");
    expect(workspace.changes()).toEqual(
      expect.arrayContaining([
        "packages/rules/src/clients/faye-websocket.ts",
        "packages/rules/src/clients/index.ts",
        "docs/clients/faye-websocket.md",
      ]),
    );
    expect(workspace.read("docs/clients/faye-websocket.md")).toContain("faye-websocket 0.11.4");
  });

  it("adds a kind of file whose tests pass", () => {
    expect(printed).toContain("crontab.test.ts");
    expect(workspace.changes()).toEqual(
      expect.arrayContaining([
        "codemods/README.md",
        "codemods/src/other-files/kinds/crontab.ts",
        "codemods/src/other-files/kinds/index.ts",
        "packages/rules/src/other-files/kinds/crontab.ts",
        "packages/rules/src/other-files/kinds/index.ts",
      ]),
    );
  });

  it("a kind of file that is written in YAML works as the command leaves it", () => {
    for (const words of yaml) expect(printed).toContain(words);
  });
});

describe("the commands refuse", () => {
  const refusals = [
    ["a rule without a name", "new-rule.js", "Usage: pnpm new-rule <name>"],
    [
      "a rule's name that is none",
      "new-rule.js weak_group",
      '"weak_group" is no name for a rule. Begin with no-, prefer- or require-',
    ],
    [
      "a rule's name that is taken",
      "new-rule.js no-weak-group",
      "packages/rules/src/rules/no-weak-group.ts is there already.",
    ],
    [
      "an option that no rule reads",
      "new-rule.js no-long-session --option sessionTimeout",
      '"sessionTimeout" is no option that the rules read. Use one of minVersion,',
    ],
    ["a flag that there is not", "new-rule.js no-long-session --preset strict", "'--preset'"],
    ["a client without a name", "new-client.js", "Usage: pnpm new-client <npm-name>"],
    ["a client's name that is none", 'new-client.js "../ws"', '"../ws" is no name of an npm package'],
    [
      "a client that has a table under another name",
      "new-client.js @grpc/grpc-js@1.0.0",
      "packages/rules/src/clients/grpc-js.ts is the table of @grpc/grpc-js. Extend that one.",
    ],
    [
      "a client whose file is there",
      "new-client.js node-https@1.0.0",
      "packages/rules/src/clients/node-https.ts is there already.",
    ],
    ["a kind of file without a name", "new-file-kind.js", "Usage: pnpm new-file-kind <name>"],
    ["a kind's name that is none", "new-file-kind.js Crontab", '"Crontab" is no name for a kind.'],
    [
      "a kind that is there",
      "new-file-kind.js npmrc",
      "packages/rules/src/other-files/kinds/npmrc.ts is there already.",
    ],
  ] as const;

  it.each(refusals)("%s", (_, words, message) => {
    const before = workspace.changes();
    expect(() => workspace.run(`node tools/${words}`)).toThrow(message);
    expect(workspace.changes()).toEqual(before);
  });
});
