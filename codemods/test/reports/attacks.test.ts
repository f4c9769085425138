import { expect, it } from "vitest";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { pageDataIn } from "./read-html.js";

const files = {
  "a.js": "require('tls').connect({ host, ciphers: 'AES128-SHA' });\n",
  "b.js": "require('tls').connect({ host, rejectUnauthorized: false });\n",
};

const told = async (format: string) => {
  const { stdout } = await run(createFolder(files), ["check", "--node", "20", "--format", format]);
  return stdout;
};

it("JSON has the attacks of a finding with their advisories, and none where there are none", async () => {
  const { findings } = JSON.parse(await told("json"));
  expect(findings.map(({ attacks }: { attacks: readonly { name: string }[] }) => attacks)).toMatchObject([
    [
      { name: "Lucky Thirteen", advisories: ["CVE-2013-0169"], hasCountermeasures: true },
      { name: "ROBOT", advisories: ["VU#144389"], hasCountermeasures: true },
    ],
    [],
  ]);
});

it("Markdown says them by rule and by place, with what the code does not tell", async () => {
  const text = await told("md");
  expect(text).toContain("**Published attacks that this leaves room for:** [Lucky Thirteen (CVE-2013-0169)](https://");
  expect(text).toContain("It leaves room for Lucky Thirteen (CVE-2013-0169)");
  expect(text.match(/vendors also bring to old versions without a new number/g)).toHaveLength(2);
  expect(text.match(/leaves room for/g)).toHaveLength(2);
});

it("Markdown explains the mark of a place that is left for a person", async () => {
  const { stdout } = await run(createFolder({ "c.js": `exports.options = ${files["a.js"].slice(23, -3)};\n` }), [
    "check",
    ...["--node", "20", "--format", "md"],
  ]);
  expect(stdout).toMatch(/^- \[ \] .* It leaves room for Lucky Thirteen \(CVE-2013-0169\) \\\*/m);
  expect(stdout).toMatch(/^\\\* A library may have countermeasures/m);
});

it("HTML has them at the finding, with a link each", async () => {
  const { findings } = pageDataIn(await told("html"));
  expect(findings.map(({ attacks }) => attacks?.map(({ title, url }) => [title, url.slice(0, 8)]))).toEqual([
    [
      ["Lucky Thirteen (CVE-2013-0169)", "https://"],
      ["ROBOT (VU#144389)", "https://"],
    ],
    undefined,
  ]);
});

it("explain says which of them a rule may name", async () => {
  const { stdout } = await run(createFolder({}), ["explain", "no-unsafe-secure-options"]);
  expect(stdout).toContain(
    "Published attacks that a finding may leave room for:\n  - renegotiation (CVE-2009-3555): possible",
  );
});
