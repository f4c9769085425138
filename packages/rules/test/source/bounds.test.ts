import { describe, expect, it } from "vitest";
import { sitesIn } from "./reading.js";

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
