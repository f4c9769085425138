import { describe, expect, it } from "vitest";
import { findingsIn, verdictsIn } from "./findings.js";

const path = "test/a.test.js";
const node = `const assert = require("assert");
const tls = require("tls");
const https = require("https");
`;

describe("Nothing of what a test asserts is edited:", () => {
  it.each([
    ["assert.throws", `assert.throws(() => tls.createSecureContext({ ciphers: "no-such-suite" }));`],
    [
      "assert.rejects",
      `test("x", async () => { await assert.rejects(() => open(tls.connect({ secureProtocol: "SSLv3_method" }))); });`,
    ],
    ["toThrow", `expect(() => tls.createSecureContext({ minVersion: "TLSv1.0" })).toThrow();`],
    [
      "rejects.toThrow",
      `it("x", async () => { await expect(open(tls.connect({ minVersion: "TLSv1" }))).rejects.toThrow(); });`,
    ],
    [
      "a failure of the same test",
      `it("x", () => { const options = { minVersion: "TLSv1.0" }; const open = () => tls.connect(options); expect(open).toThrow(); });`,
    ],
    ["t.throws", `test("x", (t) => { t.throws(() => tls.connect({ minVersion: "SSLv3" })); });`],
    [
      "the protocol",
      `const s = tls.connect({ port, ca, maxVersion: "TLSv1.2" }, () => { assert.equal(s.getProtocol(), "TLSv1.2"); });`,
    ],
    [
      "the suite",
      `it("x", () => { const s = tls.connect({ port, ciphers: "AES128-SHA" }, () => { expect(s.getCipher().name).toBe("AES128-SHA"); }); });`,
    ],
    [
      "the key",
      `it("x", () => { const a = new https.Agent({ maxVersion: "TLSv1.2" }); expect(a.options.maxVersion).toBeDefined(); });`,
    ],
    [
      "the value",
      `it("x", () => { const a = make(tls.connect({ minVersion: "TLSv1" })); assert.ok(a.seen.includes("TLSv1")); });`,
    ],
    [
      "whether it is authorized",
      `it("x", () => { const s = tls.connect({ host: "a.example", rejectUnauthorized: false }, () => { assert.ok(!s.authorized); }); });`,
    ],
    [
      "an error's code",
      `it("x", (done) => { tls.connect({ host: "a.example", maxVersion: "TLSv1.2" }).on("error", (e) => { assert.equal(e.code, "ERR_SSL_WRONG_VERSION_NUMBER"); done(); }); });`,
    ],
    [
      "the test's title",
      `it("passes rejectUnauthorized on", () => { open(new https.Agent({ rejectUnauthorized: false })); });`,
    ],
    [
      "an expected object",
      `const expected = new https.Agent({ rejectUnauthorized: false });
it("x", () => { expect(build({ insecure: true }).options).toEqual(expected.options); });`,
    ],
    [
      "a helper of a file that asserts it",
      `const open = () => tls.connect({ port, maxVersion: "TLSv1.2" });
it("x", () => { expect(open().getProtocol()).toBe("TLSv1.2"); });`,
    ],
  ])("%s", (_name, code) => {
    const findings = findingsIn(node + code, path);
    expect(findings).not.toEqual([]);
    expect(findings.map(({ grade }) => grade)).toEqual(findings.map(() => "manual"));
  });

  it.each([
    [
      "a case of a table",
      `test.each([{ mode: "require", options: { rejectUnauthorized: false } }])("$mode", ({ options }) => { run(options); });`,
    ],
    [
      "an expected value of a table",
      `it.each([["require", { rejectUnauthorized: false }]])("%s", (mode, expected) => { expect(optionsOf(mode)).toEqual(expected); });`,
    ],
    [
      "cases of describe",
      `describe.each([{ minVersion: "TLSv1" }])("x", (options) => { run(tls.connect(options)); });`,
    ],
  ])("%s is a note", (_name, code) => {
    const findings = findingsIn(node + code, path);
    expect(findings.map(({ level, grade }) => `${level} ${grade}`)).toEqual(findings.map(() => "note manual"));
  });
});

describe("A test against its own server is a note:", () => {
  const server = `https.createServer({ key, cert }, (q, s) => s.end()).listen(0, done);`;

  it.each([
    [
      "by its port",
      `it("x", (done) => { const server = ${server} https.get({ host: "localhost", port: server.address().port, rejectUnauthorized: false }); });`,
    ],
    ["by an address", `${server} https.get("https://127.0.0.1:8443/", { rejectUnauthorized: false });`],
    [
      "by a template",
      "const server = " +
        server +
        "https.get(`https://localhost:${server.address().port}`, { rejectUnauthorized: false });",
    ],
    ["through an agent", `${server} const agent = new https.Agent({ rejectUnauthorized: false });`],
    ["without a name check", `${server} tls.connect({ port, checkServerIdentity: () => undefined });`],
    ["for the process", `${server} process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";`],
  ])("%s", (_name, code) => {
    const findings = findingsIn(node + code, path).filter(({ rule }) => /verification/.test(rule));
    expect(findings.map(({ level, grade }) => `${level} ${grade}`)).toEqual(["note manual"]);
  });

  it.each([
    ["against another host", `${server} https.get({ host: "a.example", rejectUnauthorized: false });`],
    ["against another address", `${server} https.get("https://a.example", { rejectUnauthorized: false });`],
    ["without a server of its own", `https.get({ host, rejectUnauthorized: false });`],
  ])("not %s", (_name, code) => {
    expect(verdictsIn(node + code, path)).toEqual(["no-disabled-certificate-verification warning ask"]);
  });

  it("nor outside of tests", () => {
    expect(verdictsIn(`${node}${server} https.get({ port, rejectUnauthorized: false });`)).toEqual([
      "no-disabled-certificate-verification error ask",
    ]);
  });
});

describe("Every other edit of a test waits to be asked for:", () => {
  it.each([
    [
      "an upgrade",
      `it("x", () => { const s = tls.connect({ host: "a.example", minVersion: "TLSv1" }); assert.ok(s.bytesRead > 0); });`,
      "ask",
    ],
    ["a fix", `it("x", () => { tls.connect({ host: "a.example", minVersion: "tlsv1.2" }); });`, "ask"],
    [
      "a test beside one that asserts it",
      `it("x", () => { expect(open().getProtocol()).toBe("TLSv1.3"); });
it("y", () => { tls.connect({ host: "a.example", minVersion: "TLSv1" }); });`,
      "ask",
    ],
  ])("%s", (_name, code, grade) => {
    expect(findingsIn(node + code, path).map((finding) => finding.grade)).toEqual([grade]);
  });

  it.each([
    ["an upgrade", `tls.connect({ host: "a.example", minVersion: "TLSv1" });`, "upgrade"],
    ["a fix", `tls.connect({ host: "a.example", minVersion: "tlsv1.2" });`, "fix"],
    [
      "a program that asserts what it negotiated",
      `const s = tls.connect({ host: "a.example", minVersion: "TLSv1" }, () => { assert.ok(s.getProtocol()); });`,
      "upgrade",
    ],
  ])("not %s in a program", (_name, code, grade) => {
    expect(findingsIn(node + code).map((finding) => finding.grade)).toEqual([grade]);
  });

  it("and is told from other findings", () => {
    const code = `${node}tls.connect({ host: "a.example", minVersion: "TLSv1" });`;
    expect(findingsIn(code, path).map(({ test }) => test)).toEqual([true]);
    expect(findingsIn(code).map(({ test }) => test)).toEqual([false]);
  });
});

describe("A table of cases is a note, and stays:", () => {
  it.each([
    [
      "test.each as a tagged template",
      "test.each`mode | expected\n${'old'} | ${{ rejectUnauthorized: false }}`('$mode', ({ mode, expected }) => { expect(optionsOf(mode)).toEqual(expected); });",
    ],
    [
      "it.each as a tagged template",
      "it.each`options | name\n${{ maxVersion: 'TLSv1.2' }} | ${'x'}`('$name', ({ options }) => { tls.connect({ port, ...options }); });",
    ],
    [
      "a list that is gone through",
      `const cases = [{ options: { minVersion: "TLSv1" } }]; for (const { options } of cases) it("x", () => { tls.connect({ port, ...options }); });`,
    ],
    [
      "a list on the spot",
      `[{ minVersion: "TLSv1" }, { minVersion: "TLSv1.1" }].forEach((options) => { test("x", () => { tls.connect({ port, ...options }); }); });`,
    ],
    [
      "entries of an object",
      `const table = { old: { secureProtocol: "TLSv1_method" } }; for (const [name, options] of Object.entries(table)) it(name, () => { tls.connect({ port, ...options }); });`,
    ],
    [
      "a group of tests for each",
      `const table = [{ minVersion: "TLSv1" }]; table.forEach((options) => describe("x", () => { it("y", () => { tls.connect({ port, ...options }); }); }));`,
    ],
  ])("%s", (_name, code) => {
    const found = findingsIn(node + code, path);
    expect(found).not.toEqual([]);
    expect(found.filter(({ level, edits }) => level !== "note" || edits.length > 0)).toEqual([]);
  });

  it("a list that no test is made of is none", () => {
    const code = `it("x", () => { for (const options of [{ minVersion: "TLSv1" }]) tls.connect({ host: "a.example", ...options }); });`;
    expect(verdictsIn(node + code, path)).toEqual(["no-deprecated-protocol-version warning ask"]);
  });
});

describe("A test is one wherever its file lies:", () => {
  it.each([
    ["assert.throws", `it("refuses", () => { assert.throws(() => tls.connect({ minVersion: "TLSv1" })); });`],
    [
      "expect",
      `test("speaks", () => { const s = tls.connect({ maxVersion: "TLSv1.2" }); expect(s.getProtocol()).toBe("TLSv1.2"); });`,
    ],
  ])("%s", (_name, code) => {
    const found = findingsIn(node + code, "src/a.js");
    expect(found).not.toEqual([]);
    expect(found.flatMap(({ edits }) => edits)).toEqual([]);
  });

  it("and what stands beside it is none", () => {
    const code = `it("refuses", () => { assert.ok(true); }); tls.connect({ minVersion: "TLSv1" });`;
    expect(verdictsIn(node + code, "src/a.js")).toEqual(["no-deprecated-protocol-version error upgrade"]);
  });
});

it.each([
  ["playwright.config.ts", true],
  ["apps/shop/playwright-ct.config.ts", true],
  ["wdio.conf.js", true],
  ["vitest.config.e2e.mts", true],
  ["vite.config.ts", false],
  ["src/playwright.ts", false],
  ["src/config.ts", false],
])("What tells a runner of tests how to run them is one: %s, %s", (file, isTest) => {
  const found = findingsIn(`export default { use: { ignoreHTTPSErrors: true, rejectUnauthorized: false } };`, file);
  expect(found.map(({ test }) => test)).toContain(isTest);
  expect(found.map(({ test }) => test)).not.toContain(!isTest);
});
