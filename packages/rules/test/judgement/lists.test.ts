import { describe, expect, it } from "vitest";
import { editedIn, findingsIn } from "./findings.js";

const node = `const tls = require("tls");
const https = require("https");
`;
const rsa = "ECDHE-RSA-AES128-GCM-SHA256";
const ecdsa = "ECDHE-ECDSA-AES128-GCM-SHA256";
const array = `[
  "${rsa}", // phones
  "${ecdsa}", // tablets
  "AES128-SHA", // the till
]`;

describe("A list keeps its shape wherever it is joined:", () => {
  it.each([
    ["on the spot", `https.createServer({ ciphers: ${array}.join(":") });`],
    ["at the option", `const suites = ${array};\nhttps.createServer({ ciphers: suites.join(":") });`],
    ["in a constant", `const suites = ${array};\nconst ciphers = suites.join(":");\nhttps.createServer({ ciphers });`],
    [
      "for two servers",
      `const suites = ${array};\nconst ciphers = suites.join(":");\nhttps.createServer({ ciphers });\ntls.createServer({ ciphers });`,
    ],
    [
      "in a function",
      `const suites = ${array};\nfunction listOf(all) { return all.join(":"); }\nhttps.createServer({ ciphers: listOf(suites) });`,
    ],
    [
      "in an arrow function",
      `const suites = ${array};\nconst listOf = (all) => all.filter(Boolean).join(":");\nhttps.createServer({ ciphers: listOf(suites) });`,
    ],
    [
      "behind others",
      `const suites = ${array};\nhttps.createServer({ ciphers: ["ECDHE-RSA-AES256-GCM-SHA384", ...suites].join(":") });`,
    ],
    [
      "as a part of one",
      `const suites = ${array};\nhttps.createServer({ ciphers: ["ECDHE-RSA-AES256-GCM-SHA384"].concat(suites).join(":") });`,
    ],
  ])("%s", (_name, code) => {
    expect(editedIn(node + code)).toBe((node + code).replace(`  "AES128-SHA", // the till\n`, ""));
  });

  it.each([
    [
      "an element behind a spread",
      `const good = ["${rsa}", "${ecdsa}"]; const all = [...good, "AES128-SHA"]; https.createServer({ ciphers: all.join(":") });`,
      `const all = [...good];`,
    ],
    [
      "what is joined on",
      `const good = ["${rsa}", "${ecdsa}"]; https.createServer({ ciphers: good.concat(["AES128-SHA"]).join(":") });`,
      `ciphers: good.join(":")`,
    ],
    [
      "the last text below a comment",
      `https.createServer({ ciphers: "${rsa}:" +\n  "${ecdsa}:" + // tablets\n  "AES128-SHA" });`,
      `"${ecdsa}" // tablets\n`,
    ],
  ])("%s goes alone", (_name, code, after) => {
    const edited = editedIn(node + code);
    expect(edited).toContain(after);
    expect(edited).not.toContain('AES128-SHA"');
  });

  it.each([
    [
      "a list that is exported",
      `exports.suites = ${array};\nhttps.createServer({ ciphers: exports.suites.join(":") });`,
    ],
    [
      "a list that is read elsewhere",
      `const suites = ${array};\nlog(suites);\nhttps.createServer({ ciphers: suites.join(":") });`,
    ],
    [
      "a list that grows",
      `let suites = ${array};\nsuites = suites.concat(more);\nhttps.createServer({ ciphers: suites.join(":") });`,
    ],
    [
      "a list that a function looks into",
      `const suites = ${array};\nfunction listOf(all) { log(all); return all.join(":"); }\nhttps.createServer({ ciphers: listOf(suites) });`,
    ],
  ])("%s stays", (_name, code) => {
    expect(editedIn(node + code)).toBe(node + code);
  });
});

describe("Not stricter than silence:", () => {
  it.each([
    ["Node's own words", `"DEFAULT"`],
    ["less than Node's own", `"DEFAULT:!RC4"`],
    ["Node's own list", `tls.DEFAULT_CIPHERS`],
    ["Node's own list minus some", `tls.DEFAULT_CIPHERS + ":!AES256-SHA"`],
    ["a constant of Node's", `require("crypto").constants.defaultCoreCipherList`],
    ["a constant of Node's, minus some", "`${require('crypto').constants.defaultCipherList}:!SHA1`"],
  ])("%s is no finding", (_name, ciphers) => {
    expect(findingsIn(`${node}https.get({ host, ciphers: ${ciphers} });`)).toEqual([]);
  });

  it.each([
    ["behind Node's own", "DEFAULT@SECLEVEL=0", "DEFAULT"],
    ["behind a list", `${rsa}:${ecdsa}:@SECLEVEL=0`, `${rsa}:${ecdsa}`],
  ])("a low level %s goes alone", (_name, before, after) => {
    expect(editedIn(`${node}https.get({ host, ciphers: "${before}" });`)).toContain(`ciphers: "${after}"`);
  });

  it.each([
    ["for RSA", `AES128-SHA:${ecdsa}`, "ECDHE-RSA-"],
    ["for ECDSA", `${rsa}:ECDHE-ECDSA-AES128-SHA`, "ECDHE-ECDSA-"],
  ])("the last suite %s makes room for another", (_name, before, kept) => {
    const edited = editedIn(`${node}https.createServer({ key, cert, ciphers: "${before}" });`);
    expect(edited).toContain(kept);
    expect(edited).not.toContain('AES128-SHA"');
  });
});
