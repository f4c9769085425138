import { describe, expect, it } from "vitest";
import { findCipherSuite } from "../src/parameters/cipher-suites.js";
import { guidelines } from "../src/policy/guidelines.js";
import { judgeCipherSuite, judgeGroup, judgeProtocolVersion, judgeSignatureAlgorithm } from "../src/policy/policy.js";
import { PROFILE_NAMES } from "../src/policy/profile-names.js";
import { profile } from "../src/policy/profiles.js";

const TLS13 = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
const AEAD =
  "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

describe("guidelines", () => {
  it("are the pinned editions", () =>
    expect(guidelines.map(({ version, date }) => [version, date])).toEqual([
      ["5.7", "2023-05-15"],
      ["5.8", "2026-04-06"],
      ["6.0", "2026-04-06"],
    ]));

  it("name only suites that are known", () => {
    const names = guidelines.flatMap(({ profiles }) =>
      Object.values(profiles).flatMap(({ ciphersuites, cipherSuites }) => [...ciphersuites, ...cipherSuites]),
    );
    expect(names.filter((name) => findCipherSuite(name)?.opensslName !== name)).toEqual([]);
  });
});

describe("profile", () => {
  it("modern accepts TLS 1.3 alone and leaves `ciphers` to Node", () => {
    expect(profile("modern")).toMatchObject({
      minVersion: { value: "TLSv1.3", reference: "Mozilla Server Side TLS 6.0, modern" },
      ciphers: undefined,
      maxVersion: undefined,
    });
  });

  it("intermediate is the recommendation for everybody", () => {
    const policy = profile("intermediate");
    expect(policy.minVersion.value).toBe("TLSv1.2");
    expect(policy.ciphers).toBe(`${TLS13}:${AEAD}`);
    expect(policy.groups.accepted).toEqual(["X25519MLKEM768", "X25519", "P-256", "P-384"]);
    expect(policy.expectedGroups.value).toEqual(["X25519MLKEM768"]);
  });

  it("legacy adds CBC with ECDHE and never goes below TLS 1.2", () => {
    const policy = profile("legacy");
    expect(policy.title).toBe("Mozilla Server Side TLS 5.8, old, without what RFC 8996 and RFC 10015 prohibit");
    expect(policy.minVersion.value).toBe("TLSv1.2");
    expect(new Set(policy.cipherSuites.accepted)).toEqual(
      new Set([
        ...AEAD.split(":"),
        ...["AES128-SHA256", "AES256-SHA384", "AES128-SHA", "AES256-SHA"].flatMap((end) => [
          `ECDHE-ECDSA-${end}`,
          `ECDHE-RSA-${end}`,
        ]),
      ]),
    );
  });

  it("keeps an older edition as it was", () => {
    expect(profile("intermediate", "5.7").cipherSuites.accepted).toContain("DHE-RSA-AES128-GCM-SHA256");
    expect(profile("intermediate", "5.7").expectedGroups.value).toEqual([]);
  });

  it("says what is not there", () => {
    expect(() => profile("legacy", "6.0")).toThrow(
      "Mozilla Server Side TLS 6.0 has no profile for legacy clients. Use an older edition.",
    );
    expect(() => profile("modern", "4.0")).toThrow("There is no guideline `4.0`. Use one of `5.7`, `5.8`, `6.0`.");
  });

  it.each(PROFILE_NAMES)("%s cites a document for each decision", (name) => {
    const {
      minVersion,
      ciphersuites,
      cipherSuites,
      groups,
      signatureAlgorithms,
      minSecurityLevel,
      minDHSize,
      verification,
      expectedVersions,
      expectedGroups,
    } = profile(name);
    for (const { reference } of [
      minVersion,
      ciphersuites,
      cipherSuites,
      groups,
      signatureAlgorithms,
      minSecurityLevel,
      minDHSize,
      verification,
      expectedVersions,
      expectedGroups,
    ]) {
      expect(reference).toMatch(/^(?:RFC \d+, section|Mozilla Server Side TLS \d)/);
    }
  });
});

describe("judgements of a policy", () => {
  const [modern, intermediate, legacy] = PROFILE_NAMES.map((name) => profile(name)) as [
    ReturnType<typeof profile>,
    ReturnType<typeof profile>,
    ReturnType<typeof profile>,
  ];

  it("cite the document that prohibits a version, or the policy's own floor", () => {
    expect(judgeProtocolVersion(modern, "TLSv1")).toEqual({ status: "prohibited", reference: "RFC 8996, section 4" });
    expect(judgeProtocolVersion(modern, "TLSv1.2")).toEqual({
      status: "prohibited",
      reference: "Mozilla Server Side TLS 6.0, modern",
    });
    expect(judgeProtocolVersion(legacy, "TLSv1.2").status).toBe("recommended");
  });

  it("take CBC as the profile does", () => {
    expect(judgeCipherSuite(intermediate, "ECDHE-RSA-AES128-SHA")).toEqual({
      status: "deprecated",
      reference: "RFC 9325, section 4.2",
    });
    expect(judgeCipherSuite(legacy, "ECDHE-RSA-AES128-SHA").status).toBe("allowed");
    expect(judgeCipherSuite(legacy, "AES128-SHA")).toEqual({ status: "prohibited", reference: "RFC 10015, section 4" });
  });

  it("take DHE as the edition does", () => {
    expect(judgeCipherSuite(profile("intermediate", "5.7"), "DHE-RSA-AES128-GCM-SHA256").status).toBe("allowed");
    expect(judgeCipherSuite(intermediate, "DHE-RSA-AES128-GCM-SHA256").status).toBe("prohibited");
  });

  it("leave alone what no document speaks against", () => {
    expect(judgeCipherSuite(intermediate, "ECDHE-ECDSA-AES128-CCM").status).toBe("allowed");
    expect(judgeGroup(intermediate, "P-521").status).toBe("allowed");
  });

  it("know groups and signature algorithms under any of their names", () => {
    expect(judgeGroup(intermediate, "prime192v1")).toEqual({
      status: "prohibited",
      reference: "RFC 9325, section 4.5",
    });
    expect(judgeGroup(intermediate, "secp256r1").status).toBe("recommended");
    expect(judgeSignatureAlgorithm(intermediate, "RSA+SHA1")).toEqual({
      status: "prohibited",
      reference: "RFC 9155, section 2",
    });
    expect(judgeSignatureAlgorithm(intermediate, "rsa_pkcs1_sha256").status).toBe("allowed");
  });

  it("deprecate what nobody knows", () => {
    expect(judgeGroup(intermediate, "secp112r1")).toEqual({
      status: "deprecated",
      reference: "not in the IANA registries",
    });
  });
});
