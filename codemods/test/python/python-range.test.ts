import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";

// raises AttributeError from 3.12 on
const wrapped = `import ssl
sock = ssl.wrap_socket(raw)
`;

/** The level of the finding: `error` where some Python in range has no such call, `warning` where all have it. */
const level = async (files: Readonly<Record<string, string>>, ...words: readonly string[]) => {
  const { stdout } = await run(createRepository(files), [
    "--format",
    "json",
    "--rules",
    "no-deprecated-tls-api",
    ...words,
  ]);
  const { findings } = JSON.parse(stdout) as { findings: readonly { readonly level: string }[] };
  return findings.map((finding) => finding.level).join(" ");
};

/** The text that names an old Python, and the same of a new one. */
const sources: readonly (readonly [file: string, old: string, recent: string])[] = [
  [
    "pyproject.toml",
    `[project]\nname = "meters"\nrequires-python = ">=3.8,<3.12" # the meters' own\n`,
    `[project]\nrequires-python = '>=3.8'\n`,
  ],
  [
    "pyproject.toml",
    `[tool.poetry.dependencies]\npython = "~3.9"\n[tool.black]\npython = "3.13"\n`,
    `[tool.poetry.dependencies]\nrequests = "*"\npython = "^3.9"\n`,
  ],
  ["setup.cfg", "[options]\npython_requires = >=3.7, <3.12\n", "[options]\npython_requires: >=3.7\n"],
  ["setup.py", 'setup(python_requires="~=3.9.1")\n', "setup(name='m', python_requires = '>=3.6, !=3.7.*')\n"],
  ["Pipfile", '[requires]\npython_version = "3.9"\n', '[requires]\npython_full_version = "3.12.1"\n'],
  [".python-version", "3.11.7\n", "3.12.1\n3.11.7\n"],
  [".tool-versions", "nodejs 20.11.0\npython 3.8.18\n", "python 3.13.0\n"],
  ["runtime.txt", "python-3.10.4\n", "python-3.12.0\n"],
  [
    "Dockerfile",
    "FROM --platform=$BUILDPLATFORM node:20 AS web\nFROM python:3.9-slim\n",
    "FROM docker.io/library/python:3.12\nFROM python:3.9 AS old\n",
  ],
];

describe("the Pythons that a project says it is for", () => {
  it.each(sources)("%s: %j", async (file, old, recent) => {
    expect(await level({ "src/net/a.py": wrapped, [file]: old })).toBe("warning");
    expect(await level({ "src/net/a.py": wrapped, [file]: recent })).toBe("error");
  });

  it("are those of the nearest file that names some", async () => {
    const files = {
      "pyproject.toml": '[project]\nrequires-python = ">=3.12"\n',
      "old/.python-version": "3.8\n",
      "old/net/pyproject.toml": "[tool.black]\nline-length = 100\n",
      "old/net/a.py": wrapped,
    };
    expect(await level(files)).toBe("warning");
  });

  it("come from what a package is for before what somebody installed", async () => {
    const files = {
      "a.py": wrapped,
      ".python-version": "3.13\n",
      "setup.cfg": "[options]\npython_requires = ==3.9.*\n",
    };
    expect(await level(files)).toBe("warning");
  });

  it.each([
    ["setup.py", 'setup(python_requires=">=2.7")\n', 'setup(python_requires=">=3.7")\n'],
    ["tox.ini", "[tox]\nenvlist = py27,py3{8,12}\n", "[tox]\nenv_list =\n    lint\n    py3{8,12}\n[testenv]\n"],
    ["noxfile.py", '@nox.session(python="2.7")\n', '@nox.session(reuse_venv=True, python=["3.12", "3.9"])\n'],
  ])("decide what is written: %s", async (file, old, recent) => {
    const pinned = "import ssl\nctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)\n";
    const fixed = async (text: string) => {
      const folder = createRepository({ "a.py": pinned, [file]: text });
      folder.commit();
      await run(folder, ["fix"], { env: { TLS_CODEMOD_STATE: createFolder().path } });
      return folder.read("a.py");
    };
    expect(await fixed(old)).toContain("ctx.options |= ssl.OP_NO_TLSv1 | ssl.OP_NO_TLSv1_1");
    expect(await fixed(recent)).toContain("ctx.minimum_version = ssl.TLSVersion.TLSv1_2");
  });

  it("give way to the command line", async () => {
    const files = { "a.py": wrapped, ".python-version": "3.8\n" };
    expect(await level(files, "--python", ">=3.12")).toBe("error");
  });

  it.each([
    ["a version that is none", ".python-version", "system\npypy3.9-7.3.11\n"],
    ["any release", "pyproject.toml", '[tool.poetry.dependencies]\npython = "*"\n'],
    ["a variable", "Dockerfile", "ARG PYTHON=3.9\nFROM python:${PYTHON}\n"],
    ["a computed one", "setup.py", "setup(python_requires=RANGE)\n"],
    ["another section's", "setup.cfg", "[metadata]\npython_requires = ==3.9.*\n"],
    ["an open quote", "pyproject.toml", '[project]\nrequires-python = "==3.9.*\n'],
  ])("are the default's with %s", async (_what, file, text) => {
    expect(await level({ "a.py": wrapped, [file]: text })).toBe("error");
  });

  it("are told where they cannot be used", async () => {
    const files = { "a.py": wrapped, "pyproject.toml": '[project]\nrequires-python = "==3.4.*"\n' };
    const { stdout, stderr } = await run(createRepository(files), []);
    expect(stdout + stderr).toContain("requires-python of pyproject.toml is `==3.4.*`, which cannot be used");
  });

  it("are read through no link", async () => {
    const outside = createFolder({ ".python-version": "3.8\n" });
    const folder = createRepository({ "a.py": wrapped });
    symlinkSync(join(outside.path, ".python-version"), join(folder.path, ".python-version"));
    const { stdout } = await run(folder, ["--format", "json", "--rules", "no-deprecated-tls-api"]);
    expect((JSON.parse(stdout) as { findings: readonly object[] }).findings).toMatchObject([{ level: "error" }]);
  });

  it("are the same in an explanation", async () => {
    const folder = createRepository({ "a.py": wrapped, ".python-version": "3.8\n" });
    const { stdout } = await run(folder, ["explain", "a.py:2"]);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("is gone from Python 3.12 on. Use");
  });
});
