import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";

const wrapped = `import ssl
sock = ssl.wrap_socket(raw)
`;

const levels = async (files: Readonly<Record<string, string>>, ...words: readonly string[]) => {
  const { stdout } = await run(createRepository(files), ["--format", "json", ...words]);
  const { findings } = JSON.parse(stdout) as { findings: readonly { readonly rule: string; readonly level: string }[] };
  return findings.map(({ rule, level }) => `${rule} ${level}`);
};

describe("--python", () => {
  it("says which releases run the code", async () => {
    expect(await levels({ "a.py": wrapped }, "--python", ">=3.9")).toContain("no-deprecated-tls-api error");
    expect(await levels({ "a.py": wrapped }, "--python", ">=3.9,<3.12")).toContain("no-deprecated-tls-api warning");
  });

  it("is read from the configuration too", async () => {
    const files = { "a.py": wrapped, "tls-codemod.config.json": '{ "python": "~=3.9.2" }' };
    expect(await levels(files)).toContain("no-deprecated-tls-api warning");
  });

  it.each(["^3.8", "latest", "<2"])("refuses %s with what to write", async (range) => {
    const { exitCode, stderr } = await run(createRepository({ "a.py": wrapped }), ["--python", range]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`--python ${JSON.stringify(range)}: `);
    expect(stderr).toContain('such as --python ">=3.9"');
  });
});

describe("Python files on the command line", () => {
  it("are found, fixed and put back", async () => {
    const folder = createRepository({
      "src/a.py": `import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
`,
    });
    folder.commit();
    const env = { TLS_CODEMOD_STATE: createFolder().path };
    expect((await run(folder, ["fix"], { env })).exitCode).toBe(0);
    expect(folder.read("src/a.py")).toContain("ctx.minimum_version = ssl.TLSVersion.TLSv1_2");
    await run(folder, ["undo"], { env });
    expect(folder.read("src/a.py")).toContain("ssl.PROTOCOL_TLSv1)");
  });

  it("accept a finding by a comment with a reason", async () => {
    const suppressed = `import ssl
# @tls-codemod-ignore no-deprecated-protocol-version -- the meter speaks nothing newer
ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
`;
    const { exitCode } = await run(createRepository({ "a.py": suppressed }), [
      "--rules",
      "no-deprecated-protocol-version",
    ]);
    expect(exitCode).toBe(0);
  });

  it("are explained where they stand", async () => {
    const folder = createRepository({ "a.py": wrapped });
    const { exitCode, stdout } = await run(folder, ["explain", "a.py:2"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("no-deprecated-tls-api");
  });
});
