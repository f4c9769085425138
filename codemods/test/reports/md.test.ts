import { describe, expect, it } from "vitest";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, fixable, upgrade } from "../harness/samples.js";
import { readMarkdown } from "./read-markdown.js";
import { createLegacyService } from "./report-folders.js";
import { finding, manyFindings, rendered, reportWith } from "./samples.js";

const manual = { ...finding, grade: "ask", fixable: false, level: "error" } as const;

describe("--format md", () => {
  it("is a pull request body of what fix did to the sample service", async () => {
    const { stdout } = await run(createLegacyService(), ["fix", "--format", "md"]);
    await expect(stdout.replaceAll(/tls-codemod \S+ makes|eslint-plugin-tls@[^/]+/g, "")).toMatchFileSnapshot(
      "__snapshots__/legacy-service.md",
    );
  });

  it("says what keeps its meaning, what does not, and who may stop connecting", async () => {
    const { stdout } = await run(createFolder({ "a.js": fixable, "b.js": upgrade }), ["--format", "md"]);
    expect(stdout).toContain("1 _fix_ (same meaning), 1 _upgrade_ (stricter, so that old peers may stop connecting)");
    expect(stdout).toContain("**Who may stop connecting:** Peers that speak nothing newer than TLS 1.1");
    const { stdout: same } = await run(createFolder({ "a.js": fixable }), ["--format", "md"]);
    expect(same).toContain("**Who may stop connecting:** Nobody");
  });

  it("lists what is left for a person, with what would help", async () => {
    const { stdout } = await run(createFolder({ "a.js": ask }), ["--format", "md"]);
    expect(stdout).toContain("found nothing to change by itself");
    expect(stdout).toMatch(
      /^- \[ \] `a\.js:1` `no-disabled-certificate-verification`: .* `fix --ask` would do this: Set `rejectUnauthorized` to `true`\.$/m,
    );
  });

  it("counts what each repository holds, when there are several", async () => {
    const { totals } = reportWith([]);
    const repository = { url: undefined, commit: undefined, dirty: undefined, totals };
    const text = await rendered(
      "md",
      reportWith([finding], {
        repositories: [
          { ...repository, name: "a|`b" },
          { ...repository, name: "c" },
        ],
      }),
    );
    expect(text).toContain(
      "| repository | fixed | open | accepted | not processed |\n| --- | ---: | ---: | ---: | ---: |\n| ``a\\|`b`` | 0 | 1 | 0 | 0 |\n| `c` | 0 | 1 | 0 | 0 |\n",
    );
  });

  it("stays within what GitHub takes, and keeps what a person has to do before the rest", async () => {
    const changes = manyFindings(2_000);
    const tasks = manyFindings(50).map(({ path }) => ({ ...manual, path: `by-hand/${path}` }));
    const text = await rendered("md", reportWith([...changes, ...tasks]));
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.length).toBeGreaterThan(64_000);
    const told = readMarkdown(text);
    expect(told.filter(({ path }) => path.startsWith("by-hand/"))).toHaveLength(50);
    const cut = Number(/_([\d,]+) places did not fit in here/.exec(text)![1]!.replace(",", ""));
    expect(told.length + cut).toBe(2_050);
  });

  it("cuts notes on the run, too", async () => {
    const notes = Array.from(
      { length: 3_000 },
      (_, index) => `packages/${index}/package.json: \`engines.node\` is no range.`,
    );
    const text = await rendered("md", reportWith([{ ...manual }], { notes }));
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/_[\d,]+ notes did not fit in here/);
    expect(readMarkdown(text)).toHaveLength(1);
  });

  it.each([
    ["pairs of backticks beside each other", "`a``` <img> ``b`"],
    ["an odd number of backticks", "`a` <img> `"],
    ["code that holds HTML", "Set `<img src=x>` to `</details>`."],
    ["a mention", "Ask @octocat, or <b>@team</b>."],
    ["a backslash before code", "\\`<img>`"],
  ])("shows %s as text", async (_, message) => {
    const text = await rendered("md", reportWith([{ ...manual, message }]));
    expect(readMarkdown(text)).toHaveLength(1);
    expect(text.replaceAll(/`[^`]*`/g, "")).not.toMatch(/@(?!<!-- -->)/);
  });
});
