import { getCiphers } from "node:tls";
import { describe, expect, it } from "vitest";
import { CIPHER_SUITES, findCipherSuite } from "../src/parameters/cipher-suites.js";

describe("CIPHER_SUITES", () => {
  it("has every suite this Node can name", () => {
    expect(getCiphers().filter((name) => !findCipherSuite(name.toUpperCase()))).toEqual([]);
  });

  it("names each code point, IANA name and OpenSSL name once", () => {
    for (const key of ["codePoint", "ianaName", "opensslName"] as const) {
      const values = CIPHER_SUITES.map((suite) => suite[key]).filter((value) => value !== undefined);
      expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
    }
  });

  it("discourages everything that IANA marks D, and recommends nothing else than IANA's Y", () => {
    const harmless = CIPHER_SUITES.filter(
      ({ ianaRecommended, status }) => ianaRecommended === "D" && (status === "recommended" || status === "allowed"),
    );
    expect(harmless.map(({ ianaName }) => ianaName)).toEqual([]);
    const praised = CIPHER_SUITES.filter(
      ({ ianaRecommended, status }) => ianaRecommended !== "Y" && status === "recommended",
    );
    expect(praised.map(({ ianaName }) => ianaName)).toEqual([]);
  });

  it.each([
    ["ECDHE-RSA-AES128-GCM-SHA256", "recommended", "RFC 9325, section 4.2"],
    ["TLS_AES_128_GCM_SHA256", "recommended", "RFC 8446, section 9.1"],
    ["ECDHE-ECDSA-CHACHA20-POLY1305", "recommended", "IANA TLS Cipher Suites registry"],
    ["ECDHE-ECDSA-AES128-CCM", "allowed", "IANA TLS Cipher Suites registry"],
    ["RC4-SHA", "prohibited", "RFC 7465, section 2"],
    ["NULL-SHA256", "prohibited", "RFC 9325, section 4.1"],
    ["TLS_SHA256_SHA256", "prohibited", "RFC 9325, section 4.1"],
    ["ADH-AES128-SHA", "prohibited", "RFC 5246, appendix A.5"],
    ["EXP-DES-CBC-SHA", "prohibited", "RFC 9325, section 4.1"],
    ["AES128-GCM-SHA256", "prohibited", "RFC 10015, section 4"],
    ["DHE-RSA-AES256-GCM-SHA384", "prohibited", "RFC 10015, section 3"],
    ["DH-RSA-AES128-SHA", "prohibited", "RFC 10015, section 2"],
    ["ECDH-RSA-AES128-SHA", "deprecated", "RFC 10015, section 2"],
    ["ECDHE-RSA-DES-CBC3-SHA", "deprecated", "RFC 9325, section 4.1"],
    ["ECDHE-RSA-AES128-SHA", "deprecated", "RFC 9325, section 4.2"],
    ["ECDHE-ECDSA-AES128-CCM8", "deprecated", "RFC 8447, section 8"],
    ["PSK-AES128-GCM-SHA256", "deprecated", "RFC 9325, section 4.1"],
    ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "recommended", "RFC 9325, section 4.2"],
  ])("judges %s as %s by %s", (name, status, reference) =>
    expect(findCipherSuite(name)).toMatchObject({ status, reference }),
  );

  it("names every weakness of a suite, worst first", () => {
    expect(findCipherSuite("EXP-RC4-MD5")?.weaknesses.map(({ name }) => name)).toEqual([
      "rc4",
      "short-key",
      "static-rsa",
      "md5-mac",
    ]);
  });
});
