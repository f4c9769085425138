import {
  negotiatePython,
  type PythonContext,
  type PythonFlavour,
  type PythonNegotiation,
  pythonRuntimeFor,
  pythonRuntimes,
  pythonRuntimesIn,
} from "tls-policy";
import { describe, expect, it } from "vitest";

const python = (release: string, flavour: PythonFlavour = "python.org") =>
  pythonRuntimeFor({ release, flavour, openssl: "3.0", defaultSecurityLevel: 2 });

const debian = python("3.11", "distribution");

function summaryOf(negotiation: PythonNegotiation): string {
  if (negotiation.outcome === "throws") return `${negotiation.error} at ${negotiation.at}`;
  if (negotiation.outcome === "cannot-connect") return "cannot connect";
  const { protocolVersions, verifiesPeer, verifiesHostName } = negotiation;
  const check = verifiesPeer ? (verifiesHostName ? "verified" : "host unchecked") : "unverified";
  return `${protocolVersions.join(" ")}, ${check}`;
}

const client = (context: PythonContext, release: string | typeof debian) =>
  summaryOf(negotiatePython(context, typeof release === "string" ? python(release) : release, "client"));
const server = (context: PythonContext, release: string) =>
  summaryOf(negotiatePython(context, python(release), "server"));

const plain: PythonContext = { construction: { call: "SSLContext", protocol: "TLS" }, operations: [] };
const verified: PythonContext = { construction: { call: "create_default_context" }, operations: [] };
const SEED_LIST = "HIGH:-aNULL:-eNULL:-PSK:RC4-SHA:RC4-MD5";

// Each line was measured by handshakes on that release with OpenSSL 3.0.
describe("negotiatePython", () => {
  it("knows no PROTOCOL_SSLv3 on any Python at hand", () => {
    const context: PythonContext = {
      construction: { call: "wrap_socket", protocol: "SSLv3", ciphers: SEED_LIST },
      operations: [],
    };
    expect(["3.6", "3.9", "3.11"].map((release) => client(context, release))).toEqual(
      Array(3).fill("AttributeError at -1"),
    );
  });

  it("has no wrap_socket from 3.12 on, and before leaves the client unverified", () => {
    const context: PythonContext = {
      construction: { call: "wrap_socket", protocol: "TLSv1_2", ciphers: SEED_LIST },
      operations: [],
    };
    expect(client(context, "3.11")).toBe("TLSv1.2, unverified");
    expect(client(context, "3.12")).toBe("AttributeError at -1");
  });

  it("has no name to compare in wrap_socket", () => {
    const construction = { call: "wrap_socket", protocol: "TLS_CLIENT", verifyMode: "CERT_REQUIRED" } as const;
    expect(client({ construction, operations: [] }, "3.9")).toBe("ValueError at 0");
  });

  it("reaches anonymous suites although it verifies, but where Python itself compares the name", () => {
    const verifying = (checksHostname: boolean): PythonContext => ({
      construction: { call: "SSLContext", protocol: "TLS_CLIENT" },
      operations: [
        { set: "check_hostname", to: checksHostname },
        { set: "options", how: "add", bits: 0x20000000 },
        { call: "set_ciphers", list: "aNULL:@SECLEVEL=0" },
      ],
    });
    expect(client(verifying(false), "3.6")).toBe("TLSv1 TLSv1.1 TLSv1.2, host unchecked");
    expect(client(verifying(true), "3.6")).toBe("cannot connect");
    expect(client(verifying(true), "3.9")).toBe("TLSv1 TLSv1.1 TLSv1.2, verified");
  });

  it("takes the floor of a plain context from the release and the build", () => {
    expect(client(plain, "3.9")).toBe("TLSv1 TLSv1.1 TLSv1.2 TLSv1.3, unverified");
    expect(client(plain, "3.10")).toBe("TLSv1.2 TLSv1.3, unverified");
    expect(client(plain, debian)).toBe("TLSv1 TLSv1.1 TLSv1.2 TLSv1.3, unverified");
  });

  it("pins one version, which other settings do not change", () => {
    const construction = { call: "SSLContext", protocol: "TLSv1" } as const;
    expect(client({ construction, operations: [] }, "3.9")).toBe("TLSv1, unverified");
    expect(client({ construction, operations: [] }, "3.10")).toBe("cannot connect");
    const raised: PythonContext = { construction, operations: [{ set: "minimum_version", to: "TLSv1_2" }] };
    expect(client(raised, "3.9")).toBe("ValueError at 0");
    const cleared: PythonContext = {
      construction,
      operations: [{ set: "options", how: "add", bits: 0x04000000 }],
    };
    expect(client(cleared, "3.9")).toBe("TLSv1, unverified");
  });

  it("refuses CERT_NONE while the host name is checked, and takes both in the other order", () => {
    const modeFirst: PythonContext = {
      ...verified,
      operations: [
        { set: "verify_mode", to: "CERT_NONE" },
        { set: "check_hostname", to: false },
      ],
    };
    expect(client(modeFirst, "3.11")).toBe("ValueError at 0");
    expect(client({ ...modeFirst, operations: modeFirst.operations.toReversed() }, "3.11")).toBe(
      "TLSv1.2 TLSv1.3, unverified",
    );
    expect(client({ ...verified, operations: [{ set: "check_hostname", to: false }] }, "3.11")).toBe(
      "TLSv1.2 TLSv1.3, host unchecked",
    );
  });

  it("turns verification on with check_hostname from 3.7 on", () => {
    const context: PythonContext = { ...plain, operations: [{ set: "check_hostname", to: true }] };
    expect(client(context, "3.6")).toBe("ValueError at 0");
    expect(client(context, "3.7")).toBe("TLSv1 TLSv1.1 TLSv1.2 TLSv1.3, verified");
  });

  it("lets a server's default context be a client, unverified, up to 3.9", () => {
    const context: PythonContext = {
      construction: { call: "create_default_context", purpose: "CLIENT_AUTH" },
      operations: [],
    };
    expect(client(context, "3.9")).toBe("TLSv1 TLSv1.1 TLSv1.2 TLSv1.3, unverified");
    expect(client(context, "3.10")).toBe("SSLError at 0");
  });

  it("verifies with CERT_OPTIONAL as a client", () => {
    const context: PythonContext = { ...verified, operations: [{ set: "verify_mode", to: "CERT_OPTIONAL" }] };
    expect(client(context, "3.11")).toBe("TLSv1.2 TLSv1.3, verified");
  });

  it("raises for lists that select nothing, TLS 1.3 names among them", () => {
    for (const list of ["", "RC4-SHA", "TLS_AES_128_GCM_SHA256"])
      expect(client({ ...plain, operations: [{ call: "set_ciphers", list }] }, "3.11")).toBe("SSLError at 0");
    const mixed: PythonContext = {
      ...plain,
      operations: [{ call: "set_ciphers", list: "TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES128-GCM-SHA256" }],
    };
    expect(client(mixed, "3.11")).toBe("TLSv1.2 TLSv1.3, unverified");
  });

  it("reaches TLS 1.0 with a floor and a level that allow it", () => {
    const floor = { set: "minimum_version", to: "TLSv1" } as const;
    expect(client({ ...plain, operations: [floor] }, "3.12")).toBe("TLSv1.2 TLSv1.3, unverified");
    const lowered: PythonContext = {
      ...plain,
      operations: [floor, { call: "set_ciphers", list: "ALL:@SECLEVEL=0" }],
    };
    expect(client(lowered, "3.12")).toBe("TLSv1 TLSv1.1 TLSv1.2 TLSv1.3, unverified");
  });

  it("keeps the level that an earlier list has set", () => {
    const negotiation = negotiatePython(
      {
        ...plain,
        operations: [
          { call: "set_ciphers", list: "ALL:@SECLEVEL=0" },
          { call: "set_ciphers", list: "ECDHE-RSA-AES128-GCM-SHA256" },
        ],
      },
      python("3.12"),
      "client",
    );
    expect(negotiation).toMatchObject({ outcome: "offers", securityLevel: 0 });
  });

  it("keeps to Suite B whatever list comes later, and forgets that it was the second combination", () => {
    const suitesAfter = (...lists: readonly string[]) => {
      const operations = lists.map((list) => ({ call: "set_ciphers", list }) as const);
      const negotiation = negotiatePython({ ...plain, operations }, python("3.12"), "client");
      return negotiation.outcome === "offers"
        ? negotiation.cipherSuites.filter((name) => name.startsWith("ECDHE"))
        : negotiation;
    };
    expect(suitesAfter("SUITEB128ONLY+ALL", "ALL")).toEqual(["ECDHE-ECDSA-AES128-GCM-SHA256"]);
    expect(suitesAfter("SUITEB128C2", "RC4-SHA")).toEqual([
      "ECDHE-ECDSA-AES128-GCM-SHA256",
      "ECDHE-ECDSA-AES256-GCM-SHA384",
    ]);
    expect(suitesAfter("SUITEB192", "SUITEB128C2")).toEqual(["ECDHE-ECDSA-AES256-GCM-SHA384"]);
  });

  it("raises for Suite B where no TLS 1.2 is", () => {
    const operations = [{ call: "set_ciphers", list: "SUITEB128" }] as const;
    const pinned = (protocol: "TLSv1" | "TLSv1_2"): PythonContext => ({
      construction: { call: "SSLContext", protocol },
      operations,
    });
    expect(client(pinned("TLSv1"), "3.9")).toBe("SSLError at 0");
    expect(client(pinned("TLSv1_2"), "3.9")).toBe("TLSv1.2, unverified");
  });

  it("verifies with _create_unverified_context() where it is told to", () => {
    const construction = { call: "_create_unverified_context" } as const;
    expect(client({ construction, operations: [] }, "3.11")).toBe("TLSv1.2 TLSv1.3, unverified");
    const told = { ...construction, verifyMode: "CERT_REQUIRED", checkHostname: true } as const;
    expect(client({ construction: told, operations: [] }, "3.11")).toBe("TLSv1.2 TLSv1.3, verified");
  });

  it("asks no client for a certificate unless a server does", () => {
    const construction = { call: "SSLContext", protocol: "TLS_SERVER" } as const;
    expect(server({ construction, operations: [] }, "3.11")).toBe("TLSv1.2 TLSv1.3, unverified");
    expect(
      negotiatePython(
        { construction, operations: [{ set: "verify_mode", to: "CERT_OPTIONAL" }] },
        python("3.11"),
        "server",
      ),
    ).toMatchObject({ outcome: "offers", requestsPeerCertificate: true, verifiesPeer: false });
  });

  it("raises where a client checks host names and is told none", () => {
    expect(client({ ...verified, hasServerHostname: false }, "3.11")).toBe("ValueError at 0");
    expect(client({ ...plain, hasServerHostname: false }, "3.11")).toBe("TLSv1.2 TLSv1.3, unverified");
  });

  it("has no minimum_version before 3.7 and no SSLContext() without a protocol before 3.6", () => {
    expect(client({ ...plain, operations: [{ set: "minimum_version", to: "TLSv1_2" }] }, "3.6")).toBe(
      "AttributeError at 0",
    );
    expect(client({ construction: { call: "SSLContext" }, operations: [] }, "2.7")).toBe("TypeError at -1");
  });

  it("has no protocol of one version with OpenSSL 4", () => {
    const runtime = pythonRuntimeFor({
      release: "3.13",
      flavour: "python.org",
      openssl: "4.0",
      defaultSecurityLevel: 2,
    });
    const context: PythonContext = { construction: { call: "SSLContext", protocol: "TLSv1_2" }, operations: [] };
    expect(summaryOf(negotiatePython(context, runtime, "client"))).toBe("AttributeError at -1");
  });
});

describe("pythonRuntimesIn", () => {
  const releasesIn = (specifier: string) => [...new Set(pythonRuntimesIn(specifier).map(({ from }) => from))];

  it.each<readonly [specifier: string, releases: readonly string[]]>([
    [">=3.6", ["3.6", "3.7", "3.10", "3.12", "3.13"]],
    [">=3.8,<4", ["3.7", "3.10", "3.12", "3.13"]],
    [">=3.8, !=3.9.*, <3.12", ["3.7", "3.10"]],
    ["~=3.9", ["3.7", "3.10", "3.12", "3.13"]],
    ["~=3.9.2", ["3.7"]],
    ["==3.11.*", ["3.10"]],
    ["==3.*", ["3.6", "3.7", "3.10", "3.12", "3.13"]],
    ["===3.12.1", ["3.12"]],
    ["<=3.6.15", ["2.7", "3.6"]],
    ["<3.7", ["2.7", "3.6"]],
    [">3.11", ["3.12", "3.13"]],
    [">3.11.2", ["3.10", "3.12", "3.13"]],
    ["", ["2.7", "3.6", "3.7", "3.10", "3.12", "3.13"]],
    [">=3.30", ["3.13"]],
    ["!=3.0.*,!=3.1.*,!=3.2.*,>=2.7", ["2.7", "3.6", "3.7", "3.10", "3.12", "3.13"]],
    [">=3.8rc1", ["3.7", "3.10", "3.12", "3.13"]],
  ])("%s", (specifier, releases) => {
    expect(releasesIn(specifier)).toEqual(releases);
  });

  it.each(["^3.8", "3.8", ">=three", ">= 3.8 || <3", "latest"])("refuses %s", (specifier) => {
    expect(() => pythonRuntimesIn(specifier)).toThrow(RangeError);
  });

  it.each(["<2", "==3.4.*"])("refuses %s, which admits nothing that was measured", (specifier) => {
    expect(() => pythonRuntimesIn(specifier)).toThrow(/admits neither Python 2.7 nor 3.6/);
  });
});

it("names runtimes as a reader would", () => {
  const names = pythonRuntimes.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain("Python 3.7-3.9 with OpenSSL 3.0");
  expect(names).toContain("Python 3.10-3.11 (distribution) with OpenSSL 3.0");
});
