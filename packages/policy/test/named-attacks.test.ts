import { describe, expect, it } from "vitest";
import { attacksOn, NAMED_ATTACKS, negotiate, runtimesIn } from "../src/index.js";
import { dhParameters } from "./dh-parameters.js";

const [node] = runtimesIn("20");
const open = { minVersion: "TLSv1", secureOptions: 0 };

function attacksBy(
  options: Readonly<Record<string, unknown>>,
  side: "client" | "server" = "client",
): readonly string[] {
  const offers = negotiate({ ...options }, node!, side);
  if (offers.outcome !== "offers") throw new Error(`${offers.outcome}: ${offers.reason}`);
  return attacksOn(offers).map(({ name }) => name);
}

describe("An offer leaves room for", () => {
  it.each([
    ["nothing with TLS 1.3", { minVersion: "TLSv1.3" }, []],
    ["nothing with AEAD and forward secrecy", { ciphers: "ECDHE+AESGCM" }, []],
    ["Lucky Thirteen with CBC", { ciphers: "ECDHE+AES:!AESGCM:!AESCCM" }, ["Lucky Thirteen"]],
    ["ROBOT with key transport", { ciphers: "AES128-GCM-SHA256" }, ["ROBOT"]],
    [
      "BEAST with CBC in TLS 1.0, where the level lets it in",
      { ...open, ciphers: "ECDHE+AES:!AESGCM:@SECLEVEL=0" },
      ["BEAST", "Lucky Thirteen"],
    ],
    ["no BEAST where TLS 1.0 is only asked for", { ...open, ciphers: "ECDHE+AESGCM:ECDHE+AES" }, ["Lucky Thirteen"]],
    ["renegotiation with servers of old", { ciphers: "ECDHE+AESGCM", secureOptions: 0x4 }, ["renegotiation"]],
  ])("%s", (_name, options, expected) => expect(attacksBy(options)).toEqual(expected));

  it("Logjam with the modulus of a server, not with what a client takes", () => {
    const dhe = { ciphers: "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0" };
    expect(attacksBy({ ...dhe, minDHSize: 1024 })).toEqual([]);
    expect(attacksBy({ ...dhe, dhparam: "auto" }, "server")).toEqual([]);
    expect(attacksBy({ ...dhe, dhparam: dhParameters(2048) }, "server")).toEqual([]);
    expect(attacksBy({ ...dhe, dhparam: dhParameters(1024) }, "server")).toEqual(["Logjam"]);
  });

  it("what the suites of a server reach, too", () => {
    expect(attacksBy({ ciphers: "AES128-SHA" }, "server")).toEqual(["Lucky Thirteen", "ROBOT"]);
  });
});

it.each([
  ["SSLv2", "DROWN"],
  ["SSLv3", "POODLE"],
] as const)("A program that links against a libssl with %s leaves room for %s.", (version, name) => {
  expect(attacksOn({ outcome: "historic", version })).toMatchObject([{ name }]);
});

it("Each attack has a name of its own, advisories and a page.", () => {
  expect(new Set(NAMED_ATTACKS.map(({ name }) => name)).size).toBe(NAMED_ATTACKS.length);
  for (const { advisories, reference } of NAMED_ATTACKS) {
    expect(advisories.every((advisory) => /^(?:CVE-\d{4}-\d{4,}|VU#\d+)$/.test(advisory))).toBe(true);
    expect(reference).toMatch(/^https:\/\//);
  }
});
