import { describe, expect, it } from "vitest";
import { judgeCipherSuite, judgeProtocolVersion } from "../src/policy/policy.js";
import { findStandard, standardPolicy, STANDARDS } from "../src/policy/standards.js";

describe("STANDARDS", () => {
  it("judge by nothing unverified", () => {
    const judged = STANDARDS.flatMap(({ requirements }) => requirements).filter(({ isJudged }) => isJudged);
    expect(new Set(judged.map(({ verification }) => verification))).toEqual(
      new Set([
        "text of the document",
        "publisher's own announcement",
        "working-group text, published wording not compared",
      ]),
    );
  });

  it("are found by id", () => {
    expect(findStandard("rfc-9325").title).toContain("RFC 10015");
    expect(() => findStandard("iso-27001" as "rfc-9325")).toThrow(
      "There is no standard `iso-27001`. Use one of `rfc-9325`, `nist-sp-800-52r2`, `bsi-tr-02102-2`, `pci-dss-4.0.1`.",
    );
  });
});

describe("standardPolicy", () => {
  it.each(STANDARDS.map(({ id }) => id))(
    "%s prohibits TLS 1.0 and static RSA, and recommends ECDHE with AES-GCM",
    (id) => {
      const policy = standardPolicy(id);
      expect(policy.minVersion.value).toBe("TLSv1.2");
      expect(judgeProtocolVersion(policy, "TLSv1").status).toBe("prohibited");
      expect(judgeCipherSuite(policy, "AES128-SHA").status).toBe("prohibited");
      expect(judgeCipherSuite(policy, "ECDHE-RSA-AES128-GCM-SHA256")).toEqual({
        status: "recommended",
        reference: "RFC 9325, section 4.2",
      });
    },
  );

  it("cites the standard itself only where it is known to say so", () => {
    expect(standardPolicy("nist-sp-800-52r2").minVersion.reference).toBe("NIST SP 800-52 Revision 2");
    expect(standardPolicy("bsi-tr-02102-2").minVersion.reference).toBe("RFC 9325, section 3.1.1");
  });
});
