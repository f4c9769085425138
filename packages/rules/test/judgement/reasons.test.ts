import { describe, expect, it } from "vitest";
import { editedIn, verdictsIn } from "./findings.js";

const tls = `const tls = require("tls");\n`;

describe("A comment gives the reason, so that another value is asked about:", () => {
  it.each([
    [
      "for the options that follow each other below it",
      `tls.connect({\n  host: "a.example",\n  // the printers in hall 3 are old\n  minVersion: "TLSv1",\n  ciphers: "ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA",\n});`,
      ["no-deprecated-protocol-version error ask", "no-weak-cipher-suite warning ask"],
    ],
    [
      "for defaults that follow each other below it",
      `// negotiation with the cluster sometimes fails\ntls.DEFAULT_MIN_VERSION = "TLSv1";\ntls.DEFAULT_CIPHERS = "ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA";\ntls.connect({ host: "a.example" });`,
      ["no-deprecated-protocol-version error ask", "no-weak-cipher-suite warning ask"],
    ],
    [
      "for a call of several lines, by the peers that it speaks of",
      `// what the old servers of the tax office need\ntls.connect({\n  host: "a.example",\n  minVersion: "TLSv1",\n});`,
      ["no-deprecated-protocol-version error ask"],
    ],
    [
      "in the first of several lines",
      `// the tills support nothing newer,\n// says the shop\ntls.DEFAULT_MIN_VERSION = "TLSv1";\ntls.connect({ host: "a.example" });`,
      ["no-deprecated-protocol-version error ask"],
    ],
    [
      "for an option that is weak on purpose",
      `// deliberate, for exercise 4\nconst oldest = "TLSv1";\ntls.connect({ host: "a.example", minVersion: oldest });`,
      ["no-deprecated-protocol-version error ask"],
    ],
  ])("%s", (_name, code, verdicts) => {
    expect(verdictsIn(tls + code)).toEqual(verdicts);
    expect(editedIn(tls + code)).toBe(tls + code);
  });

  it.each([
    [
      "one behind a gap",
      `tls.connect({\n  host: "a.example",\n  // the printers in hall 3 are old\n  ca,\n\n  minVersion: "TLSv1",\n});`,
    ],
    [
      "one about another property",
      `tls.connect({\n  // only in the test system\n  host: "a.example",\n  minVersion: "TLSv1",\n});`,
    ],
    [
      "one that says what a call of several lines does",
      `// connect with TLS and verify the certificate\ntls.connect({\n  host: "a.example",\n  minVersion: "TLSv1",\n});`,
    ],
  ])("but not %s", (_name, code) => {
    expect(verdictsIn(tls + code)).toEqual(["no-deprecated-protocol-version error upgrade"]);
  });
});

describe("A comment above an object speaks of the one option in it, which", () => {
  const sent = (comment: string, more = "") =>
    `const nodemailer = require("nodemailer");\nnodemailer.createTransport({\n  host: "mail.example",\n  secure: true,\n  // ${comment}\n  tls: { ciphers: "SSLv3"${more} },\n});`;

  it("stays", () => {
    expect(editedIn(sent("settings for the office mail"))).toBe(sent("settings for the office mail"));
  });

  it.each([
    ["a comment that says what it is", sent("TLS options")],
    ["another option beside it", sent("settings for the office mail", ", servername: name")],
  ])("goes with %s", (_name, code) => {
    expect(editedIn(code)).not.toContain("SSLv3");
  });
});

describe("Sets of options that differ are there to choose from, so that an edit of one is asked about:", () => {
  it.each([
    [
      "tried one after another",
      `const sets = [{ host, minVersion: "TLSv1.2" }, { host, minVersion: "TLSv1" }];\nfor (const set of sets) { try { return tls.connect(set); } catch {} }`,
    ],
    [
      "with a label",
      `const cases = [[{ minVersion: "TLSv1.2" }, "new"], [{ minVersion: "TLSv1" }, "old"]];\nfor (const [options, label] of cases) console.log(label, tls.connect({ host, ...options }));`,
    ],
    [
      "as a part of something",
      `const cases = [{ name: "new", tls: { minVersion: "TLSv1.2" } }, { name: "old", tls: { minVersion: "TLSv1" } }];\nfor (const each of cases) console.log(each.name, tls.connect({ host, ...each.tls }));`,
    ],
  ])("%s", (_name, code) => {
    const whole = `${tls}function open(host) {\n${code}\n}\nopen("a.example");\n`;
    expect(verdictsIn(whole)).toEqual(["no-deprecated-protocol-version error ask"]);
    expect(editedIn(whole)).toBe(whole);
  });

  it("and where they say the same, there is nothing to choose", () => {
    const code = `for (const options of [{ host: "a.example", minVersion: "TLSv1" }, { host: "b.example", minVersion: "TLSv1" }]) tls.connect(options);`;
    expect(verdictsIn(tls + code)).toEqual(Array(2).fill("no-deprecated-protocol-version error upgrade"));
  });
});
