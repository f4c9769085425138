import { getDiffieHellman } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mergeAgentOptions, negotiate } from "../src/negotiate/negotiate.js";
import type { Offers, ProcessSettings, Side, TlsOptionValues } from "../src/negotiate/negotiation.js";
import { runtimeFor } from "../src/runtimes/runtimes.js";
import { dhParameters } from "./dh-parameters.js";

const verdict = (version: string, options: TlsOptionValues, side: Side = "client", process?: ProcessSettings) =>
  negotiate(options, runtimeFor(version), side, process);

function offers(version: string, options: TlsOptionValues, side: Side = "client", process?: ProcessSettings): Offers {
  const negotiation = verdict(version, options, side, process);
  if (negotiation.outcome !== "offers") throw new Error(`${version}: ${JSON.stringify(negotiation)}`);
  return negotiation;
}

describe("of several errors negotiate names the one that Node throws first", () => {
  const all = {
    checkServerIdentity: null,
    minDHSize: 0,
    secureProtocol: "TLS_method",
    minVersion: "x",
    secureOptions: "x",
    ciphers: "FOO",
    sigalgs: "foo",
    ecdhCurve: "foo",
    dhparam: 1,
  };

  /** The options in the order in which Node checks them: each is taken away once it was named. */
  function order(version: string, options: TlsOptionValues, side: Side = "client"): readonly string[] {
    const negotiation = verdict(version, options, side);
    if (negotiation.outcome !== "throws") return [];
    const [named] = negotiation.options;
    return [
      named!,
      ...order(version, Object.fromEntries(Object.entries(options).filter(([name]) => name !== named)), side),
    ];
  }

  it("`ciphers` before `sigalgs` since Node 20.11", () => {
    expect(order("20.11.0", all)).toEqual([
      "checkServerIdentity",
      "minDHSize",
      "secureProtocol",
      "minVersion",
      "secureOptions",
      "ciphers",
      "sigalgs",
      "ecdhCurve",
      "dhparam",
    ]);
  });

  it("`sigalgs` before `ciphers` up to Node 20.10", () => {
    expect(order("20.10.0", all)).toEqual([
      "checkServerIdentity",
      "minDHSize",
      "secureProtocol",
      "minVersion",
      "secureOptions",
      "sigalgs",
      "ciphers",
      "ecdhCurve",
      "dhparam",
    ]);
  });

  it("a server checks no client option, and not `secureOptions`, which `honorCipherOrder` turns into an integer", () => {
    expect(order("20.20.2", all, "server")).toEqual([
      "secureProtocol",
      "minVersion",
      "ciphers",
      "sigalgs",
      "ecdhCurve",
      "dhparam",
    ]);
    expect(order("20.20.2", { ...all, honorCipherOrder: false }, "server")).toContain("secureOptions");
  });
});

describe("error codes change with the release", () => {
  it.each([
    ["12.0.0", { ciphers: ":" }, "ERR_SSL_NO_CIPHER_MATCH"],
    ["12.22.12", { ciphers: ":" }, "ERR_INVALID_OPT_VALUE"],
    ["16.20.2", { ciphers: ":" }, "ERR_INVALID_ARG_VALUE"],
    ["14.21.3", { ecdhCurve: "foo" }, undefined],
    ["16.20.2", { ecdhCurve: "foo" }, "ERR_CRYPTO_OPERATION_FAILED"],
    ["16.20.2", { sigalgs: "foo" }, undefined],
    ["24.21.0", { sigalgs: "?foo" }, "ERR_SSL_PASSED_INVALID_ARGUMENT"],
    ["20.20.2", { secureOptions: 1.5 }, "ERR_OUT_OF_RANGE"],
    ["20.20.2", { secureOptions: "4" }, "ERR_INVALID_ARG_TYPE"],
    ["20.20.2", { ciphers: 0 }, "ERR_INVALID_ARG_TYPE"],
    ["20.20.2", { ecdhCurve: null }, "ERR_INVALID_ARG_TYPE"],
    ["20.20.2", { dhparam: false }, "ERR_INVALID_ARG_TYPE"],
    ["16.13.0", { sigalgs: null }, "ERR_INVALID_ARG_TYPE"],
    ["24.21.0", { minDHSize: "1024" }, "ERR_INVALID_ARG_TYPE"],
    ["24.21.0", { minDHSize: 0 }, "ERR_OUT_OF_RANGE"],
    ["20.20.2", { minDHSize: 0 }, "ERR_INTERNAL_ASSERTION"],
  ])("Node %s with %j throws %s", (version, options, code) => {
    expect(verdict(version, options)).toMatchObject({ outcome: "throws", code });
  });

  it.each([
    ["14.21.3", { secureOptions: "4", ciphers: 0, ecdhCurve: null, dhparam: 1 }],
    ["16.14.0", { sigalgs: null, dhparam: null, ciphers: null }],
    ["12.10.0", { sigalgs: 1 }],
  ])("Node %s accepts %j", (version, options) => {
    expect(verdict(version, options).outcome).toBe("offers");
  });
});

describe("TLS 1.3 and `ciphers`", () => {
  const tls12 = { ciphers: "ECDHE-RSA-AES128-GCM-SHA256" };

  it("a list without TLS 1.3 names leaves TLS 1.3 on, except before Node 16.17 and 18.6, where it switches it off", () => {
    for (const version of ["16.17.0", "18.6.0", "20.20.2", "26.10.0"])
      expect(offers(version, tls12).protocolVersions).toEqual(["TLSv1.2", "TLSv1.3"]);
    for (const version of ["12.22.12", "14.21.3", "16.16.0", "17.9.1", "18.5.0"])
      expect(offers(version, tls12).protocolVersions).toEqual(["TLSv1.2"]);
  });

  it("a list of TLS 1.3 names raises the floor", () => {
    expect(offers("20.20.2", { ciphers: "TLS_AES_128_GCM_SHA256", minVersion: "TLSv1" }).protocolVersions).toEqual([
      "TLSv1.3",
    ]);
    expect(verdict("20.20.2", { ciphers: "TLS_AES_128_GCM_SHA256", maxVersion: "TLSv1.2" })).toMatchObject({
      outcome: "cannot-connect",
      code: "ERR_SSL_NO_CIPHERS_AVAILABLE",
    });
  });

  it("the IANA name of a TLS 1.2 suite breaks clients and servers unless TLS 1.3 is off", () => {
    const options = { ciphers: "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256:ECDHE-RSA-AES256-GCM-SHA384" };
    for (const side of ["client", "server"] as const) {
      expect(verdict("20.20.2", options, side).outcome).toBe("cannot-connect");
      expect(offers("20.20.2", { ...options, maxVersion: "TLSv1.2" }, side).cipherSuites).toEqual([
        "ECDHE-RSA-AES128-GCM-SHA256",
        "ECDHE-RSA-AES256-GCM-SHA384",
      ]);
    }
  });

  it("signature algorithms that cannot sign TLS 1.3 leave it latent", () => {
    expect(offers("20.20.2", { sigalgs: "RSA+SHA256" })).toMatchObject({
      protocolVersions: ["TLSv1.2"],
      latentProtocolVersions: ["TLSv1.3"],
    });
  });
});

describe("`secureOptions`", () => {
  const NO_TLSV1_2 = 0x8000000;
  const NO_TLSV1_3 = 0x20000000;

  it("switches versions off, and a client then offers the oldest unbroken run", () => {
    expect(offers("20.20.2", { secureOptions: NO_TLSV1_3 }).protocolVersions).toEqual(["TLSv1.2"]);
    const gap = { minVersion: "TLSv1", secureOptions: NO_TLSV1_2 };
    expect(offers("16.20.2", gap)).toMatchObject({
      protocolVersions: ["TLSv1", "TLSv1.1"],
      latentProtocolVersions: ["TLSv1.3"],
    });
    expect(offers("16.20.2", gap, "server").protocolVersions).toEqual(["TLSv1", "TLSv1.1", "TLSv1.3"]);
  });

  it("is read as the 32 bits it stands for, a string too before Node 15.3", () => {
    expect(offers("20.20.2", { secureOptions: NO_TLSV1_3 | 0 }).protocolVersions).toEqual(["TLSv1.2"]);
    expect(offers("20.20.2", { secureOptions: -1 - 0x2000000 - NO_TLSV1_2 }).protocolVersions).toEqual(["TLSv1.2"]);
    expect(offers("14.21.3", { secureOptions: String(NO_TLSV1_3) }).protocolVersions).toEqual(["TLSv1.2"]);
  });

  it("names the bits that weaken the connection", () => {
    expect(offers("20.20.2", { secureOptions: 0x40004 + NO_TLSV1_3 }).weakeningSecureOptions).toEqual([
      "SSL_OP_LEGACY_SERVER_CONNECT",
      "SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION",
      "SSL_OP_NO_TLSv1_3",
    ]);
  });

  it("names no bit that only the other side reads", () => {
    const weakening = (side: Side) => offers("20.20.2", { secureOptions: 0x4 | 0x800000 }, side).weakeningSecureOptions;
    expect(weakening("client")).toEqual(["SSL_OP_LEGACY_SERVER_CONNECT"]);
    expect(weakening("server")).toEqual(["SSL_OP_TLS_ROLLBACK_BUG"]);
  });
});

describe("process-wide settings", () => {
  const protocolVersions = (process: ProcessSettings, options: TlsOptionValues = {}, version = "16.20.2") =>
    offers(version, options, "client", process).protocolVersions;

  it("flags set the defaults, the lowest floor and the highest ceiling winning", () => {
    expect(protocolVersions({ flags: ["--tls-min-v1.1"] })).toEqual(["TLSv1.1", "TLSv1.2", "TLSv1.3"]);
    expect(protocolVersions({ flags: ["--tls-min-v1.3", "--tls_min_v1.0"] })).toEqual([
      "TLSv1",
      "TLSv1.1",
      "TLSv1.2",
      "TLSv1.3",
    ]);
    expect(protocolVersions({ flags: ["--tls-max-v1.2"] })).toEqual(["TLSv1.2"]);
    expect(protocolVersions({ flags: ["--tls-max-v1.2", "--tls-max-v1.3"] })).toEqual(["TLSv1.2", "TLSv1.3"]);
    expect(protocolVersions({ flags: ["--tls-min-v1.0", "--no-tls-min-v1.0"] })).toEqual(["TLSv1.2", "TLSv1.3"]);
  });

  it("`--tls-cipher-list` takes its value from the same or the next word, the last one counting", () => {
    const suites = (...flags: string[]) => offers("20.20.2", {}, "client", { flags }).cipherSuites;
    expect(suites("--tls-cipher-list=AES128-SHA")).toEqual(["AES128-SHA"]);
    expect(suites("--tls-cipher-list=AES128-SHA", "--tls-cipher-list", "AES256-SHA")).toEqual(["AES256-SHA"]);
  });

  it("assignments to `tls.DEFAULT_*` replace the flags, and options both", () => {
    const process = {
      flags: ["--tls-min-v1.0"],
      defaults: { DEFAULT_MIN_VERSION: "TLSv1.3", DEFAULT_ECDH_CURVE: "P-256" },
    };
    expect(protocolVersions(process)).toEqual(["TLSv1.3"]);
    expect(offers("20.20.2", {}, "client", process).groups).toEqual(["P-256"]);
    expect(protocolVersions(process, { minVersion: "TLSv1.1" })).toEqual(["TLSv1.1", "TLSv1.2", "TLSv1.3"]);
    expect(verdict("20.20.2", {}, "client", { defaults: { DEFAULT_MIN_VERSION: "TLSv1.0" } })).toMatchObject({
      code: "ERR_TLS_INVALID_PROTOCOL_VERSION",
      options: [],
    });
  });

  it("flags that exclude each other keep Node from starting", () => {
    for (const flags of [["--tls-min-v1.3", "--tls-max-v1.2"], ["--tls-cipher-list="]]) {
      expect(verdict("20.20.2", {}, "client", { flags })).toMatchObject({
        outcome: "throws",
        options: [],
        code: undefined,
      });
    }
  });
});

describe("Diffie-Hellman", () => {
  interface Levels {
    readonly dhparam: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, boolean>>>>>>;
  }
  const { dhparam: measured } = JSON.parse(
    readFileSync(new URL("./vectors/security-levels.json", import.meta.url), "utf8"),
  ) as Levels;

  it.each(Object.entries(measured))("a modulus of %s bits is accepted at the levels measured", (bits, releases) => {
    for (const [version, levels] of Object.entries(releases)) {
      const options = (level: string) => ({
        dhparam: dhParameters(Number(bits)),
        ciphers: level === "default" ? "ALL" : `ALL:@SECLEVEL=${level}`,
      });
      const judged = Object.fromEntries(
        Object.keys(levels).map((level) => [level, verdict(version, options(level), "server").outcome === "offers"]),
      );
      expect(judged, version).toEqual(levels);
    }
  });

  it("reads the size of real parameters, in a string or a buffer", () => {
    expect(getDiffieHellman("modp14").getPrime().length).toBe(256);
    const pem = dhParameters(2048);
    for (const dhparam of [pem, Buffer.from(pem), pem.replaceAll("\n", "\r\n"), `junk\n${pem}`])
      expect(offers("20.20.2", { dhparam }, "server").dhSize).toBe(2048);
  });

  it("a server has no DHE without parameters, and drops those it cannot read", () => {
    for (const options of [{}, { dhparam: "junk" }, { dhparam: "" }]) {
      expect(
        offers("20.20.2", { ciphers: "DHE:ECDHE", ...options }, "server").cipherSuites.filter((name) =>
          name.startsWith("DHE"),
        ),
      ).toEqual([]);
    }
    expect(verdict("20.20.2", { ciphers: "DHE-RSA-AES128-GCM-SHA256", maxVersion: "TLSv1.2" }, "server").outcome).toBe(
      "cannot-connect",
    );
  });

  it("`dhparam: 'auto'` works from Node 18.16 on", () => {
    const options = { ciphers: "DHE-RSA-AES128-GCM-SHA256", maxVersion: "TLSv1.2", dhparam: "auto" };
    expect(verdict("18.15.0", options, "server").outcome).toBe("cannot-connect");
    expect(offers("18.16.0", options, "server")).toMatchObject({ dhSize: "auto", protocolVersions: ["TLSv1.2"] });
  });

  it("a client accepts what both `minDHSize` and the security level accept", () => {
    expect(offers("22.23.3", {}).minDHSize).toBe(1024);
    expect(offers("24.21.0", {}).minDHSize).toBe(2048);
    expect(offers("24.21.0", { minDHSize: 4096 }).minDHSize).toBe(4096);
    expect(offers("24.21.0", { minDHSize: 1, ciphers: "ALL:@SECLEVEL=0" }).minDHSize).toBe(1024);
  });

  it("a `minDHSize` beyond what OpenSSL computes with leaves a client no DHE", () => {
    const options = { ciphers: "DHE-RSA-AES128-GCM-SHA256", maxVersion: "TLSv1.2" };
    expect(verdict("20.20.2", { ...options, minDHSize: Number.POSITIVE_INFINITY }).outcome).toBe("cannot-connect");
  });
});

describe("anonymous suites", () => {
  const options = { ciphers: "aNULL:@SECLEVEL=0", maxVersion: "TLSv1.2" };

  it("connect only where nobody is verified", () => {
    expect(verdict("20.20.2", options).outcome).toBe("cannot-connect");
    expect(offers("20.20.2", { ...options, rejectUnauthorized: false }).protocolVersions).toEqual(["TLSv1.2"]);
    expect(verdict("20.20.2", { ...options, ciphers: "aNULL", rejectUnauthorized: false })).toMatchObject({
      code: "ERR_SSL_NO_CIPHERS_AVAILABLE",
    });
  });
});

describe("the key share of OpenSSL before 3.0.7", () => {
  const options = { minVersion: "TLSv1.3", ecdhCurve: "sect283k1:X25519" };

  it.each(["17.9.1", "18.0.0", "18.12.0", "19.0.0"])(
    "is for the first group, which no server takes where TLS 1.3 cannot use it: Node %s",
    (version) => {
      expect(verdict(version, options)).toMatchObject({ outcome: "cannot-connect", options: ["ecdhCurve"] });
      expect(offers(version, { ...options, minVersion: "TLSv1.2" }).protocolVersions).toEqual(["TLSv1.2", "TLSv1.3"]);
      expect(offers(version, { ...options, ecdhCurve: "X25519:sect283k1" }).protocolVersions).toEqual(["TLSv1.3"]);
    },
  );

  it.each(["16.20.2", "18.12.1", "19.0.1", "20.20.2"])("is for one that TLS 1.3 can use: Node %s", (version) => {
    expect(offers(version, options).protocolVersions).toEqual(["TLSv1.3"]);
  });
});

describe("what is said of signatures", () => {
  const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;

  it.each(["16.20.2", "20.20.2", "24.22.3"])("a client of Node %s says nothing below TLS 1.2", (version) => {
    expect(offers(version, old).signatureAlgorithms).toEqual([]);
    expect(offers(version, { ...old, sigalgs: "RSA+SHA1" }).signatureAlgorithms).toEqual([]);
    expect(offers(version, { ...old, maxVersion: "TLSv1.2" }).signatureAlgorithms).not.toEqual([]);
  });

  it("ML-DSA has two spellings from OpenSSL 3.5 on, and none before", () => {
    for (const name of ["mldsa65", "ML-DSA-65", "MLDSA65"])
      expect(offers("24.22.3", { sigalgs: name }).signatureAlgorithms).toEqual(["mldsa65"]);
    expect(verdict("20.20.2", { sigalgs: "mldsa65" })).toMatchObject({ outcome: "throws" });
  });

  it("a name that is not known is left out where it is not longer than what OpenSSL keeps of one", () => {
    const beside = (length: number) => ({ sigalgs: `?${"x".repeat(length)}:ecdsa_secp256r1_sha256` });
    expect(offers("24.22.3", beside(39)).signatureAlgorithms).toEqual(["ecdsa_secp256r1_sha256"]);
    expect(verdict("24.22.3", beside(40))).toMatchObject({ outcome: "throws", code: undefined });
  });
});

describe("a list for Suite B", () => {
  it("has groups of its own, whatever `ecdhCurve` says", () => {
    expect(offers("24.22.3", { ciphers: "SUITEB128", ecdhCurve: "X25519" }).groups).toEqual(["P-256", "P-384"]);
    expect(offers("24.22.3", { ciphers: "SUITEB192", ecdhCurve: "X25519" }).groups).toEqual(["P-384"]);
  });

  it("has no key share where `ecdhCurve` asks for none that can be sent, since OpenSSL 3.5.3", () => {
    for (const ecdhCurve of ["", "?nonsense", "*secp256k1:P-256"])
      expect(verdict("24.22.3", { ciphers: "SUITEB128", ecdhCurve })).toMatchObject({
        outcome: "cannot-connect",
        code: "ERR_SSL_NO_SUITABLE_KEY_SHARE",
      });
    expect(verdict("24.22.3", { ciphers: "SUITEB128", ecdhCurve: "secp256k1" }).outcome).toBe("offers");
  });

  it("has a server of TLS 1.3 count by its own list how many groups it takes, since OpenSSL 3.5", () => {
    const groupsOf = (node: string, ciphers: string, ecdhCurve?: string) =>
      offers(node, { ciphers, ecdhCurve }, "server").reachableGroups;
    const both = ["P-256", "P-384"];
    expect(groupsOf("22.23.5", "SUITEB128ONLY")).toEqual({ "TLSv1.2": ["P-256"], "TLSv1.3": both });
    expect(groupsOf("22.23.5", "SUITEB128ONLY", "P-521")).toEqual({ "TLSv1.2": ["P-256"], "TLSv1.3": ["P-256"] });
    expect(groupsOf("22.23.5", "SUITEB128", "P-521")).toEqual({ "TLSv1.2": both, "TLSv1.3": ["P-256"] });
    expect(groupsOf("22.23.5", "SUITEB192")).toEqual({ "TLSv1.2": ["P-384"], "TLSv1.3": ["P-384"] });
    expect(groupsOf("20.20.2", "SUITEB128ONLY")).toEqual({ "TLSv1.2": ["P-256"], "TLSv1.3": ["P-256"] });
    expect(offers("22.23.5", { ciphers: "SUITEB128ONLY" }, "server").groups).toEqual(both);
  });

  it("has its own order kept by a server that would leave it to the client", () => {
    const options = { ciphers: "SUITEB128", honorCipherOrder: false };
    expect(offers("24.22.3", options, "server").prefersOwnOrder).toBe(true);
    expect(offers("24.22.3", { honorCipherOrder: false }, "server").prefersOwnOrder).toBe(false);
  });
});

describe("groups of OpenSSL 3.5", () => {
  const groups = (ecdhCurve: string) => offers("24.21.0", { ecdhCurve }).groups;

  it("are read with tuples, prefixes, any case and the pseudo list DEFAULT", () => {
    expect(groups("?X25519MLKEM768:?nonsense:p-256")).toEqual(["X25519MLKEM768", "P-256"]);
    expect(groups("DEFAULT:-X25519MLKEM768:-X25519")).toEqual([
      "P-256",
      "X448",
      "P-384",
      "P-521",
      "ffdhe2048",
      "ffdhe3072",
    ]);
    expect(groups("*P-256/*P-384:P-256")).toEqual(["P-256", "P-384"]);
  });

  it("are left out where they are not known and not longer than what OpenSSL keeps of a name", () => {
    expect(groups(`?${"x".repeat(63)}:P-256`)).toEqual(["P-256"]);
    expect(verdict("24.22.3", { ecdhCurve: `?${"x".repeat(64)}:P-256` })).toMatchObject({
      code: "ERR_CRYPTO_OPERATION_FAILED",
    });
  });

  it("fail for unknown names, repeated prefixes and more than four key shares", () => {
    for (const ecdhCurve of ["nonsense", "P-256:", "**P-256", "?DEFAULT", "*P-256:*P-384:*P-521:*X25519:*X448"]) {
      expect(verdict("24.21.0", { ecdhCurve })).toMatchObject({ code: "ERR_CRYPTO_OPERATION_FAILED" });
    }
  });

  it("fail to connect when the only groups with a key share are not for TLS 1.3, since OpenSSL 3.5.3", () => {
    expect(offers("24.8.0", { ecdhCurve: "*secp256k1:P-256" }).protocolVersions).toContain("TLSv1.3");
    expect(verdict("24.9.0", { ecdhCurve: "*secp256k1:P-256" })).toMatchObject({
      code: "ERR_SSL_NO_SUITABLE_KEY_SHARE",
    });
  });
});

describe("a server", () => {
  it("prefers its own order unless told otherwise", () => {
    expect(offers("20.20.2", {}, "server").prefersOwnOrder).toBe(true);
    expect(offers("20.20.2", { honorCipherOrder: undefined }, "server").prefersOwnOrder).toBe(true);
    for (const honorCipherOrder of [false, null, 0])
      expect(offers("20.20.2", { honorCipherOrder }, "server").prefersOwnOrder).toBe(false);
    expect(offers("20.20.2", { honorCipherOrder: false, secureOptions: 0x400000 }, "server").prefersOwnOrder).toBe(
      true,
    );
  });

  it("cannot use a client method, nor a client a server method", () => {
    expect(verdict("20.20.2", { secureProtocol: "TLS_client_method" }, "server").outcome).toBe("cannot-connect");
    expect(verdict("20.20.2", { secureProtocol: "TLS_server_method" })).toMatchObject({
      code: "ERR_SSL_CALLED_A_FUNCTION_YOU_SHOULD_NOT_CALL",
    });
  });

  it("of Suite B offers what Suite B allows", () => {
    expect(offers("20.20.2", { ciphers: "SUITEB128", minVersion: "TLSv1" }, "server")).toMatchObject({
      protocolVersions: ["TLSv1.2", "TLSv1.3"],
      groups: ["P-256", "P-384"],
      signatureAlgorithms: ["ecdsa_secp256r1_sha256", "ecdsa_secp384r1_sha384"],
    });
  });
});

describe("mergeAgentOptions", () => {
  it("lets the agent win, with `undefined` too", () => {
    expect(
      mergeAgentOptions({ rejectUnauthorized: false }, { rejectUnauthorized: true, minVersion: "TLSv1.3" }),
    ).toEqual({ rejectUnauthorized: false, minVersion: "TLSv1.3" });
    expect(
      offers("20.20.2", mergeAgentOptions({ rejectUnauthorized: undefined }, { rejectUnauthorized: false }))
        .verifiesPeer,
    ).toBe(true);
  });
});

describe("a failure names the options that it comes from", () => {
  it.each([
    ["20.20.2", { minVersion: "TLSv9" }, ["minVersion"]],
    ["20.20.2", { maxVersion: "TLSv9" }, ["maxVersion"]],
    ["20.20.2", { secureProtocol: "TLS_method", minVersion: "TLSv1.2" }, ["secureProtocol", "minVersion"]],
    ["20.20.2", { secureProtocol: "TLS_method", maxVersion: "TLSv1.2" }, ["secureProtocol", "maxVersion"]],
    ["20.20.2", { secureProtocol: "no_method" }, ["secureProtocol"]],
    ["10.24.1", { secureProtocol: "TLS_client_method" }, ["secureProtocol"]],
    ["8.17.0", { secureProtocol: "TLS_method" }, ["secureProtocol"]],
    ["20.20.2", { minDHSize: "1024" }, ["minDHSize"]],
    ["20.20.2", { checkServerIdentity: null }, ["checkServerIdentity"]],
  ])("Node %s, %j: %j", (version, options, names) => {
    expect(verdict(version, options)).toMatchObject({ outcome: "throws", options: names });
  });

  it("and none where the releases of that time know the method", () => {
    expect(verdict("10.24.1", { secureProtocol: "TLS_method" })).toMatchObject({ outcome: "offers" });
  });
});

describe("who is looked at", () => {
  it("a client asks its peer for nothing of its own, and takes any check for one that it cannot see into", () => {
    expect(offers("20.20.2", { checkServerIdentity: () => undefined })).toMatchObject({
      verifiesPeer: true,
      verifiesHostName: true,
      requestsPeerCertificate: false,
    });
  });

  it("a server looks at no host name", () => {
    expect(offers("20.20.2", { requestCert: true }, "server")).toMatchObject({
      verifiesPeer: true,
      verifiesHostName: false,
      requestsPeerCertificate: true,
    });
  });
});
