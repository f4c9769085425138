import { describe, expect, it } from "vitest";
import { editedIn, findingsIn, verdictsIn } from "./findings.js";

const tls = `const tls = require("tls");\n`;

describe("A context that is only tried out is nobody's:", () => {
  it.each([
    [
      "dropped",
      `function allows(ciphers) { try { tls.createSecureContext({ ciphers, maxVersion: "TLSv1.1" }); return true; } catch { return false; } } module.exports = allows;`,
    ],
    [
      "kept in a name that nobody reads",
      `try { const context = tls.createSecureContext({ secureProtocol: "TLSv1_method", ciphers: "RC4-SHA" }); console.log("yes"); } catch (error) { console.log(error.code); }`,
    ],
  ])("%s", (_name, code) => {
    expect(findingsIn(tls + code)).toEqual([]);
  });

  it.each([
    ["handed on", `const c = tls.createSecureContext({ minVersion: "TLSv1.1" }); tls.connect({ secureContext: c });`],
    ["dropped where nobody catches an error", `tls.createSecureContext({ minVersion: "TLSv1.1" });`],
    ["returned", `module.exports = () => tls.createSecureContext({ minVersion: "TLSv1.1" });`],
    ["exported by name", `const c = tls.createSecureContext({ minVersion: "TLSv1.1" }); module.exports = { c };`],
    ["exported where it is made", `export const c = tls.createSecureContext({ minVersion: "TLSv1.1" });`],
  ])("but not one that is %s", (_name, code) => {
    expect(findingsIn(tls + code).map(({ rule }) => rule)).toContain("no-deprecated-protocol-version");
  });
});

describe("What another program offers is copied on purpose, so that another list is asked about:", () => {
  const weak = `ciphers: "ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA"`;
  it.each([
    [
      "a list",
      `const CHROME_CIPHERS = "ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA"; tls.connect({ host: "a.example", ciphers: CHROME_CIPHERS });`,
    ],
    [
      "what it is made for",
      `const firefoxContext = tls.createSecureContext({ ${weak} }); tls.connect({ host: "a.example", secureContext: firefoxContext });`,
    ],
    ["a function", `function impersonate(host) { return tls.connect({ host, ${weak} }); } impersonate("a.example");`],
    ["a property", `const hellos = { ja3: { host: "a.example", ${weak} } }; tls.connect(hellos.ja3);`],
  ])("%s", (_name, code) => {
    expect(verdictsIn(tls + code)).toEqual(["no-weak-cipher-suite warning ask"]);
    expect(editedIn(tls + code)).toBe(tls + code);
  });

  it("and not where the name says a program that connects", () => {
    const code = `const browserless = tls.connect({ host: "a.example", ${weak} });`;
    expect(verdictsIn(tls + code)).toEqual(["no-weak-cipher-suite warning upgrade"]);
  });
});

describe("A misspelt option is spelt right only where everybody can go on connecting:", () => {
  it("signatures that TLS 1.3 has no use for", () => {
    const code = `tls.connect({ host: "a.example", sigals: "RSA+SHA256:ECDSA+SHA256" });`;
    expect(verdictsIn(tls + code)).toEqual(["no-ineffective-tls-options warning manual"]);
  });

  it("signatures that do for both", () => {
    const code = `tls.connect({ host: "a.example", sigals: "RSA-PSS+SHA256:RSA+SHA256:ECDSA+SHA256" });`;
    expect(editedIn(tls + code)).toContain(`sigalgs: "RSA-PSS`);
  });

  it("the same signatures where TLS 1.3 is out", () => {
    const code = `tls.connect({ host: "a.example", maxVersion: "TLSv1.2", sigalgs: "RSA+SHA256:ECDSA+SHA256" });`;
    expect(editedIn(tls + code)).toBe(tls + code);
  });
});

describe("A bit that lets old peers in was set for one:", () => {
  const bits = `${tls}const { constants } = require("crypto");\n`;
  it.each(["SSL_OP_LEGACY_SERVER_CONNECT", "SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION"])("%s", (name) => {
    const code = `${bits}tls.connect({ host: "a.example", secureOptions: constants.${name} });`;
    expect(verdictsIn(code)).toEqual(["no-unsafe-secure-options error ask"]);
    expect(editedIn(code)).toBe(code);
    expect(editedIn(code, true)).not.toContain(name);
  });

  it("and not one that is weak with every peer", () => {
    const code = `${bits}tls.connect({ host: "a.example", secureOptions: constants.SSL_OP_NO_ENCRYPT_THEN_MAC });`;
    expect(editedIn(code)).not.toContain("SSL_OP_NO_ENCRYPT_THEN_MAC");
  });
});
