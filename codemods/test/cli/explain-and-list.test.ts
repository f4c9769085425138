import { stripVTControlCharacters } from "node:util";
import { rules } from "tls-rules";
import { describe, expect, it } from "vitest";
import { createFolder } from "../harness/folder.js";
import { run } from "../harness/run.js";

describe("explain", () => {
  it.each(rules.map(({ name }) => name))(
    "says what %s finds, what its edits change, on whose authority, and how to suppress it",
    async (name) => {
      const { stdout, exitCode } = await run(createFolder({}), ["explain", name]);
      const { meta } = rules.find((rule) => rule.name === name)!;
      expect(exitCode).toBe(0);
      for (const part of [
        `: ${capitalized(meta.description)}.\n`,
        ...meta.references,
        ...(meta.transform === undefined ? [] : [`jscodeshift: transforms/${meta.transform}\n`]),
        ...Object.values(meta.messages).map((message) => `  - ${message.replaceAll(/\{\{.*?\}\}/g, "…")}\n`),
        ...meta.grades.map((grade) => `  - ${grade}: `),
        `@tls-codemod-ignore ${name} -- `,
      ])
        expect(stdout).toContain(part);
    },
  );

  it("refuses a name that is no rule, and says where the names are", async () => {
    const { stderr, exitCode } = await run(createFolder({}), ["explain", "no-such-rule"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("no-such-rule");
    expect(stderr).toContain("tls-codemod list");
  });
});

describe("explain --json", () => {
  it("says of a place what the text says", async () => {
    const folder = createFolder({ "a.js": "require('tls').connect({ rejectUnauthorized: false });\n" });
    const { stdout, exitCode } = await run(folder, ["explain", "a.js:1", "--json"]);
    const told = JSON.parse(stdout) as { explanations: readonly object[] };
    expect(exitCode).toBe(0);
    expect(told).toMatchObject({ file: "a.js", policy: expect.stringContaining("intermediate") });
    expect(told.explanations).toEqual([
      expect.objectContaining({
        finding: expect.objectContaining({ rule: "no-disabled-certificate-verification" }),
        sites: [expect.objectContaining({ language: "Node" })],
        weaknesses: [expect.stringContaining("CWE-295")],
      }),
    ]);
  });
});

const capitalized = (text: string) => text[0]!.toUpperCase() + text.slice(1);

describe("explain file:line", () => {
  const explained = async (text: string, place: string, ...words: readonly string[]) =>
    run(createFolder({ "src/a.js": text, "package.json": '{ "engines": { "node": ">=18" } }' }), [
      "explain",
      place,
      ...words,
    ]);
  /** The lines below a heading, as far as they are indented more. */
  const below = (stdout: string, heading: string) => {
    const lines = stdout.split("\n");
    const start = lines.findIndex((line) => line.startsWith(`  ${heading}`)) + 1;
    return lines
      .slice(
        start,
        lines.findIndex((line, index) => index >= start && !line.startsWith("    ")),
      )
      .map((line) => line.trim());
  };

  it.each([
    ["an option that is not known", "tls.connect({ minVersion: 'TLSv1', rejectUnauthorized: given.verify });"],
    [
      "a part out of sight",
      "exports.open = (o) => tls.connect({ minVersion: 'TLSv1', ...o, rejectUnauthorized: o.x });",
    ],
    ["an object on top", "exports.open = (o) => tls.connect({ rejectUnauthorized: true, minVersion: 'TLSv1', ...o });"],
  ])("never says that something is verified where the code does not tell: %s", async (_name, code) => {
    const text = `const tls = require('tls');\n${code}\n`;
    const { stdout } = await explained(text, "src/a.js:2", "--level", "note");
    expect(stdout).not.toMatch(/verifies the certificate/);
  });

  it("says that the certificate is verified where nothing says otherwise", async () => {
    const text =
      "const tls = require('tls');\ntls.connect({ host, rejectUnauthorized: true, checkServerIdentity: () => undefined });\n";
    const { stdout } = await explained(text, "src/a.js:2");
    expect(stdout).toContain("verifies the certificate");
  });

  it("says what each Node release does with this very code, before and after the edit", async () => {
    const { stdout, exitCode, stderr } = await explained(
      `const tls = require('tls');
tls.connect({ secureProtocol: 'TLSv1_method', host });
`,
      "src/a.js:2",
    );
    expect([exitCode, stderr]).toEqual([0, ""]);
    const [, legacy] = stdout.split(/^(?=  2:15 )/m).filter((part) => part.startsWith("  2:15"));
    expect(below(legacy!, "What Node does with it (client of node-tls; policy intermediate)")).toEqual([
      "Node 12-17                 offers TLSv1 [not in range]",
      "the policy prohibits TLSv1 (RFC 8996, section 4)",
      "the policy misses TLSv1.3 (RFC 9325, section 3.1.1)",
      "Node 18-22.19 and 23-24.4  offers TLSv1",
      "the policy prohibits TLSv1 (RFC 8996, section 4)",
      "the policy misses TLSv1.3 (RFC 9325, section 3.1.1)",
      "Node 22.20-22.x and 24.5+  cannot connect to anyone (ERR_SSL_NO_PROTOCOLS_AVAILABLE): No protocol version is left.",
    ]);
    expect(below(legacy!, "After the edit")).toEqual([
      "Node 12-17  offers TLSv1.2, TLSv1.3 [not in range]",
      "Node 18+    offers TLSv1.2, TLSv1.3",
    ]);
  });

  it("names the attacks that the code leaves room for, and what the edit makes of them", async () => {
    const open = `const tls = require('tls');
tls.connect({ host, minVersion: 'TLSv1', ciphers: 'ECDHE+AESGCM:ECDHE+AES:@SECLEVEL=0' });
`;
    const { stdout } = await explained(open, "src/a.js:2");
    const [, version] = stdout.split(/^(?=  2:21 )/m);
    expect(below(version!, "Named attacks that it leaves room for")).toEqual([
      "BEAST (CVE-2011-3389): possible with CBC suites in TLS 1.0, whose initialization vectors can be foreseen; a library may have countermeasures, which vendors also bring to old versions without a new number; not after the edit",
    ]);
    const verification = await explained("require('tls').connect({ rejectUnauthorized: false });\n", "src/a.js:1");
    expect(verification.stdout).not.toContain("Named attacks");
  });

  it("says what the edit is, who may no longer connect, on whose authority, and how to accept it", async () => {
    const { stdout } = await explained("require('tls').connect({ rejectUnauthorized: false });\n", "src/a.js:1");
    expect(stdout).toContain(`src/a.js
  1:26   error  no-disabled-certificate-verification  `);
    expect(stdout).toContain(
      `The edit (ask: whether it works depends on facts outside the code): Set \`rejectUnauthorized\` to \`true\`.
    - require('tls').connect({ rejectUnauthorized: false });
    + require('tls').connect({ rejectUnauthorized: true });
`,
    );
    expect(stdout).toMatch(/Who may no longer connect: Connections to servers with a self-signed/);
    expect(stdout).toContain("Authority: RFC 9325, section 7.1 · RFC 5280, section 6 · https://");
    expect(stdout).toContain("@tls-codemod-ignore no-disabled-certificate-verification -- reason");
  });

  it("judges by the policy and range that are given", async () => {
    const text = "require('tls').connect({ minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' });\n";
    const { stdout } = await explained(text, "src/a.js:1:50", "--profile", "modern", "--node", "20");
    expect(stdout).toMatch(/Node 20 +offers TLSv1\.2\n +the policy (?:prohibits|deprecates) TLSv1\.2 \(/);
    expect(stdout).toMatch(/Node 12-19 and 21\+ +offers TLSv1\.2 \[not in range\]/);
    expect(stdout).toContain("policy modern");
  });

  it("tells values apart that the code leaves open", async () => {
    const { stdout } = await explained(
      `require('tls').connect({ rejectUnauthorized: !process.env.X });
require('tls').connect({ minVersion: old ? 'TLSv1' : 'TLSv1.3' });
`,
      "src/a.js:2",
    );
    expect(stdout).toContain("when minVersion is 'TLSv1':\n");
    expect(stdout).toContain("when minVersion is 'TLSv1.3':\n");
    expect(stdout).toMatch(/when minVersion is 'TLSv1\.3':\n.*offers TLSv1\.3 /);
  });

  it.each([
    [
      ".env",
      "NODE_TLS_REJECT_UNAUTHORIZED=0\n",
      /every client of the process.*\n.*accepts any certificate[^]*After the edit\n.*verifies the certificate and the host name/,
    ],
    [
      "Dockerfile",
      "ENV NODE_OPTIONS=--tls-min-v1.0\n",
      /Node 12-22\.19 and 23-24\.4 +offers TLSv1, TLSv1\.1, TLSv1\.2, TLSv1\.3\n/,
    ],
    [".npmrc", "strict-ssl=false\n", /The edit \(ask: /],
  ])("explains what stands in %s", async (name, text, expected) => {
    const { stdout, exitCode } = await run(createFolder({ [name]: text }), ["explain", `${name}:1`]);
    expect(stdout).toMatch(expected);
    expect(exitCode).toBe(0);
  });

  it("says that there is no edit, and behind which condition the code stands", async () => {
    const { stdout } = await explained(
      "require('tls').connect({ rejectUnauthorized: insecure ? false : verify });\n",
      "src/a.js:1",
    );
    expect(stdout).toContain("behind the condition `insecure`, so it is not edited");
    expect(stdout).toContain("There is no edit: a person has to act.");
  });

  it.each([
    ["src/b.js:1", 2, '"src/b.js": there is no such file or folder'],
    [
      "src/a.js:9",
      2,
      `src/a.js:9: the file has 4 lines.
The file has 2 findings; the nearest:
  src/a.js:3:26  no-disabled-certificate-verification
  src/a.js:1:26  no-`,
    ],
    [
      "src/a.js:2",
      2,
      `src/a.js:2: nothing is found there.
The file has 2 findings; the nearest:
`,
    ],
    ["src/a.js:1:2", 2, "src/a.js:1:2: nothing is found there."],
    [
      "src/plain.js:1",
      2,
      `src/plain.js:1: nothing is found there.
Nothing is found in the whole file; `,
    ],
    ["src/big.bin:1", 2, "src/big.bin is of a type that is not read"],
    ["src/broken.js:1", 3, "failed: src/broken.js does not parse: "],
  ])("%s ends with %i and says why", async (place, code, message) => {
    const text = `require('tls').connect({ rejectUnauthorized: false });
foo();
require('tls').connect({ rejectUnauthorized: false });
bar();
`;
    const folder = createFolder({
      "src/a.js": text,
      "src/plain.js": "foo();\n",
      "src/big.bin": "x",
      "src/broken.js": "const minVersion = ;\n",
    });
    const { exitCode, stdout, stderr } = await run(folder, ["explain", place]);
    expect(stderr).toContain(message);
    expect([exitCode, stdout]).toEqual([code, ""]);
  });
});

describe("explain on a terminal", () => {
  const code =
    "const options = { secureProtocol: 'TLS_method', ciphers: 'ALL:@SECLEVEL=0', requestTimeout: 30_000, host: 'meters.example.com' }; // a partner";
  const folder = () =>
    createFolder({
      "a.js": `${code}\nrequire('tls').connect(options);\n`,
      "package.json": '{ "engines": { "node": ">=18" } }',
    });
  const shown = async (subject: string, columns?: number) => {
    const { stdout } = await run(
      folder(),
      ["explain", subject],
      columns === undefined ? {} : { isTerminal: true, columns },
    );
    return stripVTControlCharacters(stdout);
  };
  /** Every word, in its order; what is cut off at the end of a line of code is not there. */
  const words = (text: string) =>
    text
      .replaceAll(/^ {6}\|.*$/gm, "")
      .split(/\s+/)
      .filter((word) => word !== "")
      .sort();

  it.each([60, 80, 140])(
    "keeps within %i columns, but for code and addresses, and says all that it says elsewhere",
    async (columns) => {
      for (const subject of ["no-low-security-level", "no-weak-cipher-suite", "a.js:1"]) {
        const text = await shown(subject, columns);
        const wide = text.split("\n").filter((line) => line.length > columns);
        expect(wide.filter((line) => !/^ {4}[-+] |^\s*(?:- )?(?:https:\S+|'[\w:-]+'\.)$/.test(line))).toEqual([]);
        expect(words(text)).toEqual(words(await shown(subject)));
      }
    },
  );

  it("breaks no code", async () => {
    const text = await shown("a.js:1", 60);
    expect(text).toContain(`\n    - ${code}\n`);
    for (const line of [
      "@tls-codemod-ignore no-low-security-level -- reason",
      "tls-codemod explain no-low-security-level",
    ])
      expect(text).toContain(line);
    expect(await shown("no-low-security-level", 44)).toContain(
      `
@tls-codemod-ignore no-low-security-level -- reason
`,
    );
  });

  it("shows releases above what they do where both do not fit beside each other", async () => {
    const text = "require('tls').connect({ minVersion: 'TLSv1' });\n";
    const at = async (columns: number) =>
      stripVTControlCharacters(
        (
          await run(createFolder({ "a.js": text }), ["explain", "a.js:1", "--node", ">=18"], {
            isTerminal: true,
            columns,
          })
        ).stdout,
      );
    expect(await at(120)).toMatch(/\n {4}Node 18-22\.19 and 23-24\.4 {2}offers TLSv1, /);
    expect(await at(60)).toMatch(/\n {4}Node 18-22\.19 and 23-24\.4\n {6}offers TLSv1, /);
  });
});

describe("list", () => {
  it("says as JSON what `explain --json` says of each rule", async () => {
    const { stdout } = await run(createFolder({}), ["list", "--json"]);
    const listed = JSON.parse(stdout) as { name: string; messages: object; grades: readonly string[] }[];
    expect(listed.map(({ name }) => name).sort()).toEqual(rules.map(({ name }) => name).sort());
    const explained = await run(createFolder({}), ["explain", listed[0]!.name, "--json"]);
    expect(JSON.parse(explained.stdout)).toEqual(listed[0]);
    expect(listed[0]).toMatchObject({
      eslint: `tls/${listed[0]!.name}`,
      preset: "recommended",
      help: expect.any(String),
    });
  });

  it("names every rule", async () => {
    const { stdout, exitCode } = await run(createFolder({}), ["list"]);
    expect(exitCode).toBe(0);
    for (const { name, meta } of rules) expect(stdout).toContain(`${name}\n  ${meta.description}\n`);
  });
});

describe("doctor", () => {
  it("says which Node and OpenSSL answer, as JSON too", async () => {
    const { stdout, exitCode } = await run(createFolder({}), ["doctor", "--json"]);
    expect(exitCode).toBe(0);
    expect(JSON.stringify(JSON.parse(stdout))).toContain(process.versions.node);
  });
});
