import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { analyze, resolveSettings, rules } from "../../src/index.js";
import { type FileView, viewOf } from "../../src/source/program/file-view.js";
import { findTlsOptions } from "../../src/source/sites/find-tls-options.js";
import type { OptionValue } from "../../src/source/sites/tls-options.js";
import { alternativesOf } from "../../src/source/values/static-value.js";
import { describeAlternative } from "./reading.js";

const names = ["a", "b", "c", "d"];
const name = fc.constantFrom(...names);
const version = fc.constantFrom('"TLSv1"', '"TLSv1.1"', '"TLSv1.3"');

const value = fc.oneof(
  version,
  name,
  fc.tuple(name, name).map(([first, second]) => `flag ? ${first} : ${second}`),
  fc.tuple(name, version).map(([first, second]) => `${first} || ${second}`),
  name.map((first) => `pick(${first})`),
  fc.tuple(name, name).map(([first, second]) => `both(${first}, ${second})`),
  name.map((first) => `{ ...o, [${first}]: ${first} }.minVersion`),
  name.map((first) => `p[${first}]`),
  name.map((first) => `make(${first}).minVersion`),
  fc.constantFrom("o.minVersion", "get()"),
);

/** Statements whose order says nothing: each may run or not. */
const statement = fc.oneof(
  fc.tuple(name, value).map(([target, source]) => `if (x) ${target} = ${source};`),
  value.map((source) => `if (x) o.minVersion = ${source};`),
  fc.tuple(name, value).map(([key, source]) => `if (x) o[${key}] = ${source};`),
  name.map((target) => `if (x) ({ minVersion: ${target} = "TLSv1.2" } = o);`),
  name.map((target) => `if (x) ({ [${target}]: ${target} } = o);`),
  name.map((source) => `if (x) p = { ...o, minVersion: ${source} };`),
  fc.tuple(name, value).map(([key, source]) => `if (x) p[${key}] = ${source};`),
  fc.constantFrom("if (x) o = { ...p };", "if (x) Object.assign(o, p);"),
);

interface Circles {
  readonly statements: readonly string[];
  readonly calls: readonly string[];
}

const circles: fc.Arbitrary<Circles> = fc.record({
  statements: fc.array(statement, { minLength: 2, maxLength: 7 }),
  calls: fc.array(
    fc.oneof(
      name,
      fc.constantFrom("o.minVersion", "p.minVersion", "get()"),
      name.map((each) => `pick(${each})`),
    ),
    {
      minLength: 2,
      maxLength: 5,
    },
  ),
});

function codeOf({ statements, calls }: Circles): string {
  return [
    'import tls from "node:tls";',
    'let a = "TLSv1", b = "TLSv1.2", c = "TLSv1.3", d;',
    "let o = {}, p = { minVersion: b };",
    "function pick(v) { return flag ? v : a; }",
    "const both = (v, w) => (flag ? v : w);",
    "const make = (v) => ({ ...o, minVersion: v });",
    "const get = () => (flag ? p.minVersion : d);",
    ...statements,
    ...calls.map((expression, index) => `tls.connect({ port: ${index}, minVersion: ${expression} });`),
  ].join("\n");
}

const read = (code: string): FileView => viewOf(parseSource("circles.js", code));

/** The values at the nth call, in the order in which they are found. */
function valuesAt(program: FileView, index: number): readonly string[] {
  const call = program.calls.filter(({ callee }) => program.textOf(callee) === "tls.connect")[index]!;
  const [options] = call.arguments;
  if (options?.type !== "ObjectExpression") throw new Error("There are no options.");
  const version = options.properties[1]!;
  if (version.type !== "Property") throw new Error("There is no version.");
  return alternativesOf(program, version.value).map(describeAlternative);
}

function shown({ kind, value }: OptionValue): string {
  return kind === "known" ? `'${String(value)}'` : kind;
}

/** The values that reach each call. */
function sites(code: string): readonly string[] {
  const program = read(code);
  return findTlsOptions(program)
    .filter(({ certainty }) => certainty === "proven")
    .map((site) => {
      const values = new Set(site.allValues().map((each) => shown(each)));
      return `${program.textOf(site.anchor)} ${[...values].sort().join()}`;
    })
    .sort();
}

const settings = resolveSettings();

function findings(code: string, order: readonly number[] = rules.map((_, index) => index)): readonly string[] {
  const shuffled = order.map((index) => rules[index]!);
  return analyze(parseSource("circles.js", code), settings, shuffled)
    .map(({ rule, messageId, range, message, edits }) => {
      const line = code.slice(code.lastIndexOf("\n", range[0]) + 1, code.indexOf("\n", range[0]));
      return `${line}: ${rule} ${messageId} ${message} ${edits.map(({ text }) => text).join(" ")}`;
    })
    .sort();
}

function shuffled<T>(list: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}

/** The same programs in every run. */
const seed = 20_261_129;
const runs = { numRuns: 200, seed };

describe("An answer does not depend on the order of questions", () => {
  it("when values are asked for, alone or after others", () => {
    const questions = circles.chain((program) =>
      fc.record({ code: fc.constant(codeOf(program)), order: shuffled([...program.calls.keys()]) }),
    );
    fc.assert(
      fc.property(questions, ({ code, order }) => {
        const shared = read(code);
        for (const index of order) expect(valuesAt(shared, index)).toEqual(valuesAt(read(code), index));
      }),
      runs,
    );
  });

  it("when calls stand in another order", () => {
    const pairs = circles.chain((program) =>
      shuffled(program.calls).map((calls) => [codeOf(program), codeOf({ ...program, calls })] as const),
    );
    const withoutPort = (list: readonly string[]) => list.map((each) => each.replace(/port: \d/, "")).sort();
    fc.assert(
      fc.property(pairs, ([code, other]) => {
        expect(withoutPort(sites(other))).toEqual(withoutPort(sites(code)));
      }),
      runs,
    );
  });

  it("when more ways lead in a circle than one would count", () => {
    const statements = [
      'if (x) ({ minVersion: c = "TLSv1.2" } = o);',
      'if (x) ({ minVersion: d = "TLSv1.2" } = o);',
      'if (x) o.minVersion = c || "TLSv1";',
      "if (x) o[a] = flag ? a : a;",
      "if (x) o.minVersion = flag ? d : c;",
    ];
    const calls = ["pick(a)", "pick(d)", "c"];
    const other = [3, 0, 4, 1, 2].map((index) => statements[index]!);
    expect(sites(codeOf({ statements: other, calls }))).toEqual(sites(codeOf({ statements, calls })));
  });

  it("when functions are seen from calls that were looked at before", () => {
    const statements = [
      "if (x) ({ [a]: d } = o);",
      "if (x) a = get();",
      "if (x) p[d] = p[b];",
      "if (x) p = { ...o, minVersion: c };",
      "if (x) b = o.minVersion;",
      'if (x) o.minVersion = a || "TLSv1";',
    ];
    const calls = ["pick(c)", "get()", "pick(d)", "a", "d"];
    expect(sites(codeOf({ statements, calls }))).toHaveLength(calls.length);
  });

  it("when statements that may run stand in another order", () => {
    const pairs = circles.chain((program) =>
      shuffled(program.statements).map((statements) => [codeOf(program), codeOf({ ...program, statements })] as const),
    );
    fc.assert(
      fc.property(pairs, ([code, other]) => {
        expect(sites(other)).toEqual(sites(code));
      }),
      runs,
    );
  });

  it("when rules run in another order", () => {
    const orders = fc.record({
      code: circles.map(codeOf),
      order: shuffled([...rules.keys()]),
    });
    fc.assert(
      fc.property(orders, ({ code, order }) => {
        expect(findings(code, order)).toEqual(findings(code));
      }),
      { numRuns: 100, seed },
    );
  });

  it.each([
    ["b before a", ["b", "a"]],
    ["a before b", ["a", "b"]],
  ])("in a circle of two variables: %s", (_name, calls) => {
    const code = `
const tls = require("tls");
function open(host, x, y) {
  let a = "TLSv1";
  let b = "TLSv1.3";
  if (x) a = b;
  if (y) b = a;
${calls.map((each) => `  tls.connect({ host, minVersion: ${each} });`).join("\n")}
}
`;
    const values = findTlsOptions(read(code)).map((site) =>
      site
        .values("minVersion")
        .map((each) => shown(each))
        .sort(),
    );
    expect(values).toEqual([
      ["'TLSv1'", "'TLSv1.3'"],
      ["'TLSv1'", "'TLSv1.3'"],
    ]);
  });
});
