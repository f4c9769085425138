import { describe, expect, it } from "vitest";
import { specifiersIn } from "../../src/engine/neighbours/specifiers.js";

const namesIn = (text: string) => specifiersIn(Buffer.from(text)).names;

describe("names of other files in a text", () => {
  it.each([
    'import lib from "..";',
    'export * from "..";',
    'const lib = require("..");',
    'const lib = require(\n  ".."\n);',
    'const lib = await import("..");',
    'jest.mock("..", () => ({}));',
    'const lib = await vi.importActual("..");',
    'const lib = proxyquire("..", {});',
    'const lib = rewire("..");',
    'const lib = require(path.join(__dirname, ".."));',
  ])("takes dots for a folder: %s", (text) => {
    expect(namesIn(text)).toContain("..");
  });

  it.each([
    'const parts = name.split(".");',
    'if (step === "..") up();',
    'return step !== "." && step !== "..";',
    'require("fs"); return version.join(".");',
  ])("takes dots for what stands between names: %s", (text) => {
    expect(namesIn(text)).not.toContain(".");
    expect(namesIn(text)).not.toContain("..");
  });

  it("takes a path for a name wherever it stands", () => {
    expect(namesIn('const files = ["./a", "../b.js"];')).toEqual(["./a", "../b.js"]);
  });
});
