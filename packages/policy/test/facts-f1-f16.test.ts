import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { createServer, TLSSocket } from "node:tls";
import { describe, expect, it } from "vitest";
import { negotiate } from "../src/negotiate/negotiate.js";
import type { Offers, ProcessSettings, Side, TlsOptionValues } from "../src/negotiate/negotiation.js";
import { runtimeFor } from "../src/runtimes/runtimes.js";
import { cert, key } from "./fixtures/localhost.js";

/** The facts F1 to F16 of what Node does with TLS options. F13 and F14 are about database drivers, which `test/handshake` runs. */

const verdict = (version: string, options: TlsOptionValues, side: Side = "client", process?: ProcessSettings) =>
  negotiate(options, runtimeFor(version), side, process);

function offers(version: string, options: TlsOptionValues, side: Side = "client", process?: ProcessSettings): Offers {
  const negotiation = verdict(version, options, side, process);
  if (negotiation.outcome !== "offers") throw new Error(`${version}: ${JSON.stringify(negotiation)}`);
  return negotiation;
}

const thrown = (version: string, options: TlsOptionValues, side: Side = "client") => {
  const negotiation = verdict(version, options, side);
  return negotiation.outcome === "throws" ? negotiation.code : negotiation.outcome;
};

const LINES = ["12.22.12", "14.21.3", "16.20.2", "18.20.8", "20.20.2", "22.23.3", "24.21.0", "26.10.0"];
const OPENSSL_111 = ["12.22.12", "14.21.3", "16.20.2"];
const OPENSSL_30 = ["18.20.8", "20.20.2", "22.19.0", "24.4.1"];
const OPENSSL_35 = ["22.23.3", "24.21.0", "26.10.0"];

const ALL_VERSIONS = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"];

describe("F1", () => {
  const falsy = [0, null, "", undefined];

  it.each(["12.22.5", "14.17.5", "16.6.2", ...LINES])(
    "only `false` switches verification off on Node %s",
    (version) => {
      for (const rejectUnauthorized of [...falsy, "false", true])
        expect(offers(version, { rejectUnauthorized })).toMatchObject({ verifiesPeer: true, verifiesHostName: true });
      expect(offers(version, { rejectUnauthorized: false })).toMatchObject({
        verifiesPeer: false,
        verifiesHostName: false,
      });
    },
  );

  it.each(["10.24.1", "12.22.4", "14.17.4", "15.14.0", "16.6.1"])(
    "every falsy value does on Node %s, before the fix of CVE-2021-22939",
    (version) => {
      for (const rejectUnauthorized of [...falsy, false])
        expect(offers(version, { rejectUnauthorized }).verifiesPeer).toBe(false);
      expect(offers(version, { rejectUnauthorized: "false" }).verifiesPeer).toBe(true);
      expect(offers(version, {}).verifiesPeer).toBe(true);
    },
  );
});

describe("F2", () => {
  it.each(LINES)(
    "a `checkServerIdentity` that returns a falsy value accepts any name, one that returns a truthy value no connection, on Node %s",
    (version) => {
      expect(offers(version, { checkServerIdentity: { outcome: "accepts-all" } })).toMatchObject({
        verifiesPeer: true,
        verifiesHostName: false,
      });
      expect(verdict(version, { checkServerIdentity: { outcome: "refuses-all" } })).toMatchObject({
        outcome: "cannot-connect",
        options: ["checkServerIdentity"],
      });
      expect(
        offers(version, { checkServerIdentity: { outcome: "refuses-all" }, rejectUnauthorized: false })
          .verifiesHostName,
      ).toBe(false);
      expect(offers(version, { checkServerIdentity: { outcome: "default" } }).verifiesHostName).toBe(true);
    },
  );

  it("anything but a function throws, with the code of the release", () => {
    for (const checkServerIdentity of [undefined, null, false, "x"]) {
      expect(thrown("12.0.0", { checkServerIdentity })).toBe("ERR_ASSERTION");
      expect(thrown("20.20.2", { checkServerIdentity })).toBe("ERR_INTERNAL_ASSERTION");
      expect(thrown("21.0.0", { checkServerIdentity })).toBe("ERR_INVALID_ARG_TYPE");
    }
  });
});

describe("F3", () => {
  it.each(LINES)(
    "a server's `rejectUnauthorized: false` counts only beside `requestCert: true`, on Node %s",
    (version) => {
      const asks = (options: TlsOptionValues) => offers(version, options, "server");
      expect(asks({ rejectUnauthorized: false })).toMatchObject({
        requestsPeerCertificate: false,
        verifiesPeer: false,
      });
      expect(asks({ requestCert: true })).toMatchObject({ requestsPeerCertificate: true, verifiesPeer: true });
      expect(asks({ requestCert: true, rejectUnauthorized: false })).toMatchObject({
        requestsPeerCertificate: true,
        verifiesPeer: false,
      });
      expect(asks({ requestCert: 1 })).toMatchObject({ requestsPeerCertificate: false });
    },
  );
});

describe("F4", () => {
  it("a client `new TLSSocket` of this Node verifies nothing, so that `negotiate` speaks of `tls.connect` alone", async () => {
    const server = createServer({ key, cert }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    await once(socket, "connect");
    const client = new TLSSocket(socket, { rejectUnauthorized: true });
    client.write("accepted");
    await once(client, "secure");
    expect(client.authorized).toBe(false);
    expect(client.destroyed).toBe(false);
    client.destroy();
    server.close();
  });
});

describe("F5", () => {
  it.each(["TLS_method", "TLS_client_method"])("`%s` lowers the floor to TLS 1.0", (secureProtocol) => {
    for (const version of OPENSSL_111)
      expect(offers(version, { secureProtocol }).protocolVersions).toEqual(ALL_VERSIONS);
    for (const version of OPENSSL_35) {
      expect(offers(version, { secureProtocol })).toMatchObject({
        protocolVersions: ["TLSv1.2", "TLSv1.3"],
        latentProtocolVersions: ["TLSv1", "TLSv1.1"],
      });
      expect(offers(version, { secureProtocol, ciphers: "DEFAULT:@SECLEVEL=0" }).protocolVersions).toEqual(
        ALL_VERSIONS,
      );
    }
  });

  it("`TLS_method` overrides the flags and defaults of the process", () => {
    const process = { flags: ["--tls-min-v1.3"], defaults: { DEFAULT_MAX_VERSION: "TLSv1.2" } };
    expect(offers("16.20.2", { secureProtocol: "TLS_method" }, "server", process).protocolVersions).toEqual(
      ALL_VERSIONS,
    );
  });
});

describe("F6", () => {
  it.each(LINES)("`SSLv23_method` offers TLS 1.2 only on Node %s", (version) => {
    for (const side of ["client", "server"] as const)
      expect(offers(version, { secureProtocol: "SSLv23_method" }, side).protocolVersions).toEqual(["TLSv1.2"]);
  });

  it("`SSLv23_method` offers TLS 1.0 to 1.2 on Node 10", () => {
    expect(offers("10.24.1", { secureProtocol: "SSLv23_method" }).protocolVersions).toEqual([
      "TLSv1",
      "TLSv1.1",
      "TLSv1.2",
    ]);
  });
});

describe("F7", () => {
  const methods = [
    "SSLv2_method",
    "SSLv2_client_method",
    "SSLv3_method",
    "SSLv3_server_method",
    "DTLS_method",
    "DTLSv1_client_method",
    "TLSv1_3_method",
    "tlsv1_2_method",
    "TLSv1.2",
  ];

  it.each(LINES)("unknown methods and versions throw on Node %s", (version) => {
    for (const secureProtocol of methods)
      expect(thrown(version, { secureProtocol })).toBe("ERR_TLS_INVALID_PROTOCOL_METHOD");
    for (const minVersion of ["TLSv1.0", "SSLv3", "tlsv1.2", "TLSv1.4"]) {
      expect(thrown(version, { minVersion })).toBe("ERR_TLS_INVALID_PROTOCOL_VERSION");
      expect(thrown(version, { maxVersion: minVersion }, "server")).toBe("ERR_TLS_INVALID_PROTOCOL_VERSION");
    }
  });

  it("an empty `secureProtocol` throws on a client and is dropped by a server", () => {
    expect(thrown("20.20.2", { secureProtocol: "" })).toBe("ERR_TLS_INVALID_PROTOCOL_METHOD");
    expect(thrown("20.20.2", { secureProtocol: "" }, "server")).toBe("offers");
  });
});

describe("F8", () => {
  it.each(["10.24.1", ...LINES])("`secureProtocol` with `minVersion` or `maxVersion` throws on Node %s", (version) => {
    expect(verdict(version, { secureProtocol: "TLSv1_2_method", minVersion: "TLSv1.2" })).toMatchObject({
      code: "ERR_TLS_PROTOCOL_VERSION_CONFLICT",
      options: ["secureProtocol", "minVersion"],
    });
    expect(thrown(version, { secureProtocol: "TLSv1_2_method", maxVersion: "TLSv1.2" }, "server")).toBe(
      "ERR_TLS_PROTOCOL_VERSION_CONFLICT",
    );
    expect(thrown(version, { secureProtocol: "TLSv1_2_method", minVersion: null, maxVersion: undefined })).toBe(
      "offers",
    );
  });
});

describe("F9", () => {
  it.each(LINES)("the floor is TLS 1.2 without any option on Node %s", (version) => {
    for (const side of ["client", "server"] as const) {
      expect(offers(version, {}, side)).toMatchObject({
        protocolVersions: ["TLSv1.2", "TLSv1.3"],
        latentProtocolVersions: [],
      });
      expect(offers(version, { secureOptions: 0x4000000 }, side).protocolVersions).toEqual(["TLSv1.2", "TLSv1.3"]);
    }
  });
});

describe("F10", () => {
  it.each(OPENSSL_111)(
    "`minVersion: 'TLSv1'` reaches TLS 1.0 on Node %s, up to security level 2 with an RSA certificate",
    (version) => {
      for (const side of ["client", "server"] as const)
        expect(offers(version, { minVersion: "TLSv1" }, side).protocolVersions).toEqual(ALL_VERSIONS);
      const atLevel2 = offers(version, { minVersion: "TLSv1", ciphers: "ALL:@SECLEVEL=2" }, "server");
      expect(atLevel2.reachableSuites.TLSv1).toContain("ECDHE-RSA-AES128-SHA");
      expect(atLevel2.reachableSuites.TLSv1).not.toContain("ECDHE-ECDSA-AES128-SHA");
    },
  );

  it.each(OPENSSL_30)(
    "it is latent for a server of Node %s, while a client still connects to a peer with static RSA",
    (version) => {
      expect(offers(version, { minVersion: "TLSv1" }, "server")).toMatchObject({
        protocolVersions: ["TLSv1.2", "TLSv1.3"],
        latentProtocolVersions: ["TLSv1", "TLSv1.1"],
      });
      const client = offers(version, { minVersion: "TLSv1" });
      expect(client.protocolVersions).toEqual(ALL_VERSIONS);
      expect(client.reachableSuites.TLSv1).toEqual(["AES256-SHA", "AES128-SHA"]);
      expect(offers(version, { minVersion: "TLSv1", ciphers: "ECDHE" }).latentProtocolVersions).toEqual([
        "TLSv1",
        "TLSv1.1",
      ]);
    },
  );

  it.each(OPENSSL_35)("it is latent on Node %s", (version) => {
    for (const side of ["client", "server"] as const) {
      expect(offers(version, { minVersion: "TLSv1" }, side)).toMatchObject({
        protocolVersions: ["TLSv1.2", "TLSv1.3"],
        latentProtocolVersions: ["TLSv1", "TLSv1.1"],
      });
    }
    expect(verdict(version, { minVersion: "TLSv1", maxVersion: "TLSv1.1" })).toMatchObject({
      outcome: "cannot-connect",
      code: "ERR_SSL_NO_PROTOCOLS_AVAILABLE",
      latentProtocolVersions: ["TLSv1", "TLSv1.1"],
    });
  });

  it.each(LINES)("`@SECLEVEL=0` makes it reachable on Node %s", (version) => {
    for (const side of ["client", "server"] as const) {
      expect(
        offers(version, { minVersion: "TLSv1", ciphers: "TLS_AES_128_GCM_SHA256:DEFAULT@SECLEVEL=0" }, side)
          .protocolVersions,
      ).toEqual(ALL_VERSIONS);
    }
  });
});

describe("F11", () => {
  const env = (value: string) => ({ env: { NODE_TLS_REJECT_UNAUTHORIZED: value } });

  it.each(LINES)(
    "NODE_TLS_REJECT_UNAUTHORIZED counts as exactly `0`, unless `rejectUnauthorized` is given, on Node %s",
    (version) => {
      expect(offers(version, {}, "client", env("0")).verifiesPeer).toBe(false);
      for (const value of ["false", "no", "", " 0", "00", "1"])
        expect(offers(version, {}, "client", env(value)).verifiesPeer).toBe(true);
      expect(offers(version, { rejectUnauthorized: true }, "client", env("0")).verifiesPeer).toBe(true);
      expect(offers(version, { rejectUnauthorized: undefined }, "client", env("0")).verifiesPeer).toBe(true);
    },
  );
});

describe("F12", () => {
  it.each(LINES)("weak lists are accepted, lists that select nothing throw, on Node %s", (version) => {
    for (const ciphers of ["NULL", "ALL:!aNULL", "aNULL"]) expect(thrown(version, { ciphers })).not.toContain("ERR");
    for (const ciphers of ["RC4-SHA", "3DES", "!RC4"])
      expect(thrown(version, { ciphers })).toBe("ERR_SSL_NO_CIPHER_MATCH");
  });

  it("Node 10 accepts lists that select nothing, and cannot connect", () => {
    for (const ciphers of ["RC4-SHA", "3DES", "!RC4"])
      expect(verdict("10.24.1", { ciphers }).outcome).toBe("cannot-connect");
  });

  it("`ecdhCurve: 'secp192r1'` is known to OpenSSL 3 only, and leaves TLS 1.3 without a group", () => {
    for (const version of OPENSSL_111)
      expect(verdict(version, { ecdhCurve: "secp192r1" })).toMatchObject({ outcome: "throws", options: ["ecdhCurve"] });
    for (const version of [...OPENSSL_30, ...OPENSSL_35])
      expect(verdict(version, { ecdhCurve: "secp192r1" })).toMatchObject({ code: "ERR_SSL_NO_SUITABLE_GROUPS" });
  });

  it("`sigalgs: 'RSA+SHA1'` is accepted; from OpenSSL 3 on it is refused at the default security level", () => {
    for (const version of OPENSSL_111)
      expect(offers(version, { sigalgs: "RSA+SHA1" }).signatureAlgorithms).toEqual(["rsa_pkcs1_sha1"]);
    for (const version of [...OPENSSL_30, ...OPENSSL_35])
      expect(verdict(version, { sigalgs: "RSA+SHA1" })).toMatchObject({
        code: "ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM",
      });
  });
});

describe("F15", () => {
  const options = { minVersion: "TLSv1.3", maxVersion: "TLSv1.2" };

  it.each(LINES)("a floor above the ceiling is accepted and cannot connect on Node %s", (version) => {
    expect(verdict(version, options)).toMatchObject({
      outcome: "cannot-connect",
      code: "ERR_SSL_NO_PROTOCOLS_AVAILABLE",
      options: ["minVersion", "maxVersion"],
    });
    expect(verdict(version, options, "server").outcome).toBe("cannot-connect");
  });

  it("Node 10 does not know TLS 1.3 and throws", () => {
    expect(thrown("10.24.1", options)).toBe("ERR_TLS_INVALID_PROTOCOL_VERSION");
  });
});

describe("F16", () => {
  it("Node before 10.16 ignores `minVersion`", () => {
    expect(offers("10.15.3", { minVersion: "TLSv1.2" }).protocolVersions).toEqual(["TLSv1", "TLSv1.1", "TLSv1.2"]);
    expect(offers("10.16.0", { minVersion: "TLSv1.2" }).protocolVersions).toEqual(["TLSv1.2"]);
  });

  it("Node 8 has no TLS 1.3 and no `TLS_method`", () => {
    expect(verdict("8.17.0", { secureProtocol: "TLS_method" })).toMatchObject({ outcome: "throws", code: undefined });
    expect(offers("8.17.0", {}).protocolVersions.at(-1)).toBe("TLSv1.2");
  });

  it("X25519MLKEM768 works from OpenSSL 3.5 on: Node 22.20, and 24.5", () => {
    for (const version of ["20.20.2", "22.19.0", "23.11.1", "24.4.1"])
      expect(thrown(version, { ecdhCurve: "X25519MLKEM768" })).toBe("ERR_CRYPTO_OPERATION_FAILED");
    for (const version of ["22.20.0", "24.5.0", "25.9.0", "26.10.0"]) {
      expect(offers(version, { ecdhCurve: "X25519MLKEM768" }).groups).toEqual(["X25519MLKEM768"]);
      expect(offers(version, {}).groups[0]).toBe("X25519MLKEM768");
    }
  });
});
