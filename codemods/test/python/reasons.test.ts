import { describe, expect, it } from "vitest";
import { judgePython } from "./judge-python.js";

const requests = "import requests\n";
const context = "import ssl\ncontext = ssl.create_default_context()\n";

describe("a reason beside a value has another one asked about", () => {
  it.each([
    ["behind it", `${context}context.minimum_version = ssl.TLSVersion.TLSv1  # the printers support nothing newer\n`],
    ["above it", `${context}# until the old gateway is gone\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`],
    ["of a list", `${context}context.set_ciphers("ECDHE+AESGCM:AES128-SHA")  # required by the till\n`],
  ])("%s", async (_, code) => {
    const { findings, fixed, asked } = await judgePython(code);
    expect(findings.map((finding) => finding.split(" ")[3])).toEqual(["ask"]);
    expect(fixed).toBe(code);
    expect(asked).not.toBe(code);
  });

  it.each([
    ["none", `${context}context.minimum_version = ssl.TLSVersion.TLSv1\n`],
    ["one behind a blank line", `${context}# the old gateway\n\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`],
    ["what it is", `${context}# the lowest version\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`],
  ])("and nothing else does: %s", async (_, code) => {
    const { fixed } = await judgePython(code);
    expect(fixed).toContain("TLSv1_2");
  });
});

describe("what was accepted for another scanner stays", () => {
  it.each([
    ["Bandit", `${requests}requests.get("https://a.example", verify=False)  # nosec B501\n`],
    ["Flake8", `${requests}requests.get("https://a.example", verify=False)  # noqa: S501\n`],
    [
      "Semgrep, above",
      `${requests}# nosemgrep: disabled-cert-validation\nrequests.get("https://a.example", verify=False)\n`,
    ],
    ["a floor", `${context}context.minimum_version = ssl.TLSVersion.TLSv1  # nosec\n`],
  ])("%s", async (_, code) => {
    const { findings, asked } = await judgePython(code);
    expect(findings.map((finding) => finding.split(" ")[3])).toEqual(["manual"]);
    expect(asked).toBe(code);
  });

  it("for Flake8 only where its rule is of security", async () => {
    const { asked } = await judgePython(`${requests}requests.get("https://a.example", verify=False)  # noqa: E501\n`);
    expect(asked).not.toContain("verify=False");
  });
});
