import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { applyEdits } from "../../src/edits/apply-edits.js";
import { createMender, type Mend, type Mender } from "../../src/edits/mend.js";
import type { Edit } from "../../src/finding.js";
import type { OptionName } from "../../src/option-names.js";
import { viewOf } from "../../src/source/program/file-view.js";
import { findTlsOptions } from "../../src/source/sites/find-tls-options.js";
import type { OptionValue, TlsOptions } from "../../src/source/sites/tls-options.js";

/** An object of TLS options as somebody may have written it. */
interface Style {
  readonly eol: string;
  readonly indent: string;
  readonly quote: string;
  readonly isOnOneLine: boolean;
  readonly hasLastComma: boolean;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly isQuoted: boolean;
  readonly above: boolean;
  readonly beforeComma: boolean;
  readonly behind: boolean;
}

const options: readonly (readonly [name: OptionName, values: readonly string[]])[] = [
  ["secureProtocol", ["TLSv1_method", "SSLv23_client_method"]],
  ["maxVersion", ["TLSv1.1", "TLSv1.2"]],
  ["ciphers", ["RC4-SHA", "AES128-SHA:!MD5"]],
  ["ecdhCurve", ["auto", "P-256"]],
];
const others = ["host", "port", "timeout"];

const entry = (name: string, values: readonly string[]): fc.Arbitrary<Entry> =>
  fc.record({
    name: fc.constant(name),
    value: fc.constantFrom(...values),
    isQuoted: fc.boolean(),
    above: fc.boolean(),
    beforeComma: fc.boolean(),
    behind: fc.boolean(),
  });

const entries = fc
  .tuple(fc.shuffledSubarray([...options], { minLength: 1 }), fc.shuffledSubarray(others))
  .chain(([known, plain]) =>
    fc.tuple(...known.map(([name, values]) => entry(name, values)), ...plain.map((name) => entry(name, ["x"]))),
  )
  .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));

const style: fc.Arbitrary<Style> = fc.record({
  eol: fc.constantFrom("\n", "\r\n"),
  indent: fc.constantFrom("  ", "\t", "    "),
  quote: fc.constantFrom("'", '"'),
  isOnOneLine: fc.boolean(),
  hasLastComma: fc.boolean(),
  entries,
});

function written({ eol, indent, quote, isOnOneLine, hasLastComma, entries: list }: Style): string {
  const items = list.map(({ name, value, isQuoted, above, beforeComma, behind }, index) => {
    const comma = hasLastComma || index < list.length - 1 ? "," : "";
    const key = isQuoted ? `${quote}${name}${quote}` : name;
    const item = `${key}: ${quote}${value}${quote}${beforeComma ? ` /* before ${index} */` : ""}${comma}`;
    if (isOnOneLine) return `${above ? `/* above ${index} */ ` : ""}${item}${behind ? ` /* behind ${index} */` : ""}`;
    return `${above ? `${indent}// above ${index}${eol}` : ""}${indent}${item}${behind ? ` // behind ${index}` : ""}`;
  });
  const body = isOnOneLine ? `{ ${items.join(" ")} }` : `{${eol}${items.join(eol)}${eol}}`;
  return `// first${eol}open(${body}); // last${eol}`;
}

function read(code: string): TlsOptions | undefined {
  return findTlsOptions(viewOf(parseSource("example.js", code)))[0];
}

function valuesOf(found: TlsOptions | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries((found?.allValues() ?? []).map(({ option, value }) => [option, value]));
}

function commentsIn(code: string): readonly string[] {
  return [...code.matchAll(/\/\/[^\r\n]*|\/\*.*?\*\//g)].map(([comment]) => comment.trim());
}

/** Every byte outside the edits is as it was, in its order. */
function assertUntouched(before: string, after: string, edits: readonly Edit[]): void {
  const kept: string[] = [];
  let end = 0;
  for (const { range } of edits) {
    kept.push(before.slice(end, range[0]));
    end = range[1];
  }
  kept.push(before.slice(end));
  let at = 0;
  for (const [index, part] of kept.entries()) {
    expect(after.slice(at, at + part.length)).toBe(part);
    at += part.length + (edits[index]?.text.length ?? 0);
  }
  expect(at).toBe(after.length);
}

type Pick = (mend: Mender, value: OptionValue) => Mend | undefined;

/** Mends one option of any object, and compares what is read afterwards with what is expected of what was read before. */
function assertMends(
  pick: Pick,
  expected: (before: Readonly<Record<string, unknown>>, value: OptionValue) => Readonly<Record<string, unknown>>,
  only?: OptionName,
): void {
  fc.assert(
    fc.property(style, fc.nat(), (shape, seed) => {
      const code = written(shape);
      const file = parseSource("example.js", code);
      const [found] = findTlsOptions(viewOf(file));
      const values = (found?.allValues() ?? []).filter(({ option }) => !only || option === only);
      fc.pre(values.length > 0);
      const value = values[seed % values.length]!;
      const mend = pick(createMender(viewOf(file), found), value);
      // what is explained in a comment waits for a person; the first and the last comment are always there
      if (!mend) return void expect(commentsIn(code).length).toBeGreaterThan(2);
      const edits = [...mend.edits].sort((a, b) => a.range[0] - b.range[0]);
      const after = applyEdits(code, edits);
      assertUntouched(code, after, edits);
      expect(commentsIn(after)).toEqual(commentsIn(code));
      expect(after.replaceAll("\r\n", "").includes("\r")).toBe(false);
      expect(/(^|[^\r])\n/.test(after)).toBe(shape.eol === "\n");
      const rest = expected(valuesOf(found), value);
      expect(valuesOf(readAgain(after, rest))).toEqual(rest);
    }),
    { numRuns: 300 },
  );
}

/** Options that are no longer unmistakable are still read when an unmistakable one is put before them. */
function readAgain(code: string, rest: Readonly<Record<string, unknown>>): TlsOptions | undefined {
  return Object.keys(rest).length === 0 ? undefined : read(code.replace("open(", "require('tls').connect("));
}

describe("In whatever style an object is written, with comments kept and all other bytes as they were,", () => {
  it("an option gets another value", () => {
    assertMends(
      (mend, value) => mend.replaceValue(value, "x y"),
      (before, { option }) => ({ ...before, [option]: "x y" }),
    );
  });

  it("an option becomes another one", () => {
    assertMends(
      (mend, value) => mend.replaceOption(value, "minVersion", "TLSv1.2"),
      ({ secureProtocol: _, ...before }) => ({ ...before, minVersion: "TLSv1.2" }),
      "secureProtocol",
    );
  });

  it("an option is taken out", () => {
    assertMends(
      (mend, value) => mend.removeOption(value),
      (before, { option }) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== option)),
    );
  });

  it("an option is added", () => {
    assertMends(
      (mend, value) => mend.addOption(value, "minVersion", "TLSv1.2"),
      (before) => ({ ...before, minVersion: "TLSv1.2" }),
    );
  });
});
