import { describe, expect, it } from "vitest";
import { combinationsOf } from "../src/rules/shared/combinations.js";

const column = (size: number, name = "v") => Array.from({ length: size }, (_, index) => `${name}${index}`);

describe("combinationsOf", () => {
  it("takes all where they are few", () => {
    expect(combinationsOf([column(2), column(3), column(5)])).toHaveLength(30);
    expect(new Set(combinationsOf([column(2), column(3), column(5)]).map((row) => row.join())).size).toBe(30);
  });

  it("takes the one of no columns", () => {
    expect(combinationsOf([])).toEqual([[]]);
  });

  it.each([
    ["11 columns of 32", Array.from({ length: 11 }, () => column(32))],
    ["13 columns of 1,000", Array.from({ length: 13 }, () => column(1000))],
    ["columns of 64 and of 2", [column(64), column(2), column(2), column(64)]],
    ["33 of one column", [column(33)]],
    ["a long one among short ones", [column(2), column(100), column(1)]],
    ["40 columns of primes", Array.from({ length: 40 }, (_, index) => column([2, 3, 5, 7, 11, 13][index % 6]!))],
  ])("takes a sample with every value of every column: %s", (_name, columns) => {
    const rows = combinationsOf(columns);
    expect(rows.length).toBeLessThanOrEqual(32 + Math.max(...columns.map(({ length }) => length)));
    expect(new Set(rows.map((row) => row.join())).size).toBe(rows.length);
    for (const [index, values] of columns.entries())
      expect(new Set(rows.map((row) => row[index]))).toEqual(new Set(values));
  });

  it("takes more than the diagonal of short columns", () => {
    const rows = combinationsOf(Array.from({ length: 6 }, () => column(2)));
    expect(new Set(rows.map(([first, , third]) => `${first}${third}`)).size).toBe(4);
  });
});
