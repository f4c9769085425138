import { describe, expect, it } from "vitest";
import { defaultGroups, findGroup, GROUPS } from "../src/parameters/groups.js";

const codePoints = (openssl: "1.1.1" | "3.0" | "3.5") => defaultGroups(openssl).map(({ codePoint }) => codePoint);

describe("defaultGroups", () => {
  it.each([
    ["1.1.1", [0x1d, 0x17, 0x1e, 0x19, 0x18]],
    ["3.0", [0x1d, 0x17, 0x1e, 0x19, 0x18, 0x100, 0x101, 0x102, 0x103, 0x104]],
    ["3.5", [0x11ec, 0x1d, 0x17, 0x1e, 0x18, 0x19, 0x100, 0x101]],
  ] as const)("is the ClientHello of Node on OpenSSL %s", (openssl, expected) =>
    expect(codePoints(openssl)).toEqual(expected),
  );
});

describe("findGroup", () => {
  it.each([
    ["prime256v1", ["P-256", "P-256", "P-256"]],
    ["secp256r1", [undefined, "P-256", "P-256"]],
    ["p-256", [undefined, undefined, "P-256"]],
    ["x25519", [undefined, "X25519", "X25519"]],
    ["secp384r1", ["P-384", "P-384", "P-384"]],
    ["secp192r1", [undefined, "P-192", "P-192"]],
    ["K-163", ["sect163k1", "sect163k1", "sect163k1"]],
    ["ffdhe2048", [undefined, "ffdhe2048", "ffdhe2048"]],
    ["FFDHE2048", [undefined, undefined, "ffdhe2048"]],
    ["X25519MLKEM768", [undefined, undefined, "X25519MLKEM768"]],
    ["ML-KEM-768", [undefined, undefined, undefined]],
  ])("reads %s on OpenSSL 1.1.1, 3.0 and 3.5 as measured", (name, expected) => {
    expect((["1.1.1", "3.0", "3.5"] as const).map((openssl) => findGroup(name, openssl)?.name)).toEqual(expected);
  });
});

describe("GROUPS", () => {
  it("names each code point once", () => {
    expect(new Set(GROUPS.map(({ codePoint }) => codePoint)).size).toBe(GROUPS.length);
  });

  it("prohibits every curve below 224 bits (RFC 9325, section 4.5) and deprecates the code points 6 to 22 (RFC 8422)", () => {
    const statusOf = (low: number, high: number) =>
      new Set(GROUPS.filter(({ codePoint }) => codePoint >= low && codePoint <= high).map(({ status }) => status));
    expect(statusOf(1, 5)).toEqual(new Set(["prohibited"]));
    expect(statusOf(15, 19)).toEqual(new Set(["prohibited"]));
    expect(statusOf(6, 14)).toEqual(new Set(["deprecated"]));
    expect(statusOf(20, 22)).toEqual(new Set(["deprecated"]));
  });

  it("accepts each group's own name wherever the group exists", () => {
    expect(GROUPS.filter((group) => findGroup(group.name, group.since) !== group)).toEqual([]);
  });
});
