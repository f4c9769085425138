import { describe, expect, it } from "vitest";
import { isMaintained, OPENSSL_RELEASES, readOpenSslVersion } from "../src/runtimes/openssl-releases.js";

describe("readOpenSslVersion", () => {
  it.each([
    ["1.1.1n", "OpenSSL", "1.1.1"],
    ["3.0.19", "OpenSSL", "3.0"],
    ["3.5.8", "OpenSSL", "3.5"],
    ["OpenSSL 3.0.19 27 Jan 2026 (Library: OpenSSL 3.0.19 27 Jan 2026)", "OpenSSL", "3.0"],
    ["OpenSSL 1.0.2k-fips  26 Jan 2017", "OpenSSL", "1.0.2"],
    ["0.9.8zg", "OpenSSL", "0.9.8"],
    ["4.0.3", "OpenSSL", "4.0"],
    ["1.1.1v+quic", "quictls", "1.1.1"],
    ["3.0.8+quic", "quictls", "3.0"],
    ["LibreSSL 3.3.6", "LibreSSL", undefined],
    ["BoringSSL", "BoringSSL", undefined],
    ["OpenSSL 1.1.1 (compatible; AWS-LC 1.42.0)", "AWS-LC", undefined],
    ["9.9.9", "unknown", undefined],
    ["", "unknown", undefined],
  ])("reads `%s` as %s %s", (text, library, line) => {
    const read = readOpenSslVersion(text);
    expect([read.library, read.release?.line]).toEqual([library, line]);
    expect(read.note === undefined).toBe(library === "OpenSSL");
  });

  it("reads the OpenSSL of this very Node", () => {
    expect(readOpenSslVersion(process.versions.openssl).release?.behavesAs).toBeDefined();
  });

  it("says of a fork that nothing was measured", () => {
    expect(readOpenSslVersion("LibreSSL 3.3.6").note).toBe(
      "LibreSSL is a fork of OpenSSL with its own versions and defaults, which were not measured. What is said here of OpenSSL need not hold for it.",
    );
  });
});

describe("OPENSSL_RELEASES", () => {
  it("stand in order of release, each ending after it began", () => {
    const days = OPENSSL_RELEASES.map(({ released }) => released);
    expect(days).toEqual([...days].sort());
    for (const { released, endOfLife } of OPENSSL_RELEASES) {
      expect(released).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(endOfLife > released).toBe(true);
    }
  });

  it("tell which lines are maintained on a day", () => {
    const maintained = OPENSSL_RELEASES.filter(
      (release) => release.line >= "1" && isMaintained(release, "2026-11-23"),
    ).map(({ line }) => line);
    expect(maintained).toEqual(["3.5", "4.0"]);
  });
});
