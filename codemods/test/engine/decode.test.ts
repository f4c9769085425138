import { expect, it } from "vitest";
import { decode } from "../../src/files/decode.js";

it.each([
  ["plain ASCII", Buffer.from("a\n"), { text: "a\n" }],
  ["UTF-8", Buffer.from("caf\u00e9 \u{1F512}"), { text: "caf\u00e9 \u{1F512}" }],
  ["UTF-8 with a byte order mark", Buffer.from("\uFEFFa"), { text: "\uFEFFa" }],
  ["UTF-16, little-endian", Buffer.from("\uFEFFa", "utf16le"), { reason: "is UTF-16; save it as UTF-8" }],
  ["UTF-16, big-endian", Buffer.from([0xfe, 0xff, 0, 0x61]), { reason: "is UTF-16; save it as UTF-8" }],
  ["UTF-16 without a mark", Buffer.from("var a", "utf16le"), { reason: "is binary: it holds NUL bytes" }],
  ["NUL bytes", Buffer.from("a\0b"), { reason: "is binary: it holds NUL bytes" }],
  ["Latin-1", Buffer.from("a\nb\ncaf\u00e9", "latin1"), { reason: "is not valid UTF-8 (line 3); save it as UTF-8" }],
  [
    "a character that is cut off",
    Buffer.from([0x61, 0xe2, 0x82]),
    { reason: "is not valid UTF-8 (line 1); save it as UTF-8" },
  ],
])("%s", (_, bytes, expected) => {
  expect(decode(bytes)).toEqual(expected);
});
