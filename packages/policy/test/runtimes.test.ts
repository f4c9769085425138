import { readFileSync } from "node:fs";
import tls from "node:tls";
import { describe, expect, it } from "vitest";
import { runtimeFor, runtimes } from "../src/runtimes/runtimes.js";

interface MeasuredRuntime {
  readonly node: string;
  readonly openssl: string;
  readonly defaultMinVersion: string | null;
  readonly defaultMaxVersion: string | null;
  readonly defaultCiphers: string;
  readonly defaultEcdhCurve: string;
}

const { ciphers, runtimes: measured } = JSON.parse(
  readFileSync(new URL("./vectors/node-defaults.json", import.meta.url), "utf8"),
) as {
  readonly ciphers: readonly string[];
  readonly runtimes: readonly (Omit<MeasuredRuntime, "defaultCiphers"> & { readonly ciphers: number })[];
};

describe("runtimes", () => {
  it.each(measured)(
    "has the defaults that Node $node reports",
    ({ node, openssl, defaultMinVersion, defaultMaxVersion, defaultEcdhCurve, ciphers: index }) => {
      const runtime = runtimeFor(node);
      expect(runtime).toMatchObject({ measured: node, defaultEcdhCurve, defaultCiphers: ciphers[index] });
      if (!runtime.isApproximate) expect(openssl.startsWith(runtime.openssl)).toBe(true);
      // Node 8 and 9 have no such properties: they cannot go beyond what OpenSSL does.
      if (defaultMinVersion) expect(runtime).toMatchObject({ defaultMinVersion, defaultMaxVersion });
    },
  );

  it("has the defaults of this Node", () => {
    expect(runtimeFor(process.versions.node)).toMatchObject({
      defaultMinVersion: tls.DEFAULT_MIN_VERSION,
      defaultMaxVersion: tls.DEFAULT_MAX_VERSION,
      defaultCiphers: tls.DEFAULT_CIPHERS,
      defaultEcdhCurve: tls.DEFAULT_ECDH_CURVE,
    });
    expect(process.versions.openssl.startsWith(runtimeFor(process.version).openssl)).toBe(true);
  });

  it("follow one another without a gap", () => {
    expect(runtimes[0]?.from).toBe("8.0.0");
    runtimes.forEach((runtime, index) => {
      expect(runtime.before).toBe(runtimes[index + 1]?.from);
    });
  });

  it("differ from their neighbours in the same line", () => {
    runtimes.slice(1).forEach((runtime, index) => {
      const previous = runtimes[index]!;
      if (previous.major === runtime.major) expect([...runtime.traits]).not.toEqual([...previous.traits]);
    });
  });

  it("are named by line, and by releases where a line changes", () => {
    const named = (version: string) => runtimeFor(version).name;
    expect(named("14.17.4")).toBe("Node 14.0-14.17.4");
    expect(named("14.17.5")).toBe("Node 14.17.5+");
    expect(named("22.19.0")).toBe("Node 22.0-22.19");
    expect(named("20.10.0")).toBe("Node 20.10");
    expect(named("26.10.0")).toBe("Node 26");
  });

  it("bundle OpenSSL 3.5 from Node 22.20 and 24.5 on, with security level 2 from 24.5 on", () => {
    const bundled = (version: string) => {
      const { openssl, defaultSecurityLevel } = runtimeFor(version);
      return [openssl, defaultSecurityLevel];
    };
    expect(bundled("16.20.2")).toEqual(["1.1.1", 1]);
    expect(bundled("22.19.0")).toEqual(["3.0", 1]);
    expect(bundled("22.20.0")).toEqual(["3.5", 1]);
    expect(bundled("23.11.1")).toEqual(["3.0", 1]);
    expect(bundled("24.4.1")).toEqual(["3.0", 1]);
    expect(bundled("24.5.0")).toEqual(["3.5", 2]);
  });

  it("have an end of life where the schedule of nodejs/Release gives one", () => {
    expect(runtimeFor("22.0.0").endOfLife).toBe("2027-04-30");
    expect(runtimeFor("26.0.0").endOfLife).toBe("2029-04-30");
    for (const { endOfLife } of runtimes) if (endOfLife !== undefined) expect(endOfLife).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});

describe("runtimeFor", () => {
  it("takes a release of a newer line for the newest runtime", () => {
    expect(runtimeFor("31.0.0")).toBe(runtimes.at(-1));
  });

  it.each(["20", "20.1", "20.x", "", "v20.0.0-rc.1"])("refuses `%s`", (version) => {
    expect(() => runtimeFor(version)).toThrow(RangeError);
  });

  it("refuses releases before Node 8", () => {
    expect(() => runtimeFor("6.17.1")).toThrow("older than Node 8");
  });
});
