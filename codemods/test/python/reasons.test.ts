import { describe, expect, it } from "vitest";
import { judgePython } from "./judge-python.js";

const requests = "import requests\n";
const context = "import ssl\ncontext = ssl.create_default_context()\n";

describe("a reason beside a value has another one asked about", () => {
  it.each([
    ["behind it", `${context}context.minimum_version = ssl.TLSVersion.TLSv1  # the printers support nothing newer\n`],
    ["above it", `${context}# until the old gateway is gone\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`],
    ["of a list", `${context}context.set_ciphers("ECDHE+AESGCM:AES128-SHA")  # required by the till\n`],
    [
      "a link to an issue",
      `${context}# https://github.com/example/client/issues/2300\ncontext.set_ciphers("ECDHE+AESGCM:AES128-SHA")\n`,
    ],
    [
      "a link to an answer",
      `${context}context.minimum_version = ssl.TLSVersion.TLSv1  # stackoverflow.com/a/38015537\n`,
    ],
    ["the number of a bug", `${context}# see bpo-34271\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`],
    [
      "a ticket above what makes the object",
      `import ssl\n# https://tickets.example/browse/NET-41\ncontext = ssl.create_default_context()\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`,
    ],
    [
      "that it is weak on purpose",
      `${context}context.minimum_version = ssl.TLSVersion.TLSv1  # vulnerable: exercise 4\n`,
    ],
    [
      "in the first of several lines",
      `${context}# the tills support nothing newer;\n# ask the shop\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`,
    ],
    [
      "above what is done to the object, without a gap",
      `import ssl\n# the meters speak TLS 1.2 only\ncontext = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\ncontext.load_verify_locations(ca)\ncontext.maximum_version = ssl.TLSVersion.TLSv1_2\n`,
    ],
    [
      "above what is tried with the object",
      `import ssl\n# the meters need it\ncontext = ssl.create_default_context()\ntry:\n    context.set_ciphers("ECDHE+AESGCM:AES128-SHA")\nexcept ssl.SSLError:\n    pass\n`,
    ],
    [
      "in what the function says of itself",
      `import ssl\ndef context_for():\n    """Verifies, and lets legacy colleges in."""\n    context = ssl.create_default_context()\n    context.set_ciphers("ECDHE+AESGCM:AES128-SHA")\n    return context\n`,
    ],
  ])("%s", async (_, code) => {
    const { findings, fixed, asked } = await judgePython(code);
    expect(findings.map((finding) => finding.split(" ")[3])).toEqual(["ask"]);
    expect(fixed).toBe(code);
    expect(asked).not.toBe(code);
  });

  it.each([
    ["none", `${context}context.minimum_version = ssl.TLSVersion.TLSv1\n`],
    ["one behind a blank line", `${context}# the old gateway\n\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`],
    [
      "one about another object",
      `import ssl\n# the meters support nothing newer\nmeters = read()\ncontext = ssl.create_default_context()\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`,
    ],
    [
      "one with a gap behind the object",
      `import ssl\n# the meters support nothing newer\ncontext = ssl.create_default_context()\n\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`,
    ],
    [
      "what the function does",
      `import ssl\ndef context_for():\n    """Makes a secure context."""\n    context = ssl.create_default_context()\n    context.minimum_version = ssl.TLSVersion.TLSv1\n    return context\n`,
    ],
    [
      "a link to what the option is",
      `${context}# https://docs.python.org/3/library/ssl.html#ssl.SSLContext.minimum_version\ncontext.minimum_version = ssl.TLSVersion.TLSv1\n`,
    ],
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
