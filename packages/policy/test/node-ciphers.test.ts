import { describe, expect, it } from "vitest";
import {
  type CipherReader,
  expandCiphersuites,
  expandNodeCiphers,
  isSuiteAllowedAtLevel,
  splitNodeCiphers,
} from "../src/cipher-list/node-ciphers.js";
import { vectorCount, vectorsOf, versionsOf } from "./vectors/cipher-lists.js";

interface Reader extends CipherReader {
  readonly defaultSecurityLevel: number;
}

const READERS: Record<string, Reader> = {
  "16.20.2": { openssl: "1.1.1", sendsExclusionsToCiphersuites: false, defaultSecurityLevel: 1 },
  "18.20.8": { openssl: "3.0", sendsExclusionsToCiphersuites: false, defaultSecurityLevel: 1 },
  "20.20.2": { openssl: "3.0", sendsExclusionsToCiphersuites: true, defaultSecurityLevel: 1 },
  "22.23.3": { openssl: "3.5", sendsExclusionsToCiphersuites: true, defaultSecurityLevel: 1 },
  "24.21.0": { openssl: "3.5", sendsExclusionsToCiphersuites: true, defaultSecurityLevel: 2 },
  "26.10.0": { openssl: "3.5", sendsExclusionsToCiphersuites: true, defaultSecurityLevel: 2 },
};

/** The ClientHello of `tls.connect({ ciphers })`: TLS 1.2 and 1.3, no PSK or SRP callback; empty `ciphers` is the default's business. */
function offered(ciphers: string, reader: Reader): unknown {
  const read = expandNodeCiphers(ciphers, reader);
  if (read.error) return `throws ${read.code}`;
  const level = read.securityLevel ?? reader.defaultSecurityLevel;
  const minVersion = read.split.cipherList === "" ? ["TLSv1.3"] : ["TLSv1.2", "TLSv1.3"];
  const suites = read.suites.filter(
    (suite) =>
      minVersion.includes(suite.maxVersion) &&
      !/PSK|SRP/.test(suite.keyExchange) &&
      isSuiteAllowedAtLevel(suite, level, reader.openssl),
  );
  if (!suites.some(({ maxVersion }) => maxVersion === "TLSv1.3")) return "connect-error ERR_SSL_NO_CIPHERS_AVAILABLE";
  // At level 5 none of the two groups that OpenSSL 3.5 sends a key share for is strong enough.
  if (level === 5 && reader.openssl === "3.5") return "connect-error ERR_SSL_NO_SUITABLE_KEY_SHARE";
  return suites.map(({ opensslName }) => opensslName);
}

const DEFAULT_CIPHERS =
  "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:" +
  "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES256-GCM-SHA384:DHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-SHA256:DHE-RSA-AES128-SHA256:" +
  "ECDHE-RSA-AES256-SHA384:DHE-RSA-AES256-SHA384:ECDHE-RSA-AES256-SHA256:DHE-RSA-AES256-SHA256:HIGH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!SRP:!CAMELLIA";

describe("expandNodeCiphers", () => {
  it.each(versionsOf("node"))(
    `offers ${vectorCount} of ${vectorCount} vectors as the ClientHello of Node %s`,
    (version) => {
      const vectors = vectorsOf("node", version);
      expect(
        vectors.map(({ list }) => ({ list, result: offered(list || DEFAULT_CIPHERS, READERS[version]!) })),
      ).toEqual(vectors);
    },
  );

  it("counts a TLS 1.2 suite of the TLS 1.3 list where the cipher list matches nothing, as measured on Node 16, 20 and 24", () => {
    const read = expandNodeCiphers("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256:FOO", READERS["20.20.2"]!);
    expect(read.error).toBeUndefined();
  });

  it("throws for nothing at all", () => {
    expect(expandNodeCiphers(":", READERS["20.20.2"]!)).toMatchObject({ code: "ERR_INVALID_ARG_VALUE" });
  });
});

describe("splitNodeCiphers", () => {
  it("takes exclusions for TLS 1.3 names from Node 20.1 on", () => {
    const split = (sendsExclusionsToCiphersuites: boolean) =>
      splitNodeCiphers("HIGH:!TLS_FOO::TLS_BAR", { sendsExclusionsToCiphersuites });
    expect(split(false)).toEqual({ ciphersuites: "TLS_BAR", cipherList: "HIGH:!TLS_FOO" });
    expect(split(true)).toEqual({ ciphersuites: "!TLS_FOO:TLS_BAR", cipherList: "HIGH" });
  });
});

describe("a signalling value beside a list that selects nothing", () => {
  it.each(["1.1.1", "3.0", "3.5"] as const)("keeps OpenSSL %s from failing", (openssl) => {
    const reader = { openssl, sendsExclusionsToCiphersuites: true };
    expect(expandNodeCiphers("TLS_FALLBACK_SCSV:NO-SUCH", reader)).toMatchObject({ suites: [] });
    expect(expandNodeCiphers("TLS_AES_128_GCM_SHA256:NO-SUCH", reader)).toMatchObject({ error: "no cipher match" });
  });
});

describe("expandCiphersuites", () => {
  const names = (list: string, openssl: "1.1.1" | "3.0" | "3.5") => {
    const result = expandCiphersuites(list, openssl);
    return result.error ?? result.suites.map(({ ianaName }) => ianaName);
  };

  it.each([
    ["TLS_AES_128_GCM_SHA256:TLS_FOO", "no cipher match", ["TLS_AES_128_GCM_SHA256"], ["TLS_AES_128_GCM_SHA256"]],
    ["TLS_FOO", "no cipher match", "no cipher match", "no cipher match"],
    ["TLS_SHA256_SHA256", "no cipher match", "no cipher match", ["TLS_SHA256_SHA256"]],
    ["TLS_AES_128_GCM_SHA256 ", ["TLS_AES_128_GCM_SHA256"], ["TLS_AES_128_GCM_SHA256"], ["TLS_AES_128_GCM_SHA256"]],
    ["TLS_FALLBACK_SCSV", [], [], []],
    ["TLS_RSA_WITH_SEED_CBC_SHA", ["TLS_RSA_WITH_SEED_CBC_SHA"], [], []],
    ["TLS_RSA_WITH_RC4_128_SHA", "no cipher match", "no cipher match", "no cipher match"],
  ])("reads %s as measured on Node 16, 20 and 24", (list, ...expected) => {
    expect((["1.1.1", "3.0", "3.5"] as const).map((openssl) => names(list, openssl))).toEqual(expected);
  });
});
