import { describe, expect, it } from "vitest";
import {
  defaultSignatureAlgorithms,
  findSignatureAlgorithm,
  SIGNATURE_ALGORITHMS,
} from "../src/parameters/signature-algorithms.js";

const lines = ["1.1.1", "3.0", "3.5"] as const;
const codePoints = (openssl: (typeof lines)[number]) =>
  defaultSignatureAlgorithms(openssl)
    .map(({ codePoint }) => codePoint.toString(16).padStart(4, "0"))
    .join(" ");

describe("defaultSignatureAlgorithms", () => {
  it.each([
    [
      "1.1.1",
      "0403 0503 0603 0807 0808 0809 080a 080b 0804 0805 0806 0401 0501 0601 0303 0203 0301 0201 0302 0202 0402 0502 0602",
    ],
    ["3.0", "0403 0503 0603 0807 0808 0809 080a 080b 0804 0805 0806 0401 0501 0601 0303 0301 0302 0402 0502 0602"],
    [
      "3.5",
      "0905 0906 0904 0403 0503 0603 0807 0808 081a 081b 081c 0809 080a 080b 0804 0805 0806 0401 0501 0601 0303 0301 0302 0402 0502 0602",
    ],
  ] as const)("is the ClientHello of Node on OpenSSL %s", (openssl, expected) =>
    expect(codePoints(openssl)).toBe(expected),
  );
});

describe("findSignatureAlgorithm", () => {
  it.each([
    ["RSA+SHA256", ["rsa_pkcs1_sha256", "rsa_pkcs1_sha256", "rsa_pkcs1_sha256"]],
    ["sha256+RSA", ["rsa_pkcs1_sha256", "rsa_pkcs1_sha256", "rsa_pkcs1_sha256"]],
    ["rsa+SHA256", [undefined, undefined, "rsa_pkcs1_sha256"]],
    ["RSA+Sha256", [undefined, undefined, undefined]],
    ["PSS+SHA512", ["rsa_pss_rsae_sha512", "rsa_pss_rsae_sha512", "rsa_pss_rsae_sha512"]],
    ["RSA-PSS+SHA1", [undefined, undefined, undefined]],
    ["ECDSA+SHA1", ["ecdsa_sha1", "ecdsa_sha1", "ecdsa_sha1"]],
    ["ecdsa_sha1", [undefined, undefined, "ecdsa_sha1"]],
    ["rsa_pkcs1_sha1", ["rsa_pkcs1_sha1", "rsa_pkcs1_sha1", "rsa_pkcs1_sha1"]],
    ["DSA+SHA512", ["dsa_sha512", "dsa_sha512", "dsa_sha512"]],
    ["ED25519", [undefined, undefined, "ed25519"]],
    ["mldsa65", [undefined, undefined, "mldsa65"]],
    ["ML-DSA-65", [undefined, undefined, "mldsa65"]],
    ["ml-dsa-44", [undefined, undefined, "mldsa44"]],
    ["id-ml-dsa-65", [undefined, undefined, undefined]],
    ["ecdsa_brainpoolP384r1_sha384", [undefined, undefined, "ecdsa_brainpoolP384r1tls13_sha384"]],
    ["RSA+MD5", [undefined, undefined, undefined]],
    ["RSA+SHA256+RSA", [undefined, undefined, undefined]],
    ["foo", [undefined, undefined, undefined]],
  ])("reads %s on OpenSSL 1.1.1, 3.0 and 3.5 as measured", (name, expected) => {
    expect(lines.map((openssl) => findSignatureAlgorithm(name, openssl)?.name)).toEqual(expected);
  });

  it("accepts each algorithm's OpenSSL name wherever the algorithm exists", () => {
    expect(
      SIGNATURE_ALGORITHMS.filter(
        (algorithm) => findSignatureAlgorithm(algorithm.opensslName, algorithm.since) !== algorithm,
      ),
    ).toEqual([]);
  });
});
