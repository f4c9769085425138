import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  hasLibsslMethod,
  LIBSSL_METHODS,
  type LibsslCall,
  libsslMethod,
  libsslRuntimes,
  libsslRuntimesIn,
  negotiateLibssl,
  OPENSSL_LINES,
  secureOption,
} from "../../src/index.js";

const [openssl102, openssl111, openssl30, openssl35, openssl40] = libsslRuntimes;
const client = libsslMethod("TLS_client_method")!;

const offered = (calls: readonly LibsslCall[], runtime = openssl111!, method = client) => {
  const { negotiation } = negotiateLibssl({ method, calls }, runtime, "client");
  return negotiation.outcome === "offers" ? negotiation.protocolVersions : negotiation.outcome;
};

describe("negotiateLibssl", () => {
  it("begins at TLS 1.0, which the level of newer lines keeps out of reach", () => {
    expect(offered([])).toEqual(["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]);
    expect(offered([], openssl35)).toEqual(["TLSv1.2", "TLSv1.3"]);
    expect(offered([{ set: "security-level", to: 0 }], openssl35)).toEqual(["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]);
  });

  it("raises the floor, and lowers the cap", () => {
    expect(offered([{ set: "min-version", to: 0x0303 }])).toEqual(["TLSv1.2", "TLSv1.3"]);
    expect(offered([{ set: "max-version", to: 0x0302 }])).toEqual(["TLSv1", "TLSv1.1"]);
    expect(offered([{ set: "max-version", to: 0x0300 }])).toBe("cannot-connect");
  });

  it("ignores the bounds of a context of one version, and says so", () => {
    const method = libsslMethod("TLSv1_2_client_method")!;
    const calls = [{ set: "min-version", to: 0x0304 }] as const;
    const { outcomes } = negotiateLibssl({ method, calls }, openssl30!, "client");
    expect(outcomes).toEqual(["ignored"]);
    expect(offered(calls, openssl30, method)).toEqual(["TLSv1.2"]);
  });

  it.each([
    [openssl102, { set: "min-version", to: 0x0303 }, "absent"],
    [openssl102, { set: "ciphersuites", to: "TLS_AES_128_GCM_SHA256" }, "absent"],
    [openssl30, { set: "min-version", to: 0x0305 }, "fails"],
    [openssl30, { set: "min-version", to: 0xfefd }, "ignored"],
    [openssl30, { set: "cipher-list", to: "TLS_AES_128_GCM_SHA256" }, "fails"],
    [openssl30, { set: "groups", to: "X25519MLKEM768:X25519" }, "fails"],
    [openssl35, { set: "groups", to: "X25519MLKEM768:X25519" }, "sets"],
    [openssl111, { set: "ciphersuites", to: "TLS_AES_128_GCM_SHA256:foo" }, "fails"],
    [openssl30, { set: "ciphersuites", to: "TLS_AES_128_GCM_SHA256:foo" }, "sets"],
    [openssl30, { set: "signature-algorithms", to: "RSA+MD5" }, "fails"],
  ] as const)("of %j: %j is %s", (runtime, call, outcome) => {
    expect(negotiateLibssl({ method: client, calls: [call] }, runtime!, "client").outcomes).toEqual([outcome]);
  });

  it("knows which methods a line has", () => {
    const missing = (runtime = openssl30!) =>
      LIBSSL_METHODS.filter((method) => !hasLibsslMethod(method, runtime)).map(({ name }) => name);
    expect(missing(openssl102)).toEqual(["TLS_method", "TLS_client_method", "TLS_server_method"]);
    expect(missing()).toEqual(
      ["SSLv2", "SSLv3"].flatMap((name) => ["method", "client_method", "server_method"].map((end) => `${name}_${end}`)),
    );
    expect(missing(openssl40).filter((name) => /^D?TLSv1/.test(name))).toHaveLength(15);
  });
});

describe("libsslRuntimesIn", () => {
  const names = (range: string) => libsslRuntimesIn(range).map(({ name }) => name.replace("OpenSSL ", ""));
  it.each([
    [">=1.1.1", ["1.1.1", "3.0", "3.5", "4.0"]],
    [">=1.0.2k", ["1.0.2", "1.1.1", "3.0", "3.5", "4.0"]],
    ["3.x", ["3.0", "3.5"]],
    [">=3.0 <4", ["3.0", "3.5"]],
    [">=3.0,<3.2", ["3.0"]],
    ["3.4.1", ["3.5"]],
    ["1.1.0", ["1.1.1"]],
  ])("%s", (range, lines) => expect(names(range)).toEqual(lines));
  it.each(["", "0.9.8", "new"].slice(1))("refuses %s", (range) => expect(() => names(range)).toThrow(RangeError));
});

/** A sequence that is the same every time (Numerical Recipes' generator). */
function random(seed: number) {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!;
}

const bit = (name: string) => secureOption(name)!.bit;
const bits = ["SSL_OP_NO_TLSv1", "SSL_OP_NO_TLSv1_1", "SSL_OP_NO_TLSv1_2", "SSL_OP_NO_TLSv1_3"].map(bit);
// bounds of datagrams are outside the view of the model
const codes = [0, 0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0305];

const values: { readonly [Set in Exclude<LibsslCall["set"], "verification">]: readonly (number | string)[] } = {
  "min-version": codes,
  "max-version": codes,
  options: bits,
  "cleared-options": bits,
  "security-level": [0, 1, 2, 3],
  "cipher-list": [
    "DEFAULT",
    "HIGH:!aNULL",
    "ALL",
    "ECDHE+AESGCM",
    "RC4-SHA",
    "AES128-SHA:ECDHE-RSA-AES128-GCM-SHA256",
    "ALL:@SECLEVEL=0",
    "DEFAULT@SECLEVEL=3",
    "TLS_AES_128_GCM_SHA256",
    "SUITEB128",
  ],
  ciphersuites: [
    "TLS_AES_128_GCM_SHA256",
    "TLS_AES_128_CCM_8_SHA256:TLS_AES_256_GCM_SHA384",
    "foo",
    "TLS_AES_128_GCM_SHA256:foo",
  ],
  groups: ["X25519:P-256", "P-256:foo", "X25519MLKEM768", "P-256:P-256"],
  "signature-algorithms": ["RSA+SHA256:ECDSA+SHA256", "RSA+SHA1", "RSA+MD5", "rsa_pss_rsae_sha256"],
};

const probe = fileURLToPath(new URL("probe.c", import.meta.url));

/** What the libssl beside the compiler answers; undefined where there is none of a line that is known. */
function ask(script: string): readonly string[] | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), "tls-policy-libssl-"));
  try {
    const program = path.join(folder, "probe");
    execFileSync("gcc", ["-w", "-o", program, probe, "-lssl", "-lcrypto"], { stdio: "ignore" });
    const env = { OPENSSL_CONF: "/dev/null" };
    return execFileSync(program, { input: script, encoding: "utf8", env, timeout: 110_000, maxBuffer: 1 << 26 })
      .trimEnd()
      .split("\n");
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("the libssl of this system, which needs gcc and its headers,", () => {
  const pick = random(20);
  const sets = Object.keys(values) as (keyof typeof values)[];
  const methods = ["TLS_client_method", "TLS_method", "TLSv1_method", "TLSv1_1_client_method", "TLSv1_2_client_method"];
  const contexts = Array.from({ length: 400 }, () => ({
    method: libsslMethod(pick([...methods, "TLS_client_method", "TLS_client_method"]))!,
    calls: Array.from({ length: pick([1, 2, 3, 4]) }, () => {
      const set = pick(sets);
      return { set, to: pick<number | string>(values[set]) } as LibsslCall;
    }),
  }));
  const script = contexts
    .map(({ method, calls }) => [method.name, ...calls.map(({ set, to }) => `${set} ${to}`), "", ""].join("\n"))
    .join("");
  const answers = ask(script);
  const version = Number.parseInt(answers?.[0] ?? "0", 16);
  const runtime = libsslRuntimes.find(({ openssl }) => openssl === lineOf(version));

  it.skipIf(!runtime)("does with every context what is said of it", () => {
    const lines = [...answers!.slice(1)];
    for (const { method, calls } of contexts) {
      const level = Number(lines.shift()!.replace("level ", ""));
      const returned = calls.map(() => Number(lines.shift()));
      const [, finalLevel, suites] = /^level (-?\d+) suites(.*)$/.exec(lines.shift()!)!;
      const own = { ...runtime!, defaultSecurityLevel: level };
      const { outcomes, negotiation } = negotiateLibssl({ method, calls }, own, "client");
      const about = JSON.stringify({ method: method.name, calls });
      expect({ about, returned: outcomes.map((outcome) => (outcome === "fails" ? 0 : 1)) }).toEqual({
        about,
        returned,
      });
      if (negotiation.outcome !== "offers") continue;
      expect({ about, level: negotiation.securityLevel }).toEqual({ about, level: Number(finalLevel) });
      const named = [...negotiation.ciphersuites, ...negotiation.cipherSuites];
      expect({ about, suites: [...named].sort() }).toEqual({ about, suites: suites!.trim().split(" ").sort() });
    }
  });
});

/** The measured line of `OPENSSL_VERSION_NUMBER`. */
function lineOf(version: number): string | undefined {
  const [major, minor] = [version >>> 28, (version >>> 20) & 0xff];
  const line = major < 3 ? `${major}.${minor}.1` : `${major}.${minor}`;
  return OPENSSL_LINES.find((each) => each === line);
}
