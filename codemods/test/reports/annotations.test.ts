import { applyEdits, type Edit } from "tls-rules";
import { describe, expect, it } from "vitest";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, broken, upgrade, upgraded } from "../harness/samples.js";
import { finding, manyFindings, rendered, reportWith } from "./samples.js";

describe("--format github", () => {
  it("begins with the worst, and says what GitHub will not show", async () => {
    const lines = (await rendered("github", reportWith(manyFindings(33)))).trimEnd().split("\n");
    expect(lines.map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual([...Array(11).fill("error"), ...Array(11).fill("warning"), ...Array(11).fill("notice"), undefined, undefined, undefined]);
    expect(lines.slice(33)).toEqual(["error", "warning", "notice"].map((name) => `GitHub shows the first 10 of 11 ${name}s beside the code; all of them are in this log.`));
  });

  it("names columns only within one line", async () => {
    const [one, more] = (await rendered("github", reportWith([finding, { ...finding, endLine: 3 }]))).split("\n");
    expect(one).toContain("file=src/a.js,line=1,endLine=1,col=26,endColumn=54,title=no-legacy-secure-protocol::");
    expect(more).toContain("file=src/a.js,line=1,endLine=3,title=no-legacy-secure-protocol::");
  });

  it("escapes what would end a property, the command or the line", async () => {
    const text = await rendered("github", reportWith([{ ...finding, path: "a,b:c%\nd.js", message: "100 % ::error::\r\nno" }]));
    expect(text).toBe("::error file=a%2Cb%3Ac%25%0Ad.js,line=1,endLine=1,col=26,endColumn=54,title=no-legacy-secure-protocol::100 %25 ::error::\\r\\nno\n");
  });

  it("names files that could not be processed, and nothing that is accepted", async () => {
    const { stdout } = await run(createFolder({ "a.js": broken, "b.js": `// @tls-codemod-ignore no-disabled-certificate-verification -- a test box\n${ask}` }), ["--format", "github"]);
    expect(stdout).toMatch(/^::error file=a\.js,title=not processed::a\.js does not parse: .*\n$/);
  });
});

describe("--format gitlab", () => {
  it("is a Code Quality report", async () => {
    const report = JSON.parse(await rendered("gitlab", reportWith([finding, { ...finding, level: "note", endLine: 4 }, { ...finding, status: "baseline" }])));
    expect(report).toEqual([
      { description: finding.message, check_name: finding.rule, fingerprint: finding.fingerprint, severity: "critical", location: { path: "src/a.js", lines: { begin: 1, end: 1 } } },
      expect.objectContaining({ severity: "info", location: { path: "src/a.js", lines: { begin: 1, end: 4 } } }),
    ]);
  });
});

interface BytePlace {
  readonly line: number;
  readonly column: number;
}

interface Diagnostic {
  readonly location: { readonly range: { readonly start: BytePlace; readonly end: BytePlace } };
  readonly suggestions?: readonly { readonly range: { readonly start: BytePlace; readonly end: BytePlace }; readonly text: string }[];
}

/** As reviewdog's definition says: lines from 1, columns from 1 in bytes of UTF-8. */
function byteOffset(bytes: Buffer, { line, column }: BytePlace): number {
  let start = 0;
  for (let number = 1; number < line; number++) start = bytes.indexOf(0x0a, start) + 1;
  return start + column - 1;
}

describe("--format rdjsonl", () => {
  const text = `\uFEFF/* \u{1F512} é */ ${upgrade}/* \u2028 ключ */ ${upgrade}require('tls').connect({\r\n  /* ключ */ minVersion: 'TLSv1', secureProtocol: 'TLS_method', // é\r\n});\r\n`;

  it("counts bytes, from the byte order mark on", async () => {
    const folder = createFolder({ "a.js": text });
    const bytes = folder.bytes("a.js");
    const diagnostics: readonly Diagnostic[] = (await run(folder, ["--format", "rdjsonl"])).stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
    const findings = JSON.parse((await run(folder, ["--format", "json"])).stdout).findings;
    expect(diagnostics.map(({ location: { range } }) => bytes.subarray(byteOffset(bytes, range.start), byteOffset(bytes, range.end)).toString())).toEqual(
      findings.map(({ range }: { range: [number, number] }) => text.slice(1).slice(...range)),
    );
    expect(diagnostics.length).toBeGreaterThan(2);
  });

  it("suggests what `fix` does", async () => {
    const folder = createFolder({ "a.js": text });
    const bytes = folder.bytes("a.js");
    const [first, second]: readonly Diagnostic[] = (await run(folder, ["--format", "rdjsonl", "--rules", "no-legacy-secure-protocol"])).stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
    const edits = [first!, second!].map(({ suggestions }): Edit => {
      const { range, text: replacement } = suggestions![0]!;
      return { range: [byteOffset(bytes, range.start), byteOffset(bytes, range.end)], text: replacement };
    });
    expect(Buffer.from(applyEdits(bytes.toString("latin1"), edits), "latin1").toString()).toBe(text.replaceAll(upgrade, upgraded));
  });

  it("makes one suggestion of the edits of one finding, which belong together", async () => {
    const source = "require('tls').connect({ a: 1, é: 2 });\n";
    const folder = createFolder({ "a.js": source });
    const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const edits = [{ range: [31, 32] as const, text: "b", ...place }, { range: [25, 26] as const, text: "cé", ...place }];
    const [diagnostic] = (await rendered("rdjsonl", reportWith([{ ...finding, path: "a.js", range: [25, 35], column: 26, endColumn: 36, edits }], { root: folder.path }))).split("\n");
    expect(JSON.parse(diagnostic!).suggestions).toEqual([{ range: { start: { line: 1, column: 26 }, end: { line: 1, column: 34 } }, text: "cé: 1, b" }]);
  });

  it("names lines only where the file is gone or has changed", async () => {
    const changed = createFolder({ "src/a.js": `\n${upgrade}` });
    for (const root of ["/nowhere", changed.path]) {
      const diagnostic = JSON.parse(await rendered("rdjsonl", reportWith([finding], { root })));
      expect(diagnostic.location).toEqual({ path: "src/a.js", range: { start: { line: 1 }, end: { line: 1 } } });
      expect(diagnostic).not.toHaveProperty("suggestions");
    }
  });

  it("says the rule with its page, and how severe it is", async () => {
    expect(JSON.parse(await rendered("rdjsonl", reportWith([{ ...finding, level: "note" }])))).toMatchObject({
      message: finding.message,
      severity: "INFO",
      source: { name: "tls-codemod" },
      code: { value: finding.rule, url: expect.stringMatching(/^https:.*no-legacy-secure-protocol\.md$/) },
    });
  });
});
