import { applyEdits, type Finding, resolveSettings, type Rule, rules } from "tls-rules";
import { describe, expect, it } from "vitest";
import { mendText } from "../../src/engine/mending/mend-text.js";
import { VerificationError } from "../../src/failures/verification-error.js";
import { ask, broken, strong, upgrade, upgraded } from "../harness/samples.js";

const settings = resolveSettings();
const mend = (source: string, options: Partial<Parameters<typeof mendText>[3]> = {}) =>
  mendText("a.js", source, settings, { grades: ["fix", "upgrade"], ...options });

/** A rule that would make this of every option it sees. */
function ruleThatWrites(text: (value: string) => string): Rule {
  const [first] = rules;
  return {
    ...first!,
    name: "test-rule",
    meta: { ...first!.meta, messages: { found: "Found." } },
    checkTlsOptions(options, { report }) {
      for (const at of options.values("ciphers")) {
        const [start, end] = at.node.range;
        report({
          at,
          messageId: "found",
          grade: "upgrade",
          mend: { edits: [{ range: [start, end], text: text(String(at.value)) }], remedy: "Change it." },
        });
      }
    },
  };
}

const ciphers = "require('tls').connect({ ciphers: 'a' });\n";

describe("mendText", () => {
  it("tells the text, the edits that lead to it, and what is left", () => {
    const { text, edits, applied, remaining, passes } = mend(upgrade + ask);
    expect(text).toBe(upgraded + ask);
    expect(applyEdits(upgrade + ask, edits)).toBe(text);
    expect(edits.every(({ range }) => range[0] >= 25 && range[1] <= 53)).toBe(true);
    expect(applied.map(({ rule }) => rule)).toEqual(["no-legacy-secure-protocol"]);
    expect(remaining.map(({ rule }) => rule)).toEqual(["no-disabled-certificate-verification"]);
    expect(passes).toBe(2);
  });

  it("gives the very text back where there is nothing to edit", () => {
    expect(mend(`\uFEFF${strong}`)).toMatchObject({ text: `\uFEFF${strong}`, edits: [], passes: 1 });
  });

  it("applies edits that overlap one after the other", () => {
    const grow = ruleThatWrites((value) => (value.length < 4 ? `'${value}a'` : `'${value}'`));
    const shorterThanFour = {
      ...grow,
      checkTlsOptions: ((options, context) =>
        options.values("ciphers").some(({ value }) => String(value).length < 4) &&
        grow.checkTlsOptions!(options, context)) as NonNullable<Rule["checkTlsOptions"]>,
    };
    const { text, edits, passes } = mend(ciphers, { rules: [shorterThanFour] });
    expect(text).toBe("require('tls').connect({ ciphers: 'aaaa' });\n");
    expect(edits).toEqual([{ range: [34, 37], text: "'aaaa'" }]);
    expect(passes).toBe(4);
  });

  it.each<readonly [string, (weak: string) => string]>([
    ["a chain", (weak) => `k === 0 ? ${weak} : `.repeat(60) + weak],
    ["a chain that ends well", (weak) => `k === 0 ? ${weak} : `.repeat(60) + "strong"],
    ["a tree", (weak) => Array.from({ length: 6 }).reduce<string>((inner) => `(k ? ${inner} : ${inner})`, weak)],
    ["a nest", (weak) => "(k ? ".repeat(40) + weak + ` : ${weak})`.repeat(40)],
    [
      "other words in between",
      (weak) =>
        Array.from({ length: 40 }, (_, index) => `k === ${index} ? ${index % 2 ? weak : "strong"} : `).join("") + weak,
    ],
  ])("mends all branches of a choice at once: %s", (_, choice) => {
    for (const [option, weak, strong] of [
      ["minVersion", "'TLSv1'", "'TLSv1.2'"],
      ["minVersion", "'TLSv1.1'", "'TLSv1.2'"],
      ["minDHSize", "512", "2048"],
    ] as const) {
      const written = (value: string) =>
        choice(value).replaceAll("strong", option === "minVersion" ? "'TLSv1.3'" : "4096");
      const source = (value: string) => `require('tls').connect({ host, ${option}: ${written(value)} });\n`;
      const { text, passes, remaining } = mend(source(weak), { grades: ["fix", "upgrade", "ask"] });
      expect([text, passes, remaining]).toEqual([source(strong), 2, []]);
    }
  });

  it("throws for a text that does not parse", () => {
    expect(() => mend(broken)).toThrow(SyntaxError);
  });

  it("gives nothing away that does not parse afterwards", () => {
    expect(() => mend(ciphers, { rules: [ruleThatWrites(() => "'")] })).toThrow(VerificationError);
    expect(() => mend(ciphers, { rules: [ruleThatWrites(() => "'")] })).toThrow(
      /^The edited text does not parse: a\.js:1:/,
    );
  });

  it("gives nothing away that would be edited for ever", () => {
    expect(() => mend(ciphers, { rules: [ruleThatWrites((value) => `'${value}!'`)] })).toThrow(
      "a.js: the edits do not come to an end after 10 passes.",
    );
  });

  it("leaves what a comment with a reason accepts, and edits what one without does", () => {
    const accepted = `// @tls-codemod-ignore no-legacy-secure-protocol -- their box, see OPS-7\n${upgrade}`;
    expect(mend(accepted)).toMatchObject({ text: accepted, remaining: [] });
    expect(mend(accepted.replace(" -- their box, see OPS-7", "")).text).toContain("minVersion");
  });

  it("applies what is decided on, by the place in the source as it was", () => {
    const places: number[] = [];
    const decide = (finding: Finding, start: number) => {
      places.push(start);
      return start > 30 ? finding : undefined;
    };
    expect(mend(upgrade + upgrade, { decide }).text).toBe(upgrade + upgraded);
    expect(places).toEqual([25, 25 + upgrade.length, 25]);
  });
});
