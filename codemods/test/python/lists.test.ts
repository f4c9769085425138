import { describe, expect, it } from "vitest";
import { judgePython } from "./judge-python.js";

const context = "import ssl\ncontext = ssl.create_default_context()\n";
const suites = "no-weak-cipher-suite";

describe("a list keeps its shape", () => {
  it.each([
    ["a keyword makes room", "HIGH:!aNULL:!MD5", "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!MD5"],
    ["a weak keyword goes", "ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM", "ECDHE+AESGCM:ECDHE+CHACHA20"],
    ["where nothing would be left", "AES128-SHA", "ECDHE+AESGCM:ECDHE+CHACHA20"],
  ])("%s", async (_, before, after) => {
    const { fixed } = await judgePython(`${context}context.set_ciphers("${before}")\n`);
    expect(fixed).toContain(`set_ciphers("${after}`);
  });

  it("but for a policy that accepts its own suites alone", async () => {
    const { fixed } = await judgePython(`${context}context.set_ciphers("HIGH")\n`, {
      policy: { name: "shop", ciphers: "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-GCM-SHA256" },
    });
    expect(fixed).not.toContain('"HIGH"');
    expect(fixed).not.toContain("+AESGCM");
  });
});

describe("a list that is joined", () => {
  const joined = (list: string, before = "") =>
    `import ssl\n${before}context = ssl.create_default_context()\ncontext.set_ciphers(":".join(${list}))\n`;
  const good = '"ECDHE-RSA-AES128-GCM-SHA256"';

  it.each([
    ["loses elements where it stands", joined(`[${good}, "AES128-SHA"]`), joined(`[${good}]`)],
    ["the first ones too", joined(`["AES128-SHA", "AES256-SHA", ${good}]`), joined(`[${good}]`)],
    ["line by line", joined(`[\n    ${good},\n    "AES128-SHA",\n]`), joined(`[\n    ${good},\n]`)],
    [
      "in single quotes",
      joined(`['ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256', 'AES128-SHA']`),
      joined(`['ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256']`),
    ],
    ["a keyword makes room", joined(`["HIGH", "!aNULL"]`), joined(`["ECDHE+AESGCM", "ECDHE+CHACHA20", "!aNULL"]`)],
    [
      "under a name that is read once",
      joined("SUITES", `SUITES = (\n    ${good},\n    "ECDHE-ECDSA-AES128-GCM-SHA256",\n    "AES128-SHA",\n)\n`),
      joined("SUITES", `SUITES = (\n    ${good},\n    "ECDHE-ECDSA-AES128-GCM-SHA256",\n)\n`),
    ],
  ])("%s", async (_, code, expected) => {
    const { fixed } = await judgePython(code);
    expect(fixed).toBe(expected);
    expect((await judgePython(fixed)).findings).toEqual([]);
  });

  it.each([
    ["has other readers", joined("SUITES", `SUITES = [${good}, "AES128-SHA"]\nprint(SUITES)\n`)],
    ["has comments", joined(`[\n    ${good},  # the gateway\n    "AES128-SHA",\n]`)],
    ["has several suites in an element", joined(`[${good}, "ECDHE-RSA-AES256-GCM-SHA384:AES128-SHA"]`)],
    ["would be a text in the place of a tuple", joined(`(${good}, "AES128-SHA")`)],
    ["would lose all of its elements", joined(`["AES256-SHA", "AES128-SHA"]`)],
  ])("is left to a person where it %s", async (_, code) => {
    const { findings, asked } = await judgePython(code);
    expect(findings.map((finding) => finding.split(" ").slice(1).join(" "))).toEqual([
      expect.stringMatching(`${suites} \\w+ manual`),
    ]);
    expect(asked).toBe(code);
  });
});

describe("a list is judged no more strictly than none", () => {
  const list = `${context}context.set_ciphers("DEFAULT")\n`;

  it("DEFAULT is what Pythons before 3.10 have", async () => {
    expect((await judgePython(list, { python: ">=3.7,<3.10" })).findings).toEqual([]);
  });

  it("and more than Python's own from 3.10 on", async () => {
    expect((await judgePython(list, { python: ">=3.10" })).findings).toEqual([`3 ${suites} error upgrade`]);
  });

  it("weak suites by their names are a warning", async () => {
    const { findings } = await judgePython(
      `${context}context.set_ciphers("ECDHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES128-GCM-SHA256")\n`,
      { python: ">=3.10" },
    );
    expect(findings).toEqual([`3 ${suites} warning upgrade`]);
  });
});

describe("what is tried and what is done about its error are two lists", () => {
  const code = (tried: string, otherwise: string) =>
    `${context}try:\n    context.set_ciphers("${tried}")\nexcept ssl.SSLError:\n    # where the distribution does not support it\n    context.set_ciphers("${otherwise}")\n`;

  it("each is judged by itself, and the edits come to an end", async () => {
    const { findings, fixed, asked } = await judgePython(code("ALL", "HIGH:!aNULL"));
    expect(findings).toEqual([`4 ${suites} error upgrade`, `7 ${suites} error ask`]);
    expect(fixed).toBe(code("ECDHE+AESGCM:ECDHE+CHACHA20", "HIGH:!aNULL"));
    expect(asked).toBe(code("ECDHE+AESGCM:ECDHE+CHACHA20", "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL"));
  });

  it("what is done about an error is asked about, whatever stands beside it", async () => {
    const bare = (tried: string, otherwise: string) => code(tried, otherwise).replace(/ *#.*\n/, "");
    const { findings, fixed } = await judgePython(bare("ALL:@SECLEVEL=0", "HIGH:!aNULL:@SECLEVEL=1"));
    expect(findings.map((finding) => finding.split(" ").slice(0, 4).join(" "))).toEqual([
      "4 no-low-security-level error upgrade",
      `4 ${suites} error upgrade`,
      "6 no-low-security-level error ask",
      `6 ${suites} error ask`,
    ]);
    expect(fixed).toBe(bare("ECDHE+AESGCM:ECDHE+CHACHA20", "HIGH:!aNULL:@SECLEVEL=1"));
  });

  it("a function that stands in a handler does what it says", async () => {
    const { findings } = await judgePython(
      "import ssl\ntry:\n    from app import make\nexcept ImportError:\n    def make():\n        context = ssl.create_default_context()\n        context.minimum_version = ssl.TLSVersion.TLSv1\n        return context\n",
    );
    expect(findings.map((finding) => finding.split(" ")[3])).toEqual(["upgrade"]);
  });

  it("a good one is not blamed for the other", async () => {
    const { findings } = await judgePython(code("ECDHE+AESGCM", "HIGH:!aNULL"));
    expect(findings).toEqual([`7 ${suites} error ask`]);
  });
});

it.each(["check_weak_ciphers", "probe_protocols", "testOldSuites"])(
  "%s asks for what is weak to see whether a peer takes it",
  async (name) => {
    const code = `import ssl\ndef ${name}(host):\n    context = ssl.create_default_context()\n    context.set_ciphers("ALL")\n    return context\n`;
    const { findings, asked } = await judgePython(code);
    expect(findings).toEqual([`4 ${suites} warning manual (${name})`]);
    expect(asked).toBe(code);
  },
);
