import { describe, expect, it } from "vitest";
import { parseSource } from "../../../../codemods/src/engine/reading/parse-source.js";
import { viewOf } from "../../src/source/program/file-view.js";
import type { SourceFile } from "../../src/source/program/source-file.js";
import { findEnvironmentWrites } from "../../src/source/sites/environment.js";
import { findTlsOptions } from "../../src/source/sites/find-tls-options.js";
import { sitesIn } from "./reading.js";

/** One module of a bundle, as minifiers write them. */
function bundledModule(index: number): string {
  return (
    `(function(e,t,n){var r=n(${index}),i=require("https"),o={a:1,b:{c:"x"+${index},d:[1,2,3]},ciphers:"AES"};` +
    `function a(e,t){return e?Object.assign({},o,t):{...t,minVersion:t.min||"TLSv1.2"}}function s(t){this.options=t,this.b=a(t,o)}` +
    `s.prototype.open=function(e){var t=this.options;t.host=e,t.x[e]=r.f(e)||t.y;return i.request(a(!0,t),function(e){e.on("data",n)})},` +
    `t.exports=s,t.exports.m${index}=new s({rejectUnauthorized:e===t,port:${index}}),r.g(o.b.c,o.a?o.b:o.d)});`
  );
}

function bundle(size: number): string {
  const modules: string[] = [];
  for (let length = 0; length < size; length += modules.at(-1)!.length) modules.push(bundledModule(modules.length));
  return modules.join("\n");
}

function read(file: SourceFile): void {
  const program = viewOf(file);
  findTlsOptions(program);
  findEnvironmentWrites(program);
}

/** Milliseconds of processor time, which other processes do not lengthen. */
function costOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe("The cost of reading a file", () => {
  it("grows with its size and not with the square of it", () => {
    read(parseSource("warm.js", bundle(200_000)));
    const [small, large] = [parseSource("a.js", bundle(200_000)), parseSource("b.js", bundle(1_600_000))];
    const cost = costOf(() => read(small));
    expect(costOf(() => read(large))).toBeLessThan(Math.max(cost, 50) * 24);
  });

  it("is about that of parsing it for a bundle of 3 MB", () => {
    const text = bundle(3_000_000);
    let file: SourceFile | undefined;
    const parsing = costOf(() => (file = parseSource("bundle.js", text)));
    expect(costOf(() => read(file!))).toBeLessThan(parsing * 2);
  });
});

describe("Nesting deeper than anybody writes", () => {
  const depth = 700;
  const nested = (open: string, inner: string, close: string) => open.repeat(depth) + inner + close.repeat(depth);
  const off = "{ rejectUnauthorized: false }";

  it.each([
    ["objects", `open(${nested("{ a: ", off, " }")});`],
    ["spreads", `open(${nested("{ ...", off, " }")});`],
    ["lists", `open(${nested("[", off, "]")});`],
    ["conditions", `open(${nested("a ? 1 : (", off, ")")});`],
    ["calls", `open(${nested("f(", off, ")")});`],
    ["functions", `open(${nested("() => (", off, ")")});`],
    ["a chain of names", `open(${off}); a${".b".repeat(depth)}.c = 1;`],
    ["a chain of calls", `open(${off}); a${".b()".repeat(depth)};`],
    ["a chain of assignments", `open(${off}); ${"x = ".repeat(depth)} 1;`],
    [
      "names of names",
      `const v0 = ${off}; ${Array.from({ length: depth }, (_, i) => `const v${i + 1} = v${i};`).join(" ")} open(v${depth});`,
    ],
    [
      "objects of objects",
      `const v0 = ${off}; ${Array.from({ length: depth }, (_, i) => `const v${i + 1} = { ...v${i}, ...v${i} };`).join(" ")} open(v${depth});`,
    ],
    [
      "functions of functions",
      `function f0(x) { return { ...x }; } ${Array.from({ length: depth }, (_, i) => `function f${i + 1}(x) { return f${i}(f${i}(x)); }`).join(" ")} open(f${depth}(${off}));`,
    ],
  ])("%s is read without an error", (_name, code) => {
    expect(sitesIn(code)).toContain("likely: rejectUnauthorized false");
  });
});

describe("What refers to itself", () => {
  it.each([
    "let a = { ...a, rejectUnauthorized: false }; open(a);",
    "var o = Object.assign({}, o, { rejectUnauthorized: false }); open(o);",
    "class C { constructor() { this.options = { ...this.options, rejectUnauthorized: false }; } }",
    "const key = o[key]; const o = { [key]: 1, rejectUnauthorized: false };",
    "function f(x) { return f({ ...x, rejectUnauthorized: false }); } open(f({}));",
    "const f = (g) => g(f); f({ rejectUnauthorized: false });",
    "class A extends A {} const a = new A({ rejectUnauthorized: false }); a.b = a;",
    "import https from 'https'; https.default = https; const o = { o, rejectUnauthorized: false };",
  ])("is read once: %s", (code) => {
    expect(sitesIn(code)).toEqual(["likely: rejectUnauthorized false"]);
  });
});
