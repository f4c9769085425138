import { describe, expect, it } from "vitest";
import { editedIn, findingsIn } from "./findings.js";

const node = `const tls = require("tls");
const https = require("https");
`;

describe("A reason beside another value has it asked about:", () => {
  it.each([
    ["above a property", `https.get({\n  host,\n  // the device speaks nothing else\n  minVersion: "TLSv1",\n});`],
    ["behind a property", `https.get({\n  host,\n  minVersion: "TLSv1", // the old printers\n});`],
    ["behind the last property", `https.get({\n  host,\n  minVersion: "TLSv1" // the old printers\n});`],
    [
      "above a property that verifies nothing",
      `https.get({\n  host,\n  // their certificate ran out\n  rejectUnauthorized: false,\n});`,
    ],
    [
      "above a constant",
      `// the device speaks nothing else\nconst minVersion = "TLSv1";\nhttps.get({ host, minVersion });`,
    ],
    ["behind a constant", `const minVersion = "TLSv1"; // the till\nhttps.get({ host, minVersion });`],
    ["above an assignment", `const o = { host };\n// until they renew it\no.minVersion = "TLSv1";\nhttps.get(o);`],
    ["above a call on one line", `// their server is too old\nhttps.get({ host, minVersion: "TLSv1" });`],
    ["behind a call on one line", `https.get({ host, minVersion: "TLSv1" }); // TLS 1.0 only`],
    ["in a block", `https.get({\n  host,\n  /* the device speaks\n     nothing else */\n  minVersion: "TLSv1",\n});`],
    ["beside another name", `https.get({\n  host,\n  // the till\n  secureProtocol: "TLSv1_method",\n});`],
    ["beside a ceiling", `https.get({\n  host,\n  // the load balancer breaks on 1.3\n  maxVersion: "TLSv1.2",\n});`],
  ])("%s", (_name, code) => {
    expect(findingsIn(node + code)).not.toEqual([]);
    expect(editedIn(node + code)).toBe(node + code);
    expect(editedIn(node + code, true)).not.toBe(node + code);
  });
});

it.each([
  ["a property", `https.get({\n  host,\n  // the name is an alias\n  checkServerIdentity: () => undefined,\n});`],
  ["behind a property", `https.get({\n  host,\n  checkServerIdentity: () => undefined, // an alias\n});`],
])("A reason beside what would be removed keeps it: %s", (_name, code) => {
  const found = findingsIn(node + code);
  expect(found).not.toEqual([]);
  expect(found.flatMap(({ edits }) => edits)).toEqual([]);
});

describe("What was accepted for another scanner stays:", () => {
  it.each([
    [
      "CodeQL, above",
      `https.get({\n  host,\n  // codeql[js/disabling-certificate-validation]\n  rejectUnauthorized: false,\n});`,
    ],
    [
      "Semgrep, behind",
      `https.get({\n  host,\n  rejectUnauthorized: false, // nosemgrep: bypass-tls-verification\n});`,
    ],
    ["Sonar, behind the call", `https.get({ host, rejectUnauthorized: false }); // NOSONAR`],
    ["Snyk", `// deepcode ignore InsecureTLSConfig: the appliance\nhttps.get({ host, rejectUnauthorized: false });`],
    [
      "beside an assignment",
      `const o = { host };\no.rejectUnauthorized = false; // lgtm[js/disabling-certificate-validation]\nhttps.get(o);`,
    ],
    ["beside a floor", `https.get({\n  host,\n  minVersion: "TLSv1", // NOSONAR\n});`],
    ["beside a constant", `const minVersion = "TLSv1"; // nosemgrep\nhttps.get({ host, minVersion });`],
  ])("%s", (_name, code) => {
    const found = findingsIn(node + code);
    expect(found).not.toEqual([]);
    expect(found.flatMap(({ edits }) => edits)).toEqual([]);
  });

  it.each([
    ["a word of the kind", `https.get({\n  host,\n  // no security here\n  rejectUnauthorized: false,\n});`],
    ["of a neighbour", `https.get({\n  host, // NOSONAR\n  rejectUnauthorized: false,\n});`],
    ["of a longer call", `// NOSONAR\nhttps.get({\n  host,\n  rejectUnauthorized: false,\n});`],
  ])("and nothing else does: %s", (_name, code) => {
    expect(editedIn(node + code, true)).not.toContain("rejectUnauthorized: false");
  });
});

describe("Another comment does not:", () => {
  it.each([
    ["what the option is", `https.get({\n  host,\n  // minimum TLS version\n  minVersion: "TLSv1",\n});`],
    ["of a neighbour", `https.get({\n  // where\n  host,\n  minVersion: "TLSv1",\n});`],
    ["of a neighbour, behind it", `https.get({\n  host, // the device\n  minVersion: "TLSv1",\n});`],
    ["of the call", `// fetch the list\nhttps.get({ host, minVersion: "TLSv1" });`],
    ["of a call of several lines", `// ask the device\nhttps.get({\n  host,\n  minVersion: "TLSv1",\n});`],
    ["behind a blank line", `// the till\n\nconst minVersion = "TLSv1";\nhttps.get({ host, minVersion });`],
    [
      "to another tool",
      `https.get({\n  host,\n  // eslint-disable-next-line no-restricted-syntax\n  minVersion: "TLSv1",\n});`,
    ],
  ])("%s", (_name, code) => {
    expect(editedIn(node + code)).not.toContain('"TLSv1"');
  });
});

describe("No edit leaves a choice between equal branches:", () => {
  it.each([
    ["a ternary", `exports.get = (url) => https.get(url, { minVersion: url.port ? "TLSv1.2" : "TLSv1" });`],
    ["a ternary of booleans", `https.get({ host, rejectUnauthorized: process.version < "v14" ? false : true });`],
    [
      "a ternary with two weak branches",
      `exports.get = (url) => https.get(url, { minVersion: url.port ? "TLSv1.1" : "TLSv1" });`,
    ],
    ["a ternary of numbers", `exports.get = (url) => https.get(url, { minDHSize: url.port ? 2048 : 1024 });`],
    [
      "a ternary of objects",
      `exports.get = (url) => https.get(url, url.port ? { minVersion: "TLSv1.2" } : { minVersion: "TLSv1" });`,
    ],
    [
      "if and else",
      `exports.get = (url) => { const o = {}; if (url.port) { o.minVersion = "TLSv1"; } else { o.minVersion = "TLSv1.2"; } https.get(url, o); };`,
    ],
    [
      "if and else without braces",
      `exports.get = (url) => { const o = {}; if (url.port) o.minVersion = "TLSv1"; else { o.minVersion = "TLSv1.2"; } https.get(url, o); };`,
    ],
    [
      "an early return",
      `const versionFor = (url) => { if (url.port) return "TLSv1"; return "TLSv1.2"; }; exports.get = (url) => https.get(url, { minVersion: versionFor(url) });`,
    ],
    [
      "a switch",
      `exports.get = (url) => { const o = {}; switch (url.port) { case "1": o.minVersion = "TLSv1"; break; default: o.minVersion = "TLSv1.2"; break; } https.get(url, o); };`,
    ],
  ])("%s", (_name, code) => {
    expect(findingsIn(node + code)).not.toEqual([]);
    expect(editedIn(node + code, true)).toBe(node + code);
  });

  it.each([
    [
      "a ternary beside something else",
      `exports.get = (url) => https.get(url, { minVersion: url.port ? "TLSv1.3" : "TLSv1" });`,
    ],
    [
      "branches that differ otherwise",
      `exports.get = (url) => https.get(url, url.port ? { minVersion: "TLSv1.2", host } : { minVersion: "TLSv1" });`,
    ],
    [
      "the whole ternary inside of a branch",
      `exports.get = (url) => { if (url.port) https.get(url, { minVersion: "TLSv1" }); };`,
    ],
  ])("%s is mended", (_name, code) => {
    expect(editedIn(node + code)).not.toContain('"TLSv1"');
  });
});

it.each([
  [
    "algorithms",
    `https.get({ host, sigalgs: "ecdsa_secp256r1_sha256:ecdsa_secp384r1_sha384:rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:RSA+SHA1" });`,
  ],
  [
    "suites",
    `https.get({ host, ciphers: "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:CAMELLIA128-SHA" });`,
  ],
])("a long list of %s has a short title", (_name, code) => {
  const remedies = findingsIn(node + code).flatMap(({ remedy }) => (remedy ? [remedy] : []));
  expect(remedies).not.toEqual([]);
  for (const remedy of remedies) expect(remedy.length).toBeLessThan(80);
});
