import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { policyChecks } from "../src/policy/check-policy-definition.js";
import { definePolicy, parsePolicy } from "../src/policy/define-policy.js";
import { judgeCipherSuite, judgeGroup, judgeProtocolVersion, judgeSignatureAlgorithm } from "../src/policy/policy.js";
import { PolicyError } from "../src/policy/policy-error.js";
import { profile } from "../src/policy/profiles.js";

interface Schema {
  properties: Record<string, unknown>;
}

const schema = JSON.parse(readFileSync(new URL("../policy.schema.json", import.meta.url), "utf8")) as Schema;

const matchesSchema = new Ajv().compile(schema);

function problemsOf(json: unknown): readonly { path: string; message: string }[] {
  try {
    parsePolicy(json);
    return [];
  } catch (error) {
    if (error instanceof PolicyError) return error.problems;
    throw error;
  }
}

describe("definePolicy", () => {
  it("takes over what the definition does not decide", () => {
    const policy = definePolicy({ name: "ACME" });
    expect(policy).toEqual({
      ...profile("intermediate"),
      name: "ACME",
      title: "ACME, extending Mozilla Server Side TLS 6.0, intermediate",
    });
  });

  it("cites the organisation's document for its own decisions", () => {
    const policy = definePolicy({ name: "acme", reference: "ACME TLS standard 4.2", minVersion: "TLSv1.3" });
    expect(judgeProtocolVersion(policy, "TLSv1.2")).toEqual({
      status: "prohibited",
      reference: "ACME TLS standard 4.2",
    });
    expect(policy.minSecurityLevel.reference).toBe("RFC 9325, section 4.5");
  });

  it("accepts exactly the suites that `ciphers` selects, and keeps the profile's for TLS 1.3", () => {
    const policy = definePolicy({ name: "acme", ciphers: "ECDHE+AESGCM" });
    expect(policy.cipherSuites.accepted).toEqual([
      "ECDHE-ECDSA-AES256-GCM-SHA384",
      "ECDHE-RSA-AES256-GCM-SHA384",
      "ECDHE-ECDSA-AES128-GCM-SHA256",
      "ECDHE-RSA-AES128-GCM-SHA256",
    ]);
    expect(policy.ciphers).toBe(
      "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE+AESGCM",
    );
    expect(judgeCipherSuite(policy, "ECDHE-RSA-CHACHA20-POLY1305")).toEqual({
      status: "prohibited",
      reference: "acme",
    });
    expect(judgeCipherSuite(policy, "TLS_CHACHA20_POLY1305_SHA256").status).toBe("recommended");
  });

  it("lets TLS 1.3 names in `ciphers` replace the profile's", () => {
    const policy = definePolicy({ name: "fips", ciphers: "TLS_AES_256_GCM_SHA384:ECDHE-RSA-AES256-GCM-SHA384" });
    expect(policy.ciphersuites).toEqual({
      accepted: ["TLS_AES_256_GCM_SHA384"],
      isExhaustive: true,
      reference: "fips",
    });
    expect(judgeCipherSuite(policy, "TLS_CHACHA20_POLY1305_SHA256").status).toBe("prohibited");
  });

  it("accepts suites that only a newer document prohibits, because the organisation says so", () => {
    const policy = definePolicy({ name: "acme", ciphers: "ECDHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES128-GCM-SHA256" });
    expect(judgeCipherSuite(policy, "DHE-RSA-AES128-GCM-SHA256")).toEqual({ status: "allowed", reference: "acme" });
  });

  it("accepts exactly the groups and signature algorithms that are listed, under any of their names", () => {
    const policy = definePolicy({ name: "acme", groups: ["secp384r1"], signatureAlgorithms: ["ECDSA+SHA384"] });
    expect(policy.groups.accepted).toEqual(["P-384"]);
    expect(policy.expectedGroups.value).toEqual([]);
    expect(judgeGroup(policy, "X25519")).toEqual({ status: "prohibited", reference: "acme" });
    expect(judgeSignatureAlgorithm(policy, "ecdsa_secp384r1_sha384").status).toBe("recommended");
    expect(judgeSignatureAlgorithm(policy, "ed25519").status).toBe("prohibited");
  });

  it("expects no version beyond its own ceiling", () => {
    expect(definePolicy({ name: "acme", maxVersion: "TLSv1.2" }).expectedVersions.value).toEqual([]);
  });
});

/** Definitions whose shape alone is right or wrong: the schema has to agree with the validator. */
const SHAPES: readonly [definition: unknown, isValid: boolean][] = [
  [{ name: "a" }, true],
  [
    {
      $schema: "./policy.schema.json",
      name: "a",
      reference: "b",
      extends: "legacy",
      guideline: "5.8",
      minVersion: "TLSv1.2",
      maxVersion: "TLSv1.3",
    },
    true,
  ],
  [
    {
      name: "a",
      ciphers: "ECDHE+AESGCM",
      groups: ["X25519"],
      signatureAlgorithms: ["ed25519"],
      minSecurityLevel: 3,
      minDHSize: 3072,
    },
    true,
  ],
  [null, false],
  ["intermediate", false],
  [[], false],
  [{}, false],
  [{ name: "" }, false],
  [{ name: "  " }, false],
  [{ name: 1 }, false],
  [{ name: "a", extends: "strict" }, false],
  [{ name: "a", guideline: "4.0" }, false],
  [{ name: "a", minVersion: "TLSv1" }, false],
  [{ name: "a", minVersion: "tlsv1.2" }, false],
  [{ name: "a", maxVersion: "TLSv1.1" }, false],
  [{ name: "a", ciphers: "" }, false],
  [{ name: "a", ciphers: ["HIGH"] }, false],
  [{ name: "a", groups: [] }, false],
  [{ name: "a", groups: "X25519" }, false],
  [{ name: "a", groups: [1] }, false],
  [{ name: "a", groups: ["X25519", "X25519"] }, false],
  [{ name: "a", signatureAlgorithms: [] }, false],
  [{ name: "a", minSecurityLevel: 0 }, false],
  [{ name: "a", minSecurityLevel: 6 }, false],
  [{ name: "a", minSecurityLevel: 2.5 }, false],
  [{ name: "a", minDHSize: 1024 }, false],
  [{ name: "a", minDHSize: "2048" }, false],
  [{ name: "a", minversion: "TLSv1.2" }, false],
  [{ name: "a", curves: ["X25519"] }, false],
];

describe("policy.schema.json", () => {
  it("has the properties of the validator", () =>
    expect(Object.keys(schema.properties)).toEqual(Object.keys(policyChecks)));

  it.each(SHAPES)("agrees with parsePolicy on %j: %s", (definition, isValid) => {
    expect([matchesSchema(definition), problemsOf(definition).length === 0]).toEqual([isValid, isValid]);
  });
});

describe("parsePolicy", () => {
  it.each([
    [null, "$", "Write an object."],
    [{}, "$.name", "The property is missing. Name the policy, so that messages can cite it."],
    [{ name: "a", minversion: "TLSv1.2" }, "$.minversion", "The property is spelt `minVersion`."],
    [
      { name: "a", extends: "strict" },
      "$.extends",
      "`strict` is not known. Use one of `modern`, `intermediate`, `legacy`.",
    ],
    [
      { name: "a", minVersion: "TLSv1" },
      "$.minVersion",
      "RFC 8996, section 4 prohibits `TLSv1`. Use `TLSv1.2` or `TLSv1.3`, and suppress the finding at a site that cannot follow.",
    ],
    [
      { name: "a", minVersion: "1.2" },
      "$.minVersion",
      "`1.2` is not a protocol version of Node. Use one of `TLSv1`, `TLSv1.1`, `TLSv1.2`, `TLSv1.3`.",
    ],
    [
      { name: "a", minVersion: "TLSv1.3", maxVersion: "TLSv1.2" },
      "$.maxVersion",
      "`TLSv1.2` is older than `minVersion` `TLSv1.3`, so that no version is left. Raise or remove it.",
    ],
    [{ name: "a", groups: ["X25519", "P-192"] }, "$.groups[1]", "RFC 9325, section 4.5 prohibits `P-192`. Remove it."],
    [{ name: "a", groups: ["Curve25519"] }, "$.groups[0]", "`Curve25519` is not a group that OpenSSL 3.5 knows."],
    [{ name: "a", groups: ["X25519", "X25519"] }, "$.groups[1]", "`X25519` stands here a second time. Remove it."],
    [
      { name: "a", signatureAlgorithms: ["RSA+SHA1"] },
      "$.signatureAlgorithms[0]",
      "RFC 9155, section 2 prohibits `RSA+SHA1`. Remove it.",
    ],
    [{ name: "a", ciphers: "RC4-SHA" }, "$.ciphers", "Node on OpenSSL 1.1.1 throws ERR_SSL_NO_CIPHER_MATCH for it."],
    [
      { name: "a", ciphers: "ECDHE+AESGCM:@SECLEVEL=2" },
      "$.ciphers",
      "`@SECLEVEL` does not belong here. Set `minSecurityLevel` instead.",
    ],
    [
      { name: "a", ciphers: "AES128-SHA:ADH-AES128-SHA" },
      "$.ciphers",
      "It selects `ADH-AES128-SHA`, which means no authentication (RFC 5246, appendix A.5). Remove it.",
    ],
    [
      { name: "a", ciphers: "ECDHE+AESGCM:ECDHE-RSA-AES128-GMC-SHA256" },
      "$.ciphers",
      "OpenSSL 1.1.1 does not know `ECDHE-RSA-AES128-GMC-SHA256` and ignores it. Write the OpenSSL name of a suite, or a keyword of every line.",
    ],
    [
      { name: "a", ciphers: "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" },
      "$.ciphers",
      "`TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256` is the IANA name of a TLS 1.2 suite. Write `ECDHE-RSA-AES128-GCM-SHA256`.",
    ],
    [
      { name: "a", ciphers: "TLS_AES_128_GCM_SHA256:ECDHE+AESGCM:!TLS_AES_128_CCM_SHA256" },
      "$.ciphers",
      "Node on OpenSSL 1.1.1 throws ERR_SSL_NO_CIPHER_MATCH for it.",
    ],
    [
      { name: "a", minSecurityLevel: 0 },
      "$.minSecurityLevel",
      "`0` is not an integer from 1 to 5. Level 0 allows suites without encryption or authentication.",
    ],
    [
      { name: "a", extends: "modern", minVersion: "TLSv1.2" },
      "$.minVersion",
      "TLS 1.2 is accepted, but no cipher suite for it. Add OpenSSL names such as `ECDHE-ECDSA-AES128-GCM-SHA256` to `ciphers`, or extend `intermediate`.",
    ],
    [
      { name: "a", extends: "legacy", guideline: "6.0" },
      "$.guideline",
      "Mozilla Server Side TLS 6.0 has no profile for legacy clients. Use `5.8`, or extend another profile.",
    ],
  ])("says of %j what, where and what to do", (definition, path, message) => {
    expect(problemsOf(definition)).toContainEqual({ path, message });
  });

  it("names every problem in one error", () => {
    expect(() => parsePolicy({ minVersion: "TLSv1", groups: [] })).toThrow(
      new PolicyError([
        { path: "$.name", message: "The property is missing. Name the policy, so that messages can cite it." },
        {
          path: "$.minVersion",
          message:
            "RFC 8996, section 4 prohibits `TLSv1`. Use `TLSv1.2` or `TLSv1.3`, and suppress the finding at a site that cannot follow.",
        },
        { path: "$.groups", message: "Write an array with at least one group." },
      ]),
    );
  });

  it("does not stumble over exclusions of words that a line does not know", () => {
    expect(problemsOf({ name: "a", ciphers: "ECDHE+AESGCM:!RC4:!DES" })).toEqual([]);
  });
});
