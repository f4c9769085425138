import { expect, it } from "vitest";
import type { DoctorReport } from "../../src/doctor/doctor-report.js";
import { describeLibrary } from "../../src/doctor/library.js";
import { toText } from "../../src/doctor/to-text.js";

const date = "2026-11-23";
const nothing = {
  failure: undefined,
  measured: undefined,
  isAsReleased: undefined,
  defaults: undefined,
  endOfLife: undefined,
  isMaintained: undefined,
};

const report: DoctorReport = {
  schemaVersion: 1,
  date,
  nodes: [
    {
      ...nothing,
      ...{
        path: "/opt/node/bin/node",
        version: "24.21.0",
        isOpenSslShared: false,
        endOfLife: "2028-04-30",
        isMaintained: true,
        isAsReleased: true,
      },
      openssl: describeLibrary("3.5.8", date),
      defaults: { minVersion: "TLSv1", maxVersion: "TLSv1.3", ciphers: "x", groups: "auto", securityLevel: 2 },
      measured: { client: ["TLSv1", "TLSv1.2", "TLSv1.3"], server: ["TLSv1.3"], checksCertificates: false },
    },
    {
      ...nothing,
      path: "/usr/bin/node",
      version: undefined,
      failure: "node: bad option: --tls-min-v9",
      openssl: undefined,
      isOpenSslShared: false,
    },
  ],
  openssl: { ...describeLibrary("LibreSSL 3.3.6", date), path: "/usr/bin/openssl", config: undefined },
  headers: { ...describeLibrary("OpenSSL 3.5.8 1 Jul 2026", date), path: "/usr/include/openssl/opensslv.h" },
  python: {
    ...describeLibrary("OpenSSL 1.1.1n  15 Mar 2022", date),
    path: "/usr/bin/python3",
    python: "3.9.2",
    minVersion: "MINIMUM_SUPPORTED",
    flavour: "distribution",
  },
  overrides: [{ source: "NODE_OPTIONS=--tls-min-v1.0", effects: ["It lowers the floor."], isWeak: true }],
  project: {
    manifest: "package.json",
    range: ">=8",
    problem: undefined,
    withoutTls13: "Node 8-11",
    unmaintained: "Node 8-21",
    suggestion: ">=26",
  },
  advice: ["First.", "Second."],
  caveat: "A caveat.",
};

it("shows everything, with a mark in front of what is wrong", () =>
  expect(toText(report)).toBe(`TLS on this machine, 2026-11-23

Node 24.21.0  /opt/node/bin/node
  It gets fixes until 2028-04-30.
  Built with its own OpenSSL 3.5.8, which can speak TLSv1 to TLSv1.3.
! Measured: its clients negotiate TLSv1, TLSv1.2 and TLSv1.3, its servers TLSv1.3.
! Measured: its clients accept any certificate.
  Defaults: minVersion TLSv1, maxVersion TLSv1.3, ecdhCurve auto, security level 2.

Node  /usr/bin/node
! It does not start: node: bad option: --tls-min-v9

LibreSSL 3.3.6  /usr/bin/openssl
  LibreSSL is a fork of OpenSSL with its own versions and defaults, which were not measured.
  What is said here of OpenSSL need not hold for it.

C and C++
  They are compiled against OpenSSL 3.5.8 1 Jul 2026, by /usr/include/openssl/opensslv.h.
  OpenSSL 3.5, which can speak TLSv1 to TLSv1.3, gets public fixes until 2030-04-08.

python3 3.9.2  /usr/bin/python3
  Its \`ssl\` is OpenSSL 1.1.1n  15 Mar 2022; a default context begins at the oldest version
  that OpenSSL allows.
  It was built as distributions build it: the oldest version and the cipher list of a
  context are OpenSSL's.
! OpenSSL 1.1.1, which can speak TLSv1 to TLSv1.3, gets no more public fixes: they ended on
  2023-09-11.

What changes these defaults
! NODE_OPTIONS=--tls-min-v1.0
    It lowers the floor.

engines.node ">=8"  package.json
! It admits Node 8-11, which have no TLSv1.3 and begin at TLSv1.
! It admits Node 8-21, which get no fixes.

What to do next
  1. First.
  2. Second.

A caveat.
`));

it("says what is not there", () => {
  const text = toText({
    ...report,
    openssl: undefined,
    headers: undefined,
    python: undefined,
    overrides: [],
    project: undefined,
  });
  expect(text).toContain("openssl  none on PATH\n\npython3  none on PATH that has `ssl`\n");
  expect(text).toContain("What changes these defaults\n  Nothing in the environment or in OpenSSL's configuration.\n");
  expect(text).toContain("engines.node  no package.json here has it\n");
});

it.each([40, 60])("keeps within a terminal of %i columns", (columns) => {
  const lines = toText(report, columns).split("\n");
  expect(lines.filter((line) => line.length > columns)).toEqual([]);
  expect(lines.join(" ").replaceAll(/\s+/g, " ")).toBe(toText(report).replaceAll(/\s+/g, " "));
});

it("has no longer lines on a wide terminal", () => expect(toText(report, 200)).toBe(toText(report)));
