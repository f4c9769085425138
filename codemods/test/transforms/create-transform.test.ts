import { readdirSync } from "node:fs";
import { isProgramRule, rules } from "tls-rules";
import { describe, expect, it } from "vitest";
import { createTransform } from "../../src/jscodeshift/create-transform.js";
import all from "../../src/transforms/all.js";

const programRules = rules.filter(isProgramRule);

const path = "src/client.js";
const upgrade = "require('tls').connect({ secureProtocol: 'TLSv1_method' });\n";
const ask = "require('tls').connect({ rejectUnauthorized: false });\n";
const verified = "require('tls').connect({ rejectUnauthorized: true });\n";
const mended = "require('tls').connect({ minVersion: 'TLSv1.2' });\n";

it("there is one transform for each rule, named from-to, and one for all", () => {
  const files = readdirSync(new URL("../../src/transforms/", import.meta.url));
  expect(files.sort()).toEqual(
    ["all", ...programRules.map(({ meta }) => meta.transform)].map((name) => `${name}.ts`).sort(),
  );
});

it.each(programRules)("the transform of $name mends what that rule finds, and nothing else", async (rule) => {
  const { default: transform } = await import(`../../src/transforms/${rule.meta.transform}.ts`);
  const source = upgrade + ask;
  expect(transform({ path, source }, {}, { ask: 1 })).toBe(createTransform([rule])({ path, source }, {}, { ask: 1 }));
});

describe("a transform", () => {
  it("gives undefined for a text without any option's name, even one that does not parse", () => {
    expect(all({ path, source: "const = 1;\n" })).toBeUndefined();
  });

  it("gives undefined where nothing changes", () => {
    expect(all({ path, source: verified })).toBeUndefined();
  });

  it("throws where a candidate does not parse, with the place", () => {
    expect(() => all({ path, source: "const minVersion = ;\n" })).toThrow(/^src\/client\.js:1:20 /);
  });

  it("applies the grades fix and upgrade", () => {
    expect(all({ path, source: upgrade + ask })).toBe(mended + ask);
  });

  it.each([true, 1])("applies grade ask too with ask: %s", (yes) => {
    expect(all({ path, source: upgrade + ask }, {}, { ask: yes })).toBe(mended + verified);
  });

  it.each(["ask", "ask,fix", ["ask", "fix"]])("applies nothing but the grades in only: %j", (only) => {
    expect(all({ path, source: upgrade + ask }, {}, { only })).toBe(upgrade + verified);
  });

  it("refuses a grade that is none", () => {
    expect(() => all({ path, source: upgrade }, {}, { only: "safe" })).toThrow(
      '`only` is "safe". Use fix, upgrade or ask.',
    );
  });

  it("judges by the profile given", () => {
    expect(all({ path, source: upgrade }, {}, { profile: "modern" })).toBe(
      "require('tls').connect({ minVersion: 'TLSv1.3' });\n",
    );
  });

  it("takes a Node range that jscodeshift's command line has turned into a number", () => {
    expect(all({ path, source: upgrade }, {}, { node: 20 as never })).toBe(mended);
  });

  it("leaves out what is only likely, when certainty is proven", () => {
    const source = "const options = { host, rejectUnauthorized: false };\nregister(options);\n";
    expect(all({ path, source }, {}, { ask: true })).toContain("rejectUnauthorized: true");
    expect(all({ path, source }, {}, { ask: true, certainty: "proven" })).toBeUndefined();
  });

  it("reports what is left to do, at its place in the new text", () => {
    const reports: string[] = [];
    all({ path, source: `\uFEFF${upgrade}${ask}` }, { report: (message) => reports.push(message) });
    expect(reports).toEqual([expect.stringMatching(/^2:26 no-disabled-certificate-verification: .+\. \[ask\]$/)]);
  });

  it("keeps byte order mark, CRLF, tabs and comments", () => {
    const source = "\uFEFFrequire('tls').connect({\r\n\tsecureProtocol: 'TLSv1_method', // version\r\n});";
    expect(all({ path, source })).toBe(source.replace("secureProtocol: 'TLSv1_method'", "minVersion: 'TLSv1.2'"));
  });
});
