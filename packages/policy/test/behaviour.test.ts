import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { negotiate } from "../src/negotiate/negotiate.js";
import type { Offers } from "../src/negotiate/negotiation.js";
import { findCipherSuite } from "../src/parameters/cipher-suites.js";
import { GROUPS } from "../src/parameters/groups.js";
import { PROTOCOL_VERSIONS } from "../src/parameters/protocol-versions.js";
import { SIGNATURE_ALGORITHMS } from "../src/parameters/signature-algorithms.js";
import { runtimeFor } from "../src/runtimes/runtimes.js";
import { vectorCount, vectorsOf, versionsOf } from "./vectors/cipher-lists.js";

interface Measured {
  readonly node: readonly string[];
  /** Code of the error that the call throws. */
  readonly throws?: string | null;
  /** Code of the error before any ClientHello. */
  readonly fails?: string;
  readonly suites?: number;
  readonly first?: readonly string[];
  readonly groups?: readonly string[] | null;
  readonly versions?: readonly string[] | null;
  readonly signatureAlgorithms?: readonly string[];
}

interface ClientHelloCase {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly results: readonly Measured[];
}

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./vectors/${name}`, import.meta.url), "utf8"));
const { cases } = readJson("client-hellos.json") as { readonly cases: readonly ClientHelloCase[] };

const hex = (codePoint: number, digits = 0) => codePoint.toString(16).padStart(digits, "0");
const groupCodes = new Map(GROUPS.map(({ name, codePoint }) => [name, hex(codePoint)]));
const algorithmCodes = new Map(SIGNATURE_ALGORITHMS.map(({ name, codePoint }) => [name, hex(codePoint, 4)]));
const versionCodes = new Map(PROTOCOL_VERSIONS.map(({ name, codePoint }) => [name, hex(codePoint)]));

/** The versions a ClientHello names, of those that are reachable or latent; up to OpenSSL 3.0 latent ones stand in it too. */
function versionsInHello(offers: Offers, measured: Measured): readonly string[] | null {
  if (measured.versions === null) return null;
  const reachable = offers.protocolVersions.map((version) => versionCodes.get(version)!);
  const latent = offers.latentProtocolVersions
    .map((version) => versionCodes.get(version)!)
    .filter((code) => measured.versions!.includes(code));
  return [...reachable, ...latent].sort().reverse();
}

/** An offer in the words of the measurement. */
function describeOffers(offers: Offers, measured: Measured): Omit<Measured, "node"> {
  const names = [...offers.ciphersuites, ...offers.cipherSuites];
  return {
    suites: names.length,
    first: names.slice(0, measured.first!.length).map((name) => hex(findCipherSuite(name)!.codePoint, 4)),
    groups: offers.groups.length > 0 ? offers.groups.map((name) => groupCodes.get(name)!) : null,
    versions: versionsInHello(offers, measured),
    ...(measured.signatureAlgorithms && {
      signatureAlgorithms: offers.signatureAlgorithms.map((name) => algorithmCodes.get(name)!),
    }),
  };
}

function judge(
  options: Readonly<Record<string, unknown>>,
  version: string,
  measured: Measured,
): Omit<Measured, "node"> {
  const given = Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, value === "<undefined>" ? undefined : value]),
  );
  const negotiation = negotiate(given, runtimeFor(version), "client");
  if (negotiation.outcome === "throws") return { throws: negotiation.code ?? null };
  if (negotiation.outcome === "offers") return describeOffers(negotiation, measured);
  return { fails: negotiation.code ?? negotiation.reason };
}

describe("the ClientHello of tls.connect", () => {
  it.each(cases.map((measured) => [measured.name, measured] as const))("%s", (_, { options, results }) => {
    for (const { node, ...measured } of results) {
      for (const version of node) expect(judge(options, version, { node, ...measured }), version).toEqual(measured);
    }
  });
});

describe("a cipher list as `ciphers`", () => {
  it.each(versionsOf("node"))(`gives what Node %s gave for ${vectorCount} lists`, (version) => {
    const judged = (ciphers: string) => {
      const negotiation = negotiate({ ciphers }, runtimeFor(version), "client");
      if (negotiation.outcome === "offers") return [...negotiation.ciphersuites, ...negotiation.cipherSuites];
      return `${negotiation.outcome === "throws" ? "throws" : "connect-error"} ${negotiation.code}`;
    };
    const measured = vectorsOf("node", version).map(({ list, result }) => ({
      list,
      result: typeof result === "string" ? result : [...new Set(result)],
    }));
    expect(measured.map(({ list }) => ({ list, result: judged(list) }))).toEqual(measured);
  });
});

type Levels = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, boolean>>>>>>;
const levels = readJson("security-levels.json") as { readonly protocolVersions: Levels; readonly dhparam: Levels };

const atLevel = (level: string) => (level === "default" ? "ALL" : `ALL:@SECLEVEL=${level}`);

/** Whether two sides of a release meet in one version, the server with an ECDSA certificate. */
function meet(version: string, protocolVersion: string, level: string): boolean {
  const options = {
    minVersion: protocolVersion,
    maxVersion: protocolVersion,
    ciphers: `TLS_AES_256_GCM_SHA384:${atLevel(level)}`,
  };
  const suitesOf = (side: "client" | "server") => {
    const negotiation = negotiate(options, runtimeFor(version), side);
    return negotiation.outcome === "offers" ? Object.values(negotiation.reachableSuites).flat() : [];
  };
  const served = new Set(suitesOf("server").filter((name) => /^ECDHE-ECDSA|^TLS_/.test(name)));
  return suitesOf("client").some((name) => served.has(name));
}

describe("security levels", () => {
  it.each(Object.entries(levels.protocolVersions))("%s is reached as measured", (protocolVersion, releases) => {
    for (const [version, measured] of Object.entries(releases)) {
      const judged = Object.fromEntries(
        Object.keys(measured).map((level) => [level, meet(version, protocolVersion, level)]),
      );
      expect(judged, version).toEqual(measured);
    }
  });
});
