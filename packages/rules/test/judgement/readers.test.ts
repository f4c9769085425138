import { describe, expect, it } from "vitest";
import { findingsIn, verdictsIn } from "./findings.js";

const node = `const tls = require("tls");
const https = require("https");
`;
const verification = "no-disabled-certificate-verification";

/** What is said of the options, whatever is said of the connection. */
const ofOptions = (verdicts: readonly string[]) => verdicts.filter((verdict) => !verdict.startsWith("no-plaintext-"));

describe("The side", () => {
  it.each([
    [
      "an object with requestCert",
      `start(listener, { requestCert: true, rejectUnauthorized: false });`,
      [`${verification} note ask`],
    ],
    [
      "assignments with requestCert",
      `options.requestCert = true; options.rejectUnauthorized = false;`,
      [`${verification} note ask`],
    ],
    [
      "a server that looks at `authorized` itself",
      `https.createServer({ key, cert, ca, requestCert: true, rejectUnauthorized: false }, (q, s) => { if (!q.client.authorized) s.writeHead(401).end(); });`,
      [],
    ],
    [
      "a server that does not",
      `https.createServer({ key, cert, ca, requestCert: true, rejectUnauthorized: false }, app);`,
      [`${verification} note ask`],
    ],
    ["an object without requestCert", `start({ host, rejectUnauthorized: false });`, [`${verification} error ask`]],
  ])("%s", (_name, code, verdicts) => {
    expect(verdictsIn(node + code)).toEqual(verdicts);
  });
});

describe("No TLS is spoken", () => {
  it.each([
    ["mqtt://", `require("mqtt").connect("mqtt://broker.example", { rejectUnauthorized: false });`],
    ["ws://", `const WebSocket = require("ws"); new WebSocket("ws://a.example", { rejectUnauthorized: false });`],
    [
      "ws:// with protocols",
      `const WebSocket = require("ws"); new WebSocket("ws://a.example", [], { rejectUnauthorized: false });`,
    ],
    ["amqp://", `require("amqplib").connect("amqp://a.example", { rejectUnauthorized: false });`],
    ["http:// of socket.io", `require("socket.io-client")("http://a.example", { rejectUnauthorized: false });`],
    ["http:// of request", `require("request")({ url: "http://a.example", strictSSL: false });`],
    ["http:// of needle", `require("needle").get("http://a.example", { rejectUnauthorized: false });`],
    [
      "http:// of undici",
      `const { Client } = require("undici"); new Client("http://a.example", { connect: { rejectUnauthorized: false } });`,
    ],
    ["http:// of got", `require("got").get("http://a.example", { https: { rejectUnauthorized: false } });`],
    ["a template", "require('mqtt').connect(`mqtt://${host}`, { rejectUnauthorized: false });"],
    ["a sum", `require("mqtt").connect("mqtt://" + host, { rejectUnauthorized: false });`],
    [
      "a URL",
      `const WebSocket = require("ws"); new WebSocket(new URL("ws://a.example"), { rejectUnauthorized: false });`,
    ],
    ["a constant", `const url = "mqtt://broker.example"; require("mqtt").connect(url, { rejectUnauthorized: false });`],
    [
      "a proxy's target",
      `import { defineConfig } from "vite"; export default defineConfig({ server: { proxy: { "/api": { target: "http://localhost:3000", secure: false } } } });`,
    ],
    [
      "a target of http-proxy",
      `require("http-proxy").createProxyServer({ target: "http://localhost:9000", secure: false });`,
    ],
  ])("with %s", (_name, code) => {
    expect(ofOptions(verdictsIn(code))).toEqual(["no-ineffective-tls-options note manual"]);
    const unread = findingsIn(code).find(({ rule }) => rule === "no-ineffective-tls-options")!;
    expect(unread.message).toContain("speaks no TLS");
  });

  it.each([
    ["mqtts://", `require("mqtt").connect("mqtts://broker.example", { rejectUnauthorized: false });`],
    ["an address out of sight", `require("mqtt").connect(url, { rejectUnauthorized: false });`],
    [
      "one of two addresses",
      `require("mqtt").connect(x ? "mqtt://a.example" : "mqtts://a.example", { rejectUnauthorized: false });`,
    ],
    ["no address", `require("mqtt").connect({ host, rejectUnauthorized: false });`],
    ["a proxy to https://", `require("http-proxy").createProxyServer({ target: "https://a.example", secure: false });`],
    [
      "another proxy beside",
      `import { defineConfig } from "vite"; export default defineConfig({ server: { proxy: { "/a": { target: "http://a.example" }, "/b": { target: "https://b.example", secure: false } } } });`,
    ],
  ])("not with %s", (_name, code) => {
    expect(ofOptions(verdictsIn(code))).toEqual([`${verification} error ask`]);
  });
});

describe("An agent for Node's own fetch", () => {
  const agent = `import https from "node:https"; const agent = new https.Agent({ rejectUnauthorized: false });`;

  it.each([
    ["by name", `${agent} await fetch("https://a.example", { agent });`],
    [
      "in place",
      `import https from "node:https"; await fetch("https://a.example", { agent: new https.Agent({ rejectUnauthorized: false }) });`,
    ],
  ])("has no effect %s", (_name, code) => {
    const [finding, ...others] = findingsIn(code, "src/a.mjs").filter(
      ({ rule }) => rule !== "no-ineffective-tls-options" || true,
    );
    expect(others).toEqual([]);
    expect(finding!.message).toContain("`fetch` has no `agent`");
    expect(finding!.grade).toBe("manual");
  });

  it.each([
    ["another use", `${agent} await fetch("https://a.example", { agent }); https.get({ host, agent });`],
    ["a fetch of a package", `import fetch from "node-fetch"; ${agent} await fetch("https://a.example", { agent });`],
  ])("has one with %s", (_name, code) => {
    expect(verdictsIn(code, "src/a.mjs")).toEqual([`${verification} error ask`]);
  });
});

describe("A program that checks the peer itself", () => {
  const pinned = (check: string) =>
    `${node}exports.open = (host, pin) => { const s = tls.connect({ host, rejectUnauthorized: false }, () => { ${check} }); };`;

  it.each([
    ["compares a fingerprint", pinned(`if (s.getPeerCertificate().fingerprint256 !== pin) s.destroy();`)],
    ["looks for it in a list", pinned(`if (!pin.includes(s.getPeerCertificate().fingerprint)) s.destroy();`)],
    ["compares a key", pinned(`if (!s.getPeerCertificate().pubkey.equals(pin)) s.destroy();`)],
    ["asserts it", pinned(`assert.equal(s.getPeerCertificate().fingerprint256, pin);`)],
    [
      "destructures it",
      pinned(`const { fingerprint256 } = s.getPeerCertificate(); if (fingerprint256 !== pin) s.destroy();`),
    ],
    ["asks whether it is authorized", pinned(`if (!s.authorized) s.destroy();`)],
    ["asks why it is not", pinned(`if (s.authorizationError) s.destroy();`)],
  ])("is reported lower and not edited: it %s", (_name, code) => {
    expect(verdictsIn(code)).toEqual([`${verification} warning manual`]);
  });

  it.each([
    ["only shows it", pinned(`console.log(s.getPeerCertificate().fingerprint256);`)],
    ["looks at something else", pinned(`if (s.getProtocol() !== "TLSv1.3") s.destroy();`)],
  ])("is reported as any other: it %s", (_name, code) => {
    expect(verdictsIn(code)).toEqual([`${verification} error ask`]);
  });

  it.each([
    ["asserts", `(host, cert) => { assert.equal(cert.fingerprint256, PIN); }`],
    ["asserts by a method of its own", `(host, cert) => { assertPinned(cert); }`],
    ["throws", `(host, cert) => { if (cert.fingerprint256 !== PIN) throw new Error("pin"); }`],
    [
      "throws what Node's own answers",
      `(host, cert) => { const error = tls.checkServerIdentity(host, cert); if (error) throw error; }`,
    ],
  ])("in a check that %s has its own verdict", (_name, check) => {
    const findings = findingsIn(`${node}tls.connect({ host, checkServerIdentity: ${check} });`);
    expect(findings.map(({ rule, level, grade }) => `${rule} ${level} ${grade}`)).toEqual([
      "no-disabled-hostname-verification warning manual",
    ]);
    expect(findings[0]!.message).toContain("Return the error.");
  });

  it.each([
    ["returns the error", `(host, cert) => { if (cert.fingerprint256 !== PIN) return new Error("pin"); }`, []],
    [
      "catches what it throws",
      `(host, cert) => { try { assert.equal(cert.fingerprint256, PIN); } catch (error) { return error; } }`,
      [],
    ],
    [
      "throws before Node's own",
      `(host, cert) => { if (!cert) throw new Error("none"); return tls.checkServerIdentity(host, cert); }`,
      [],
    ],
    [
      "never looks at the certificate",
      `(host) => { assert.ok(host); }`,
      ["no-disabled-hostname-verification error ask"],
    ],
  ])("in a check that %s has none", (_name, check, verdicts) => {
    expect(verdictsIn(`${node}tls.connect({ host, checkServerIdentity: ${check} });`)).toEqual(verdicts);
  });
});

describe("What Node does with a value:", () => {
  it.each([
    [
      "an array of suites",
      `https.get({ host, ciphers: ["ECDHE-RSA-AES128-GCM-SHA256"] });`,
      ["no-invalid-tls-options error fix"],
    ],
    [
      "an array of weak suites",
      `https.get({ host, ciphers: ["AES128-SHA"] });`,
      ["no-invalid-tls-options error manual"],
    ],
    [
      "an array in a constant",
      `const suites = ["ECDHE-RSA-AES128-GCM-SHA256"]; https.get({ host, ciphers: suites });`,
      ["no-invalid-tls-options error fix"],
    ],
    [
      "an array of groups",
      `tls.connect({ host, ecdhCurve: ["X25519", "P-256"] });`,
      ["no-invalid-tls-options error manual"],
    ],
    [
      "an array of signature algorithms",
      `tls.connect({ host, sigalgs: ["RSA+SHA256"] });`,
      ["no-invalid-tls-options error manual"],
    ],
    [
      "an object as a version",
      `tls.connect({ host, minVersion: { min: "TLSv1.2" } });`,
      ["no-invalid-tls-options error manual"],
    ],
    ["an array joined", `https.get({ host, ciphers: ["ECDHE-RSA-AES128-GCM-SHA256"].join(":") });`, []],
    ["the text false", `https.get({ host, rejectUnauthorized: "false" });`, ["no-ineffective-tls-options warning fix"]],
    [
      "the text false of another client",
      `new (require("pg").Pool)({ host, ssl: { rejectUnauthorized: "false" } });`,
      ["no-ineffective-tls-options warning fix"],
    ],
    [
      "the text false for a client's own word",
      `require("request")({ url, strictSSL: "false" });`,
      ["no-ineffective-tls-options warning manual"],
    ],
    [
      "the text true for a client's own word",
      `new (require("tedious").Connection)({ server, options: { trustServerCertificate: "true" } });`,
      ["no-ineffective-tls-options warning manual"],
    ],
    ["false for a client's own word", `require("request")({ url, strictSSL: false });`, [`${verification} error ask`]],
    [
      "an environment variable",
      `https.get({ host, rejectUnauthorized: process.env.VERIFY });`,
      ["no-ineffective-tls-options note manual"],
    ],
    ["a text", `https.get({ host, rejectUnauthorized: String(verify) });`, ["no-ineffective-tls-options note manual"]],
    [
      "a comparison of it",
      `https.get({ host, rejectUnauthorized: process.env.VERIFY !== "no" });`,
      [`${verification} note manual`],
    ],
    ["a setting", `https.get({ host, rejectUnauthorized: settings.verify });`, [`${verification} note manual`]],
  ])("%s", (_name, code, verdicts) => {
    expect(verdictsIn(node + code, "src/a.js", { node: ">=20" })).toEqual(verdicts);
  });

  it("a text on releases that take every falsy value for false", () => {
    expect(
      verdictsIn(`${node}https.get({ host, rejectUnauthorized: process.env.VERIFY });`, "src/a.js", {
        node: "16.0 - 16.6",
      }),
    ).toEqual([`${verification} note manual`]);
  });

  it.each([
    [`import * as tls from "node:tls"; tls.DEFAULT_MIN_VERSION = "TLSv1";`],
    [`import * as https from "https"; https.globalAgent = new https.Agent({ minVersion: "TLSv1.2" });`],
  ])("a namespace that is written to: %s", (code) => {
    const findings = findingsIn(code, "src/a.mjs");
    expect(findings.map(({ rule, level, grade }) => `${rule} ${level} ${grade}`)).toEqual([
      "no-invalid-tls-options error manual",
    ]);
    expect(findings[0]!.message).toContain("throws a TypeError");
  });

  it.each([
    [
      `import tls from "node:tls"; tls.DEFAULT_MIN_VERSION = "TLSv1";`,
      ["no-deprecated-protocol-version error upgrade"],
    ],
    [
      `import * as https from "https"; https.globalAgent.options.rejectUnauthorized = false;`,
      [`${verification} error ask`],
    ],
  ])("a module, or what is in one, may be written to: %s", (code, verdicts) => {
    expect(verdictsIn(code, "src/a.mjs")).toEqual(verdicts);
  });
});

describe("A value that never reaches the call is no finding:", () => {
  it.each([
    [
      "a variable assigned again",
      `let version = "TLSv1"; version = "TLSv1.2"; tls.connect({ host, minVersion: version });`,
    ],
    [
      "a property assigned again",
      `const o = { host, rejectUnauthorized: false }; o.rejectUnauthorized = true; https.get(o);`,
    ],
    [
      "an assignment before another",
      `const o = { host }; o.minVersion = "TLSv1"; o.minVersion = "TLSv1.2"; tls.connect(o);`,
    ],
    [
      "a property taken out",
      `const o = { host, rejectUnauthorized: false }; delete o.rejectUnauthorized; https.get(o);`,
    ],
    [
      "a spread below",
      `const weak = { rejectUnauthorized: false }; https.get({ host, ...weak, rejectUnauthorized: true });`,
    ],
    ["a spread in place", `https.get({ host, ...{ rejectUnauthorized: false }, rejectUnauthorized: true });`],
    ["a merge below", `https.get(Object.assign({}, { minVersion: "TLSv1" }, { host, minVersion: "TLSv1.2" }));`],
    [
      "an object for a call out of sight",
      `const o = { host, rejectUnauthorized: false }; o.rejectUnauthorized = true; open(o);`,
    ],
    [
      "a property of a property",
      `const o = { ssl: { rejectUnauthorized: false } }; o.ssl.rejectUnauthorized = true; new (require("pg").Pool)(o);`,
    ],
  ])("%s", (_name, code) => {
    expect(verdictsIn(node + code).filter((verdict) => !/^no-ineff/.test(verdict))).toEqual([]);
  });

  it.each([
    [
      "a variable that is read before",
      `let version = "TLSv1"; tls.connect({ host, minVersion: version }); version = "TLSv1.2";`,
      ["no-deprecated-protocol-version error upgrade"],
    ],
    [
      "an object that went to a call before",
      `const o = { host, rejectUnauthorized: false }; https.get(o); o.rejectUnauthorized = true;`,
      [`${verification} error ask`],
    ],
    [
      "an assignment that may not run",
      `const o = { host, rejectUnauthorized: false }; if (host) o.rejectUnauthorized = true; https.get(o);`,
      [`${verification} error ask`],
    ],
    [
      "a spread on top",
      `const weak = { rejectUnauthorized: false }; https.get({ host, rejectUnauthorized: true, ...weak });`,
      [`${verification} error ask`],
    ],
    [
      "a spread that goes elsewhere too",
      `const weak = { rejectUnauthorized: false }; https.get({ ...weak, rejectUnauthorized: true }); open(weak);`,
      [`${verification} error ask`],
    ],
  ])("but for %s", (_name, code, verdicts) => {
    expect(verdictsIn(node + code)).toEqual(verdicts);
  });
});

describe("An option that is there only sometimes", () => {
  const mysql = `const mysql = require("mysql2"); exports.open = (host, ca, other) => mysql.createConnection`;
  const hostName = "no-insecure-client-default warning";

  it.each([
    [
      "a part that is spread",
      `({ host, ssl: { rejectUnauthorized: true, ...(ca ? { ca: [ca] } : {}) } });`,
      [`${hostName} ask`],
    ],
    ["nothing but such a part", `({ host, ssl: { ...(ca && { ca }) } });`, [`${hostName} manual`]],
    [
      "one of two branches",
      `({ host, ssl: ca ? { ca, verifyIdentity: true } : { ca: other } });`,
      [`${hostName} manual`],
    ],
    ["both branches", `({ host, ssl: ca ? { ca, verifyIdentity: true } : { ca: other, verifyIdentity: true } });`, []],
    ["beside such a part", `({ host, ssl: { verifyIdentity: true, ...(ca ? { ca: [ca] } : {}) } });`, []],
    ["in such a part", `({ host, ssl: { ca, ...(other && { verifyIdentity: true }) } });`, [`${hostName} ask`]],
  ])("is judged branch by branch: %s", (_name, code, verdicts) => {
    expect(verdictsIn(mysql + code)).toEqual(verdicts);
  });

  it("gets nothing written into a part that is about something else", () => {
    const [finding] = findingsIn(`${mysql}({ host, ssl: { rejectUnauthorized: true, ...(ca ? { ca: [ca] } : {}) } });`);
    expect(finding!.edits.map(({ text }) => text)).toEqual([" verifyIdentity: true,"]);
  });
});

describe("A fallback for old releases", () => {
  it.each([
    ["an alternative", `const make = tls.createSecureContext || crypto.createCredentials; make(o);`, []],
    [
      "a ternary",
      `const make = tls.createSecureContext ? tls.createSecureContext : crypto.createCredentials; make(o);`,
      [],
    ],
    ["nothing else", `const make = crypto.createCredentials; make(o);`, ["no-deprecated-tls-api error manual"]],
  ])("%s", (_name, code, verdicts) => {
    expect(verdictsIn(`${node}const crypto = require("crypto"); ${code}`)).toEqual(verdicts);
  });
});

describe("An agent that nobody uses", () => {
  it.each([
    ["fetch of the global object", `globalThis.fetch(url, { agent: new https.Agent({ rejectUnauthorized: false }) });`],
    [
      "axios, for http",
      `const httpsAgent = new https.Agent({ rejectUnauthorized: false }); require("axios").get("http://a.example/", { httpsAgent });`,
    ],
    [
      "axios, for http, beside the one that is used",
      `require("axios").get("http://a.example/", { httpAgent: new http.Agent(), httpsAgent: new https.Agent({ rejectUnauthorized: false }) });`,
    ],
    [
      "axios, with the address beside it",
      `require("axios")({ url: "http://a.example/", httpsAgent: new https.Agent({ rejectUnauthorized: false }) });`,
    ],
  ])("%s", (_name, code) => {
    expect(verdictsIn(node + code)).toEqual(["no-ineffective-tls-options note manual"]);
  });

  it.each([
    [
      "axios, for https",
      `require("axios").get("https://a.example/", { httpsAgent: new https.Agent({ rejectUnauthorized: false }) });`,
    ],
    [
      "axios, for an address that is not known",
      `require("axios").get(url, { httpsAgent: new https.Agent({ rejectUnauthorized: false }) });`,
    ],
    [
      "axios, for http and for https",
      `const httpsAgent = new https.Agent({ rejectUnauthorized: false }); require("axios").get("http://a.example/", { httpsAgent }); require("axios").get("https://a.example/", { httpsAgent });`,
    ],
    ["fetch of a module", `require("node-fetch")(url, { agent: new https.Agent({ rejectUnauthorized: false }) });`],
  ])("%s: somebody does", (_name, code) => {
    expect(verdictsIn(node + code)).toEqual([`${verification} error ask`]);
  });
});

describe("The scheme beside the options", () => {
  it.each([
    ["mqtt", `require("mqtt").connect({ host, protocol: "mqtt", rejectUnauthorized: false });`],
    ["mqtt:", `require("mqtt").connect({ host, protocol: "mqtt:", rejectUnauthorized: false });`],
    ["amqp", `require("amqplib").connect({ protocol: "amqp", hostname }, { rejectUnauthorized: false });`],
    ["redis://", `require("redis").createClient({ url: "redis://a.example", socket: { rejectUnauthorized: false } });`],
    [
      "a target of http",
      `require("http-proxy").createProxyServer({ target: { protocol: "http:", host }, secure: false });`,
    ],
  ])("%s speaks no TLS", (_name, code) => {
    expect(ofOptions(verdictsIn(node + code))).toEqual(["no-ineffective-tls-options note manual"]);
  });

  it.each([
    ["mqtts", `require("mqtt").connect({ host, protocol: "mqtts", rejectUnauthorized: false });`],
    [
      "mqtt with a certificate of its own, which becomes mqtts",
      `require("mqtt").connect({ host, protocol: "mqtt", key, cert, rejectUnauthorized: false });`,
    ],
    [
      "mqtt:// whose protocol is another one",
      `require("mqtt").connect("mqtt://a.example", { protocol: "mqtts", rejectUnauthorized: false });`,
    ],
    ["amqps", `require("amqplib").connect({ protocol: "amqps", hostname }, { rejectUnauthorized: false });`],
    [
      "rediss://",
      `require("redis").createClient({ url: "rediss://a.example", socket: { rejectUnauthorized: false } });`,
    ],
    [
      "a target of https",
      `require("http-proxy").createProxyServer({ target: { protocol: "https:", host }, secure: false });`,
    ],
  ])("%s does", (_name, code) => {
    expect(verdictsIn(node + code)).toEqual([`${verification} error ask`]);
  });
});

describe("A program that pins", () => {
  const open =
    "const s = tls.connect({ host, rejectUnauthorized: false }); const certificate = s.getPeerCertificate();";
  it.each([
    ["under another name", `const { fingerprint256: fp } = s.getPeerCertificate(); if (fp !== pin) s.end();`],
    [
      "in its own spelling",
      `const print = certificate.fingerprint256.replaceAll(":", ""); if (print !== pin) s.end();`,
    ],
    [
      "by a hash of the whole certificate",
      `const hash = crypto.createHash("sha256").update(certificate.raw).digest("hex"); if (hash !== pin) s.end();`,
    ],
    [
      "by a hash that is made step by step",
      `const hash = crypto.createHash("sha256"); hash.update(certificate.raw); if (hash.digest("hex") !== pin) s.end();`,
    ],
    ["in constant time", `if (!crypto.timingSafeEqual(Buffer.from(certificate.fingerprint256), pin)) s.end();`],
    [
      "in a helper",
      `const isPinned = (cert) => pins.includes(cert.fingerprint256); if (!isPinned(certificate)) s.end();`,
    ],
    [
      "in a helper that is handed the fingerprint",
      `const isMine = (fp) => fp === pin; if (!isMine(certificate.fingerprint)) s.end();`,
    ],
    [
      "through a helper that reads it",
      `const printOf = (cert) => cert.fingerprint256; if (printOf(certificate) !== pin) s.end();`,
    ],
    ["by the key", `if (!certificate.pubkey.equals(pin)) s.end();`],
    ["as an X509Certificate", `if (s.getPeerX509Certificate().fingerprint512 !== pin) s.end();`],
  ])("%s", (_name, code) => {
    expect(verdictsIn(`${node}${open}\n${code}`)).toEqual([`${verification} warning manual`]);
  });

  it.each([
    ["prints the fingerprint", `console.log(certificate.fingerprint256);`],
    ["asks whether there is one", `if (certificate.fingerprint256 === undefined) s.end();`],
    ["keeps it", `const { fingerprint256: fp } = certificate; store(fp);`],
    ["compares the raw form of something else", `if (message.raw !== expected) s.end();`],
  ])("is not one that %s", (_name, code) => {
    expect(verdictsIn(`${node}${open}\n${code}`)).toEqual([`${verification} error ask`]);
  });
});

describe("What is overwritten before anybody reads it", () => {
  it.each([
    [
      "Object.assign",
      `const o = { host, rejectUnauthorized: false }; Object.assign(o, { rejectUnauthorized: true }); https.get(o);`,
    ],
    [
      "delete of an option",
      `const o = { host, rejectUnauthorized: false }; delete o.rejectUnauthorized; https.get(o);`,
    ],
    [
      "delete of a variable",
      `process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"; delete process.env.NODE_TLS_REJECT_UNAUTHORIZED; https.get(url);`,
    ],
  ])("%s is no finding", (_name, code) => {
    expect(verdictsIn(node + code)).toEqual([]);
  });

  it.each([
    [
      "Object.assign of something else",
      `const o = { host, rejectUnauthorized: false }; Object.assign(o, { port }); https.get(o);`,
      `${verification} error ask`,
    ],
    [
      "Object.assign behind a condition",
      `const o = { host, rejectUnauthorized: false }; if (port) Object.assign(o, { rejectUnauthorized: true }); https.get(o);`,
      `${verification} error ask`,
    ],
    [
      "Object.assign behind the call",
      `const o = { host, rejectUnauthorized: false }; https.get(o); Object.assign(o, { rejectUnauthorized: true });`,
      `${verification} error ask`,
    ],
    [
      "delete of a variable behind the call",
      `process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"; https.get(url); delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;`,
      "no-process-wide-verification-opt-out error ask",
    ],
  ])("%s is one", (_name, code, verdict) => {
    expect(verdictsIn(node + code)).toContain(verdict);
  });
});
