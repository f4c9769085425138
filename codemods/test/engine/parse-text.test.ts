import { readFileSync } from "node:fs";
import * as oxc from "oxc-parser";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { parseSource } from "../../src/engine/reading/parse-source.js";

const asked: boolean[] = [];
let grantsMemory: () => void = () => undefined;

vi.mock("oxc-parser", async (importOriginal) => {
  const original = await importOriginal<typeof oxc>();
  return {
    ...original,
    rawTransferSupported: () => true,
    parseSync(path: string, text: string, { experimentalRawTransfer = false, ...options }: Record<string, unknown>) {
      asked.push(experimentalRawTransfer as boolean);
      if (experimentalRawTransfer) grantsMemory();
      return original.parseSync(path, text, options);
    },
  };
});

const text = readFileSync(new URL("../../src/engine/reading/parse-source.ts", import.meta.url), "utf8");

describe("parseText", () => {
  beforeEach(() => {
    vi.resetModules();
    asked.length = 0;
    grantsMemory = () => undefined;
  });
  const parse = async () => (await import("../../src/engine/reading/parse-text.js")).parseText;

  it("shares memory with the parser where that can be", async () => {
    const parseText = await parse();
    expect(parseText("a.ts", text, { lang: "ts" }).errors).toEqual([]);
    expect(asked).toEqual([true]);
  });

  it("does without where the machine grants none, and asks no second time", async () => {
    const parseText = await parse();
    grantsMemory = () => new ArrayBuffer(Number.MAX_SAFE_INTEGER);
    for (const name of ["a.ts", "b.ts"]) expect(parseText(name, text, { lang: "ts" }).program.body).not.toEqual([]);
    expect(asked).toEqual([true, false, false]);
  });

  it("does without for a text that is nested too deeply for it, and asks again for the next", async () => {
    const parseText = await parse();
    grantsMemory = () => {
      throw new RangeError("Maximum call stack size exceeded");
    };
    expect(parseText("a.ts", text, { lang: "ts" }).program.body).not.toEqual([]);
    grantsMemory = () => undefined;
    expect(parseText("b.ts", text, { lang: "ts" }).program.body).not.toEqual([]);
    expect(asked).toEqual([true, false, true]);
  });

  it("hides no other error", async () => {
    const parseText = await parse();
    grantsMemory = () => {
      throw new TypeError("another");
    };
    expect(() => parseText("a.ts", text, { lang: "ts" })).toThrow("another");
  });

  it("gives every node the range that the parser tells", () => {
    const told = oxc.parseSync("a.ts", text, { lang: "ts", astType: "ts", range: true, preserveParens: false }).program;
    const given = parseSource("a.ts", text).ast;
    const rangesIn = (value: unknown): unknown[] =>
      typeof value !== "object" || value === null
        ? []
        : [
            ...("range" in value ? [value.range] : []),
            ...Object.entries(value).flatMap(([key, each]) =>
              key === "parent" || key === "range" || key === "comments" ? [] : rangesIn(each),
            ),
          ];
    expect(rangesIn(told).length).toBeGreaterThan(300);
    expect(rangesIn(given)).toEqual(rangesIn(told));
  });
});

const { parseSync, rawTransferSupported } = await vi.importActual<typeof oxc>("oxc-parser");

describe.runIf(rawTransferSupported())("trees out of shared memory", () => {
  it("are those of JSON, at any depth", () => {
    const texts = [text, "/a/u.test(1n); class A { #b = `c${1}` }", "import.meta; const <T,>(a: T) => a satisfies T"];
    expect(parseSource("a.js", `a${" + a".repeat(20_000)}`).ast.body).toHaveLength(1);
    for (const each of texts) {
      const options: oxc.ParserOptions = { lang: "ts", astType: "ts" };
      const shared = parseSync("a.ts", each, { ...options, experimentalRawTransfer: true } as oxc.ParserOptions);
      expect(shared.program).toEqual(parseSync("a.ts", each, options).program);
    }
  });
});
