import { describe, expect, it } from "vitest";
import { assess, type Violation, type ViolationSubject } from "../src/assess/assess.js";
import { negotiate } from "../src/negotiate/negotiate.js";
import type { Side, TlsOptionValues } from "../src/negotiate/negotiation.js";
import type { ProfileName } from "../src/policy/profile-names.js";
import { profile } from "../src/policy/profiles.js";
import { runtimeFor } from "../src/runtimes/runtimes.js";
import { dhParameters } from "./dh-parameters.js";

interface Setting {
  readonly version?: string;
  readonly side?: Side;
  readonly profile?: ProfileName;
}

function violations(
  options: TlsOptionValues,
  { version = "20.20.2", side = "client", profile: name = "intermediate" }: Setting = {},
): readonly Violation[] {
  const runtime = runtimeFor(version);
  return assess(negotiate(options, runtime, side), profile(name), side, runtime);
}

const about = (subject: ViolationSubject, options: TlsOptionValues, setting?: Setting) =>
  violations(options, setting).filter((violation) => violation.subject === subject);

const MODERN_ALGORITHMS = "ecdsa_secp256r1_sha256:rsa_pss_rsae_sha256:RSA+SHA256";

/** What intermediate accepts, as a program would write it; every release offers deprecated signature algorithms by default. */
const clean = { ciphers: profile("intermediate").ciphers!, sigalgs: MODERN_ALGORITHMS };

describe("assess", () => {
  it.each(["20.20.2", "22.23.3", "24.21.0", "26.10.0"])(
    "has nothing against the policy's own suites on Node %s",
    (version) => {
      for (const side of ["client", "server"] as const) expect(violations(clean, { version, side })).toEqual([]);
    },
  );

  it("has nothing to say where nothing is offered", () => {
    expect(violations({ minVersion: "TLSv1.0" })).toEqual([]);
    expect(violations({ minVersion: "TLSv1.3", maxVersion: "TLSv1.2" })).toEqual([]);
  });

  it("holds the runtime's default list to the policy too: it offers static RSA, which RFC 10015 prohibits", () => {
    expect(about("cipher-suite", {})).toContainEqual({
      subject: "cipher-suite",
      value: "AES128-GCM-SHA256",
      status: "prohibited",
      reference: "RFC 10015, section 4",
    });
  });

  it("names versions that are reachable, not latent ones", () => {
    const values = (version: string) =>
      about("protocol-version", { minVersion: "TLSv1" }, { version, side: "server" }).map(
        ({ value, reference }) => `${value}: ${reference}`,
      );
    expect(values("16.20.2")).toEqual(["TLSv1: RFC 8996, section 4", "TLSv1.1: RFC 8996, section 5"]);
    expect(values("20.20.2")).toEqual([]);
  });

  it("misses TLS 1.3 where it is switched off", () => {
    expect(about("protocol-version", { maxVersion: "TLSv1.2" })).toEqual([
      { subject: "protocol-version", value: "TLSv1.3", status: "missing", reference: "RFC 9325, section 3.1.1" },
    ]);
  });

  it("prohibits TLS 1.2 under modern", () => {
    expect(about("protocol-version", clean, { profile: "modern" })).toMatchObject([
      { value: "TLSv1.2", status: "prohibited" },
    ]);
  });

  it("prohibits verification that is off, and then does not ask for the host name", () => {
    const off = { value: false, status: "prohibited", reference: "RFC 9325, section 7.1" };
    expect(violations({ ...clean, rejectUnauthorized: false })).toEqual([{ subject: "peer-verification", ...off }]);
    expect(violations({ ...clean, checkServerIdentity: { outcome: "accepts-all" } })).toEqual([
      { subject: "host-name-verification", ...off },
    ]);
    expect(violations({ ...clean, requestCert: true, rejectUnauthorized: false }, { side: "server" })).toEqual([]);
  });

  it("prohibits a security level below what both the policy and the runtime have", () => {
    const level = (number: number, version: string) =>
      about("security-level", { ciphers: `${clean.ciphers}:@SECLEVEL=${number}` }, { version });
    expect(level(0, "20.20.2")).toMatchObject([{ value: 0, status: "prohibited" }]);
    expect(level(1, "20.20.2")).toEqual([]);
    expect(level(1, "24.21.0")).toMatchObject([{ value: 1, status: "prohibited" }]);
  });

  it("judges groups, and misses the hybrid one only where the runtime has it and TLS 1.3 is on", () => {
    expect(about("group", { ecdhCurve: "P-256:P-192" }).map(({ value, status }) => `${value} ${status}`)).toEqual([
      "P-192 prohibited",
    ]);
    const missing = (version: string, options: TlsOptionValues) =>
      about("group", { ...options, ecdhCurve: "P-256" }, { version }).map(({ value, status }) => `${value} ${status}`);
    expect(missing("24.21.0", {})).toEqual(["X25519MLKEM768 missing"]);
    expect(missing("24.21.0", { maxVersion: "TLSv1.2" })).toEqual([]);
    expect(missing("20.20.2", {})).toEqual([]);
  });

  it("judges signature algorithms", () => {
    expect(about("signature-algorithm", { sigalgs: "RSA+SHA1:RSA+SHA256" }, { version: "16.20.2" })).toEqual([
      {
        subject: "signature-algorithm",
        value: "rsa_pkcs1_sha1",
        status: "prohibited",
        reference: "RFC 9155, section 2",
      },
    ]);
  });

  it("judges the size of Diffie-Hellman where DHE is offered", () => {
    const dhe = { ciphers: "DHE-RSA-AES128-GCM-SHA256" };
    expect(about("dh-size", dhe)).toMatchObject([{ value: 1024, status: "prohibited" }]);
    expect(about("dh-size", dhe, { version: "24.21.0" })).toEqual([]);
    expect(about("dh-size", { ...dhe, minDHSize: 2048 })).toEqual([]);
    expect(about("dh-size", clean)).toEqual([]);
  });

  it("judges a server by its own parameters, and not by what it would take from others", () => {
    const server = { side: "server" } as const;
    const dhe = { ciphers: "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0", minDHSize: 512 };
    expect(about("dh-size", { ...dhe, dhparam: dhParameters(1024) }, server)).toMatchObject([{ value: 1024 }]);
    expect(about("dh-size", { ...dhe, dhparam: dhParameters(2048) }, server)).toEqual([]);
  });

  it("names bits of `secureOptions` that weaken the connection", () => {
    expect(violations({ ...clean, secureOptions: 0x4 })).toEqual([
      {
        subject: "secure-option",
        value: "SSL_OP_LEGACY_SERVER_CONNECT",
        status: "prohibited",
        reference: "RFC 9325, section 3.5",
      },
    ]);
  });
});
