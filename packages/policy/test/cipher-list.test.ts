import { describe, expect, it } from "vitest";
import { expandCipherList, parseCipherList } from "../src/cipher-list/expand.js";
import { isSuiteAllowedAtLevel } from "../src/cipher-list/node-ciphers.js";
import { printCipherList } from "../src/cipher-list/syntax.js";
import type { OpenSslBuild } from "../src/cipher-list/vocabulary.js";
import { vectorCount, vectorsOf, versionsOf } from "./vectors/cipher-lists.js";

const BUILDS: Record<string, OpenSslBuild> = {
  "1.1.1w": { line: "1.1.1", withoutEncryption: ["IDEA-128-CBC"] },
  "3.0.19": { line: "3.0", withoutEncryption: [] },
  "3.5.9": { line: "3.5", withoutEncryption: [] },
  "3.6.5": { line: "3.5", withoutEncryption: [] },
  "4.0.3": { line: "4.0", withoutEncryption: [] },
};

function expanded(list: string, build: OpenSslBuild): unknown {
  const result = expandCipherList(list, build);
  return result.error ?? result.suites.map(({ opensslName }) => opensslName);
}

/** `openssl ciphers -s` of a build with default level 2 and neither PSK nor SRP callback. */
function supported(list: string, build: OpenSslBuild): unknown {
  const result = expandCipherList(list, build);
  if (result.error) return result.error;
  return result.suites
    .filter(
      (suite) =>
        isSuiteAllowedAtLevel(suite, result.securityLevel ?? 2, build.line) && !/PSK|SRP/.test(suite.keyExchange),
    )
    .map(({ opensslName }) => opensslName);
}

describe("expandCipherList", () => {
  it("has 440 vectors", () => expect(vectorCount).toBe(440));

  it.each(versionsOf("cli"))(`expands ${vectorCount} of ${vectorCount} vectors as openssl ciphers of %s`, (version) => {
    const vectors = vectorsOf("cli", version);
    expect(vectors.map(({ list }) => ({ list, result: expanded(list, BUILDS[version]!) }))).toEqual(vectors);
  });

  it.each(versionsOf("supported"))(
    `filters ${vectorCount} of ${vectorCount} vectors by security level as openssl ciphers -s of %s`,
    (version) => {
      const vectors = vectorsOf("supported", version);
      expect(vectors.map(({ list }) => ({ list, result: supported(list, BUILDS[version]!) }))).toEqual(vectors);
    },
  );

  it("knows that Node's own 1.1.1 has IDEA", () => {
    expect(expanded("IDEA", "1.1.1" as never)).toEqual(["IDEA-CBC-SHA"]);
    expect(expanded("IDEA", BUILDS["1.1.1w"]!)).toBe("no cipher match");
  });

  it("gives the level of the last @SECLEVEL", () => {
    expect(expandCipherList("HIGH:@SECLEVEL=2:@SECLEVEL=0", "3.0").securityLevel).toBe(0);
    expect(expandCipherList("HIGH", "3.0").securityLevel).toBeUndefined();
  });

  it("names the items that OpenSSL ignores", () => {
    expect(expandCipherList("HIGH:!DES:FOO|BAR:!RC4", "3.0").ignored.map(({ text }) => text)).toEqual([
      "!DES",
      "FOO|BAR",
      "!RC4",
    ]);
    expect(expandCipherList("HIGH:!RC4", "1.1.1").ignored).toEqual([]);
  });

  it("tells a word that is unknown from a known one before a bad character, as measured on Node 16 and 20", () => {
    expect(["1.1.1", "3.0"].map((line) => expandCipherList("HIGH:RC4|BAR", line as "3.0").error)).toEqual([
      "invalid command",
      undefined,
    ]);
    expect(["1.1.1", "3.0"].map((line) => expandCipherList("HIGH:3DES|BAR", line as "3.0").error)).toEqual([
      "invalid command",
      "invalid command",
    ]);
  });

  it("returns the same object for the same list", () => {
    expect(expandCipherList("HIGH:!aNULL", "3.5")).toBe(expandCipherList("HIGH:!aNULL", "3.5"));
  });
});

describe("parseCipherList", () => {
  const list = "DEFAULT:!aNULL, ECDHE+AESGCM:-SHA1:+AES256:@SECLEVEL=1:FOO";

  it("gives items and words with their offsets", () => {
    const { items, errorAt } = parseCipherList(list, "3.0");
    expect(errorAt).toBeUndefined();
    expect(
      items.map(({ operator, words, text, isKnown }) => [operator, words.map((word) => word.text), text, isKnown]),
    ).toEqual([
      ["", ["DEFAULT"], "DEFAULT", true],
      ["!", ["aNULL"], "!aNULL", true],
      ["", ["ECDHE", "AESGCM"], "ECDHE+AESGCM", true],
      ["-", ["SHA1"], "-SHA1", true],
      ["+", ["AES256"], "+AES256", true],
      ["@", ["SECLEVEL=1"], "@SECLEVEL=1", true],
      ["", ["FOO"], "FOO", false],
    ]);
    for (const item of items) {
      expect(list.slice(item.start, item.end)).toBe(item.text);
      for (const word of item.words) expect(list.slice(word.start, word.end)).toBe(word.text);
    }
  });

  it("says where OpenSSL stops", () => {
    expect(parseCipherList("AES128-SHA:*:AES256-SHA", "3.0").errorAt).toBe(11);
    expect(parseCipherList("HIGH:ECDHE+", "3.0").errorAt).toBe(11);
    expect(parseCipherList("HIGH:@FOO", "3.0").errorAt).toBe(6);
  });

  it.each(versionsOf("cli"))(`prints ${vectorCount} vectors to lists that mean the same to %s`, (version) => {
    const build = BUILDS[version]!;
    for (const { list: vector } of vectorsOf("cli", version)) {
      const { items, errorAt } = parseCipherList(vector, build);
      if (errorAt === undefined)
        expect([vector, expanded(printCipherList(items), build)]).toEqual([vector, expanded(vector, build)]);
    }
  });
});
