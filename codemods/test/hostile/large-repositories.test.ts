import { describe, expect, it } from "vitest";
import { createRepository } from "../harness/folder.js";
import { spawned } from "../harness/spawn.js";

const weak = "require('tls').connect({ minVersion: 'TLSv1' });\n";
const using = "import { options } from './0.js';\nrequire('tls').connect({ ...options, rejectUnauthorized: false });\n";

async function found(files: Readonly<Record<string, string>>) {
  const { code, stdout, stderr } = await spawned(createRepository(files), ["--format", "json"]);
  const { findings, errors, coverage } = JSON.parse(stdout);
  return { code, stderr, paths: findings.map(({ path }: { path: string }) => path), errors, coverage };
}

const chain = (size: number, text: (index: number) => string) =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => [`${index}.js`, text(index)]));

describe("a repository is read to its end", () => {
  it("of a thousand folders in each other", async () => {
    const deep = `${"a/".repeat(1000)}a.js`;
    expect(await found({ [deep]: weak })).toMatchObject({ code: 1, paths: [deep] });
  });

  it("of a thousand folders beside each other, each with its own rules and package", async () => {
    const files = Array.from({ length: 1000 }, (_, index) => [
      [`${index}/.gitignore`, "b.js\n"],
      [`${index}/package.json`, `{ "name": "p${index}" }\n`],
      [`${index}/b.js`, weak],
    ]);
    expect(await found({ ...Object.fromEntries(files.flat()), "0/a.js": weak })).toMatchObject({ paths: ["0/a.js"] });
  });

  it("of a thousand files that hand on what the next one exports", async () => {
    const files = chain(1000, (index) => `export * from './${index + 1}.js';\n`);
    const { paths, errors } = await found({
      ...files,
      "1000.js": "export const options = { minVersion: 'TLSv1' };\n",
      "a.js": using,
    });
    expect([paths.includes("a.js"), errors]).toEqual([true, []]);
  });

  it("whose baseline accepts two hundred thousand findings", async () => {
    const accepted = Array.from({ length: 200_000 }, (_, index) => ({
      rule: "no-deprecated-protocol-version",
      path: "a.js",
      message: "`minVersion` is too low.",
      fingerprint: index.toString(16).padStart(32, "0"),
    }));
    const { code, paths } = await found({
      ".tls-codemod-baseline.json": JSON.stringify({ schemaVersion: 1, findings: accepted }),
      "a.js": weak,
    });
    expect([code, paths]).toEqual([1, ["a.js"]]);
  });

  it("of files in a circle that spread each other", async () => {
    const size = 60;
    const files = chain(
      size,
      (index) =>
        `import { options as next } from './${(index + 1) % size}.js';\nexport const options = { minVersion: 'TLSv1', ...next };\n`,
    );
    const { paths, errors } = await found({ ...files, "a.js": using });
    expect([paths.includes("a.js"), errors]).toEqual([true, []]);
  });
});
