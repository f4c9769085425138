import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import tls from "eslint-plugin-tls";
import { expect, it, onTestFinished } from "vitest";

function folderWith(files: Readonly<Record<string, string>>): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "eslint-plugin-tls-test-")));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}

const code = `require("got")("https://a.example", { rejectUnauthorized: false });\n`;

function isFound(cwd: string, file: string): boolean {
  const found = new Linter({ cwd }).verify(code, [{ files: ["**/*.js"] }, tls.configs.recommended], {
    filename: join(cwd, file),
  });
  return found.some(({ ruleId }) => ruleId === "tls/no-disabled-certificate-verification");
}

const manifest = (range: string) => JSON.stringify({ dependencies: { got: range } });

it("reads the majors of clients from the manifests up to the folder that ESLint was started in", () => {
  const folder = folderWith({
    "package.json": manifest("^14.0.0"),
    "old/package.json": manifest("^11.0.0"),
    "open/package.json": manifest("*"),
    "open/package-lock.json": `{ "packages": { "node_modules/got": { "version": "14.6.6" } } }`,
  });
  expect(isFound(folder, "a.js")).toBe(false);
  expect(isFound(folder, "src/deep/a.js")).toBe(false);
  expect(isFound(folder, "old/src/a.js")).toBe(true);
  expect(isFound(folder, "open/a.js")).toBe(false);
  expect(isFound(join(folder, "src"), "a.js"), "above it").toBe(true);
  writeFileSync(join(folder, "package.json"), manifest("^11.0.0"));
  expect(isFound(folder, "a.js"), "after a change").toBe(true);
});

it("reads no link, no folder and no file beyond a limit", () => {
  const folder = folderWith({ "elsewhere/package.json": manifest("^14.0.0"), "linked/a.js": code });
  symlinkSync(join(folder, "elsewhere/package.json"), join(folder, "linked/package.json"));
  mkdirSync(join(folder, "folder/package.json"), { recursive: true });
  mkdirSync(join(folder, "large"));
  writeFileSync(join(folder, "large/package.json"), manifest("^14.0.0") + " ".repeat(6_000_000));
  expect(["elsewhere", "linked", "folder", "large"].map((name) => isFound(folder, `${name}/a.js`))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

const young = "require('tls').connect({ ecdhCurve: 'X25519MLKEM768' });\n";

/** Whether releases are judged for that do not know a group which came with Node 24.5. */
function isForOldReleases(folder: string, settings: object = {}): boolean {
  const found = new Linter({ cwd: folder }).verify(
    young,
    [{ files: ["**/*.js"], settings: { tls: settings } }, tls.configs.strict],
    { filename: join(folder, "src/a.js") },
  );
  return found.some(({ ruleId }) => ruleId!.endsWith("no-invalid-tls-options"));
}

it("judges for the releases that the project says it runs on, unless the configuration names others", () => {
  const engines = folderWith({ "package.json": `{ "engines": { "node": ">=26" } }`, ".nvmrc": "18\n" });
  expect(isForOldReleases(engines)).toBe(false);
  expect(isForOldReleases(engines, { node: ">=18" })).toBe(true);
  expect(isForOldReleases(folderWith({ ".nvmrc": "v26.1.0\n" }))).toBe(false);
  expect(isForOldReleases(folderWith({ "src/.node-version": "26\n", ".nvmrc": "18\n" }))).toBe(false);
  expect(isForOldReleases(folderWith({ ".nvmrc": "18\n" }))).toBe(true);
});

it("judges for the default where the project's range is none", () => {
  for (const range of ["banana", "<4", ">".repeat(5000)])
    expect(isForOldReleases(folderWith({ "package.json": JSON.stringify({ engines: { node: range } }) }))).toBe(true);
});
