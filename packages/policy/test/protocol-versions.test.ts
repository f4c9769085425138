import { constants } from "node:crypto";
import { createSecureContext } from "node:tls";
import { describe, expect, it } from "vitest";
import {
  compareProtocolVersions,
  HISTORIC_VERSIONS,
  historicVersionOfMethod,
  isProtocolVersion,
  PROTOCOL_VERSIONS,
  protocolVersionsBetween,
  SECURE_PROTOCOL_METHODS,
  secureProtocolMethod,
} from "../src/parameters/protocol-versions.js";

describe("PROTOCOL_VERSIONS", () => {
  it("names bits that Node has", () => {
    for (const { disabledBy } of [...PROTOCOL_VERSIONS, ...HISTORIC_VERSIONS])
      expect(constants).toHaveProperty(disabledBy);
  });

  it("prohibits what RFC 8996 and its forerunners prohibit", () => {
    expect([...HISTORIC_VERSIONS, ...PROTOCOL_VERSIONS].map(({ name, status }) => [name, status])).toEqual([
      ["SSLv2", "prohibited"],
      ["SSLv3", "prohibited"],
      ["TLSv1", "prohibited"],
      ["TLSv1.1", "prohibited"],
      ["TLSv1.2", "recommended"],
      ["TLSv1.3", "recommended"],
    ]);
  });

  it("accepts exactly the strings that createSecureContext accepts", () => {
    for (const minVersion of [
      "TLSv1",
      "TLSv1.1",
      "TLSv1.2",
      "TLSv1.3",
      "TLSv1.0",
      "tlsv1.2",
      "SSLv3",
      "TLSv1.4",
      "TLS1.2",
    ]) {
      const create = () => createSecureContext({ minVersion: minVersion as "TLSv1.2" });
      if (isProtocolVersion(minVersion)) expect(create).not.toThrow();
      else expect(create).toThrow(expect.objectContaining({ code: "ERR_TLS_INVALID_PROTOCOL_VERSION" }));
    }
  });
});

describe("protocolVersionsBetween", () => {
  it("is empty where nothing is left", () => {
    expect(protocolVersionsBetween("TLSv1.1", "TLSv1.3")).toEqual(["TLSv1.1", "TLSv1.2", "TLSv1.3"]);
    expect(protocolVersionsBetween("TLSv1.3", "TLSv1.2")).toEqual([]);
    expect(compareProtocolVersions("TLSv1", "TLSv1.3")).toBeLessThan(0);
  });
});

describe("secureProtocolMethod", () => {
  it("knows 15 methods, each of which this Node accepts", () => {
    expect(SECURE_PROTOCOL_METHODS).toHaveLength(15);
    for (const { name } of SECURE_PROTOCOL_METHODS)
      expect(() => createSecureContext({ secureProtocol: name })).not.toThrow();
  });

  it.each([
    "SSLv2_method",
    "SSLv3_client_method",
    "DTLSv1_2_method",
    "DTLS_method",
    "TLSv1_3_method",
    "tlsv1_2_method",
    "TLSv1.2",
    "",
  ])("does not know `%s`, which this Node refuses", (name) => {
    expect(secureProtocolMethod(name)).toBeUndefined();
    expect(() => createSecureContext({ secureProtocol: name })).toThrow(
      expect.objectContaining({ code: "ERR_TLS_INVALID_PROTOCOL_METHOD" }),
    );
  });

  it.each([
    ["TLS_method", "TLSv1", "TLSv1.3"],
    ["SSLv23_server_method", "default", "TLSv1.2"],
    ["TLSv1_1_client_method", "TLSv1.1", "TLSv1.1"],
  ])("%s reaches from %s to %s", (name, min, max) => expect(secureProtocolMethod(name)).toMatchObject({ min, max }));

  it("tells the disabled methods by version", () => {
    expect(
      ["SSLv2_method", "SSLv3_server_method", "SSLv23_method", "TLSv1_method"].map(historicVersionOfMethod),
    ).toEqual(["SSLv2", "SSLv3", undefined, undefined]);
  });
});
