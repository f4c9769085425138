import { applyEdits, type Edit } from "tls-rules";
import { describe, expect, it } from "vitest";
import { createFleet } from "../harness/fleet.js";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, broken, manual, upgrade, upgraded } from "../harness/samples.js";
import { readers } from "./readers.js";
import { finding, manyFindings, rendered, reportWith } from "./samples.js";

describe("--format github", () => {
  it("begins with the worst, and says what GitHub will not show", async () => {
    const lines = (await rendered("github", reportWith(manyFindings(33)))).trimEnd().split("\n");
    expect(lines.map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual([
      ...Array(11).fill("error"),
      ...Array(11).fill("warning"),
      ...Array(11).fill("notice"),
      undefined,
      undefined,
      undefined,
    ]);
    expect(lines.slice(33)).toEqual(
      ["error", "warning", "notice"].map(
        (name) => `GitHub shows the first 10 of 11 ${name}s beside the code; all of them are in this log.`,
      ),
    );
  });

  it("names columns only within one line", async () => {
    const [one, more] = (await rendered("github", reportWith([finding, { ...finding, endLine: 3 }]))).split("\n");
    expect(one).toContain("file=src/a.js,line=1,endLine=1,col=26,endColumn=54,title=no-legacy-secure-protocol::");
    expect(more).toContain("file=src/a.js,line=1,endLine=3,title=no-legacy-secure-protocol::");
  });

  it("escapes what would end a property, the command or the line", async () => {
    const text = await rendered(
      "github",
      reportWith([{ ...finding, path: "a,b:c%\nd.js", message: "100 % ::error::\r\nno" }]),
    );
    expect(text).toBe(
      "::error file=a%2Cb%3Ac%25%0Ad.js,line=1,endLine=1,col=26,endColumn=54,title=no-legacy-secure-protocol::100 %25 ::error::\\r\\nno\n",
    );
  });

  it("names files that could not be processed, and nothing that is accepted", async () => {
    const { stdout } = await run(
      createFolder({
        "a.js": broken,
        "b.js": `// @tls-codemod-ignore no-disabled-certificate-verification -- a test box\n${ask}`,
      }),
      ["--format", "github"],
    );
    expect(stdout).toMatch(/^::error file=a\.js,title=not processed::a\.js does not parse: .*\n$/);
  });
});

describe("--format gitlab", () => {
  it("is a Code Quality report", async () => {
    const report = JSON.parse(
      await rendered(
        "gitlab",
        reportWith([finding, { ...finding, level: "note", endLine: 4 }, { ...finding, status: "baseline" }]),
      ),
    );
    expect(report).toEqual([
      {
        description: finding.message,
        check_name: finding.rule,
        fingerprint: finding.fingerprint,
        severity: "critical",
        location: { path: "src/a.js", lines: { begin: 1, end: 1 } },
      },
      expect.objectContaining({ severity: "info", location: { path: "src/a.js", lines: { begin: 1, end: 4 } } }),
    ]);
  });
});

describe("--format gitlab-sast", () => {
  it("says of each vulnerability how grave it is, what it is an instance of, and what the edit changes", async () => {
    const disabled = { ...finding, rule: "no-disabled-certificate-verification" };
    const found = [
      finding,
      disabled,
      { ...disabled, level: "warning" as const },
      { ...disabled, level: "note" as const },
    ];
    const report = JSON.parse(
      await rendered(
        "gitlab-sast",
        reportWith([...found, { ...finding, status: "baseline" }], {
          errors: [{ path: "b.js", reason: "does not parse", kind: "failed" }],
        }),
      ),
    );
    expect(report.vulnerabilities.map(({ severity }: { severity: string }) => severity)).toEqual([
      "Medium",
      "High",
      "Low",
      "Info",
    ]);
    expect(report.vulnerabilities[1]).toMatchObject({
      id: "01234567-89ab-cdef-0123-456789abcdef",
      description: finding.message,
      solution: "Replace it.",
      identifiers: [
        { type: "tls_codemod_rule", value: "no-disabled-certificate-verification" },
        { type: "cwe", value: "295", url: "https://cwe.mitre.org/data/definitions/295.html" },
      ],
      location: { file: "src/a.js", start_line: 1, end_line: 1 },
      details: { change: { type: "diff", before: finding.before, after: finding.after } },
    });
    expect(report.scan.messages).toEqual([{ level: "warn", value: "b.js does not parse" }]);
    expect(Date.parse(`${report.scan.end_time}Z`)).toBeGreaterThanOrEqual(Date.parse(`${report.scan.start_time}Z`));
  });

  it("is written to a file by its name", async () => {
    const folder = createFolder({ "a.js": upgrade });
    await run(folder, ["-o", "gitlab-sast:gl-sast-report.json"]);
    expect(JSON.parse(folder.read("gl-sast-report.json"))).toMatchObject({ version: "15.0.7", scan: { type: "sast" } });
  });
});

describe("the fingerprints of --format gitlab", () => {
  const fingerprintsOf = async (folder: Folder) =>
    JSON.parse((await run(folder, ["--format", "gitlab"])).stdout).map(
      (violation: { fingerprint: string }) => violation.fingerprint,
    );

  it("differ for the same file in two repositories of a run", async () => {
    const marked = `${upgrade}// @tls-codemod-todo no-weak-group: ask the partner\n`;
    expect(new Set(await fingerprintsOf(createFleet({ one: { "a.js": marked }, two: { "a.js": marked } }))).size).toBe(
      4,
    );
  });

  it("stay when lines move, and when other repositories join the run", async () => {
    const moved = `\n\n${upgrade}`;
    const [one] = await fingerprintsOf(createFleet({ one: { "a.js": upgrade } }));
    expect((await fingerprintsOf(createFleet({ one: { "a.js": moved }, two: { "a.js": upgrade } })))[0]).toBe(one);
  });

  it("are those of the baseline in a run on one repository", async () => {
    const folder = createRepository({ "a.js": upgrade });
    const [{ fingerprint }] = JSON.parse((await run(folder, ["--format", "json"])).stdout).findings;
    expect(await fingerprintsOf(folder)).toEqual([fingerprint]);
  });
});

interface BytePlace {
  readonly line: number;
  readonly column: number;
}

interface Diagnostic {
  readonly location: { readonly range: { readonly start: BytePlace; readonly end: BytePlace } };
  readonly suggestions?: readonly {
    readonly range: { readonly start: BytePlace; readonly end: BytePlace };
    readonly text: string;
  }[];
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
    const diagnostics: readonly Diagnostic[] = (await run(folder, ["--format", "rdjsonl"])).stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const findings = JSON.parse((await run(folder, ["--format", "json"])).stdout).findings;
    expect(
      diagnostics.map(({ location: { range } }) =>
        bytes.subarray(byteOffset(bytes, range.start), byteOffset(bytes, range.end)).toString(),
      ),
    ).toEqual(findings.map(({ range }: { range: [number, number] }) => text.slice(1).slice(...range)));
    expect(diagnostics.length).toBeGreaterThan(2);
  });

  it("suggests what `fix` does", async () => {
    const folder = createFolder({ "a.js": text });
    const bytes = folder.bytes("a.js");
    const [first, second]: readonly Diagnostic[] = (
      await run(folder, ["--format", "rdjsonl", "--rules", "no-legacy-secure-protocol"])
    ).stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const edits = [first!, second!].map(({ suggestions }): Edit => {
      const { range, text: replacement } = suggestions![0]!;
      return { range: [byteOffset(bytes, range.start), byteOffset(bytes, range.end)], text: replacement };
    });
    expect(Buffer.from(applyEdits(bytes.toString("latin1"), edits), "latin1").toString()).toBe(
      text.replaceAll(upgrade, upgraded),
    );
  });

  it("makes one suggestion of the edits of one finding, which belong together", async () => {
    const source = "require('tls').connect({ a: 1, é: 2 });\n";
    const folder = createFolder({ "a.js": source });
    const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const edits = [
      { range: [31, 32] as const, text: "b", ...place },
      { range: [25, 26] as const, text: "cé", ...place },
    ];
    const [diagnostic] = (
      await rendered(
        "rdjsonl",
        reportWith([{ ...finding, path: "a.js", range: [25, 35], column: 26, endColumn: 36, edits }], {
          root: folder.path,
        }),
      )
    ).split("\n");
    expect(JSON.parse(diagnostic!).suggestions).toEqual([
      { range: { start: { line: 1, column: 26 }, end: { line: 1, column: 34 } }, text: "cé: 1, b" },
    ]);
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

describe("markers", () => {
  const formats = ["github", "gitlab", "rdjsonl", "sarif"];
  const marked = (text: string) =>
    `${text}/* @tls-codemod-todo no-weak-group: ask the partner */\nconnect();\n/* @tls-codemod-todo no-weak-group: ask the partner */\n`;

  it.each(formats)("are told with file and line in %s, also where nothing else is found", async (format) => {
    const { stdout, exitCode } = await run(createFolder({ "a.js": marked("\n"), "b.js": manual }), [
      "--format",
      format,
    ]);
    const told = readers[format]!.read(stdout).map(({ path, line, rule }) => `${path}:${line} ${rule}`);
    expect(told.sort()).toEqual([
      "a.js:2 no-weak-group",
      "a.js:4 no-weak-group",
      "b.js:1 no-disabled-certificate-verification",
    ]);
    expect(stdout).toContain("A @tls-codemod-todo comment is left here: ask the partner");
    expect(exitCode).toBe(1);
  });

  it.each(formats)("that `fix --mark` has written are told in %s", async (format) => {
    const folder = createFolder({ "a.js": manual });
    await run(folder, ["fix", "--mark", "--allow-no-vcs"]);
    const told = readers[format]!.read((await run(folder, ["--format", format])).stdout);
    expect(told.map(({ line }) => line).sort()).toEqual([1, 1]);
  });

  it("have fingerprints of their own, which stay when lines move", async () => {
    const fingerprints = async (text: string) =>
      JSON.parse((await run(createFolder({ "a.js": text }), ["--format", "gitlab"])).stdout).map(
        (violation: { fingerprint: string }) => violation.fingerprint,
      );
    const before = await fingerprints(marked(""));
    expect(new Set(before).size).toBe(2);
    expect(await fingerprints(marked("\n\n"))).toEqual(before);
  });

  it("are results that a reader of SARIF takes, with their rules", async () => {
    const { results, tool } = JSON.parse(
      (
        await run(createFolder({ "a.js": marked("").replaceAll("no-weak-group", "no-such-rule") }), [
          "--format",
          "sarif",
        ])
      ).stdout,
    ).runs[0];
    expect(results[0]).toMatchObject({
      level: "warning",
      properties: { marker: true },
      suppressions: [],
      locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 1 } } }],
    });
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe("no-such-rule");
  });
});
