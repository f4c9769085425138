import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { columnsOf, hanging, terminalColumns, wrapCharacters, wrapWords } from "../../src/terminal/columns.js";

const texts = [
  "const options = { secureProtocol: 'TLSv1_method' };  // legacy",
  "/* 東京の鍵 \u{1F512} */ connect({  weak });",
  `  ${"x".repeat(50)} y`,
  "",
];

describe.each(texts)("%j", (text) => {
  it.each([7, 20, 44])("keeps within %i columns, broken at words or anywhere", (columns) => {
    for (const lines of [wrapWords(text, columns), wrapCharacters(text, columns)])
      expect(lines.filter((line) => columnsOf(line) > columns)).toEqual([]);
    expect(wrapCharacters(text, columns).join("")).toBe(text);
    expect(wrapWords(text, columns).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  });

  it("is one line without columns", () => {
    expect([wrapWords(text), wrapCharacters(text), hanging("", text)]).toEqual([[text], [text], [text]]);
  });
});

it("characters take the columns that terminals give them", () => {
  expect(["abc", "é", "e\u0301", "鍵", "\u{1F512}", "\u{1F469}\u200d\u{1F4BB}", "\u200b"].map(columnsOf)).toEqual([
    3, 1, 1, 2, 2, 2, 0,
  ]);
});

it("characters that are counted without Unicode's tables are as wide as these say", () => {
  const characters = [
    ..."…",
    ...Array.from({ length: 0x250 - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)),
  ];
  expect(characters.filter((each) => columnsOf(`a${each}b`) !== stringWidth(`a${each}b`))).toEqual([]);
});

it("a hanging sentence leaves the columns of its lead free, and breaks no address", () => {
  const address = "https://www.rfc-editor.org/rfc/rfc9325";
  expect(hanging("  - ", `Certificates have to be verified, says ${address} of 2022.`, 34)).toEqual([
    "  - Certificates have to be",
    "    verified, says",
    `    ${address}`,
    "    of 2022.",
  ]);
});

it("only a terminal that knows its width has columns", () => {
  expect(
    [{ isTTY: true, columns: 80 }, { isTTY: true, columns: 0 }, { isTTY: true }, { columns: 80 }, {}].map(
      terminalColumns,
    ),
  ).toEqual([80, undefined, undefined, undefined, undefined]);
});
