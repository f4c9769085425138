import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pythonTriggerWords } from "../../src/python/candidates.js";
import { clients } from "../../src/python/clients/index.js";

const guide = readFileSync(new URL("../../../../docs/guides/python.md", import.meta.url), "utf8");
const named = /<!-- python-clients -->\n([^;]+);/.exec(guide)?.[1]?.split(", ") ?? [];

describe("the clients of Python", () => {
  it("are those that the guide names", () => {
    const own = clients.map(({ name }) => name).filter((name) => name !== "the ssl module");
    expect(named.sort()).toEqual([...own].sort());
  });

  it.each(clients.map(({ name, verified }) => [name, verified]))(
    "%s says where its table was looked up",
    (_name, verified) => {
      expect(verified).toMatch(/\d.* \((?:run|read)\)|documentation/);
    },
  );

  it("have options of which a word is searched for before a file is parsed", () => {
    const unseen = clients.flatMap(({ name, options, attributes = [], floors = [] }) =>
      [...options, ...attributes, ...floors].flatMap((option) => {
        const weak = "weak" in option ? option.weak : [];
        const written = [
          `${option.keyword}=`,
          `"${option.keyword}"`,
          ...weak.map((value) => (typeof value === "string" ? `"${value}"` : `${option.keyword}=${pythonOf(value)}`)),
          ...("calls" in option ? (option.calls ?? []) : []),
          ...weak.filter((value) => typeof value === "string"),
        ];
        const isFound = pythonTriggerWords.some((word) => written.some((text) => text.includes(word)));
        return isFound ? [] : [`${name}: ${option.keyword}`];
      }),
    );
    expect(unseen).toEqual([]);
  });
});

const pythonOf = (value: unknown) => ({ true: "True", false: "False", null: "None" })[String(value)] ?? String(value);
