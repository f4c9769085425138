import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folders, names, root } from "./workspace-packages.js";

/** A copy of what changesets reads, in a repository of its own. */
function copyWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), "tls-changesets-"));
  const manifests = [
    "package.json",
    "docs/package.json",
    "test/package.json",
    ...Object.values(folders).map((path) => `${path}/package.json`),
  ];
  for (const path of [...manifests, "pnpm-workspace.yaml", "pnpm-lock.yaml"]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(root, path), join(folder, path));
  }
  cpSync(join(root, ".changeset"), join(folder, ".changeset"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  git(folder, "init", "--quiet", "--initial-branch", "main");
  git(folder, "add", ".changeset", ...manifests);
  git(folder, "commit", "--quiet", "--message", "a change");
  return folder;
}

function git(folder: string, ...words: readonly string[]): void {
  execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.org", ...words], { cwd: folder });
}

function changesets(folder: string, ...words: readonly string[]): void {
  execFileSync(process.execPath, [join(root, "node_modules/@changesets/cli/bin.js"), ...words], {
    cwd: folder,
    stdio: "pipe",
  });
}

const versionsIn = (folder: string) =>
  names.map((name) => JSON.parse(readFileSync(join(folder, folders[name], "package.json"), "utf8")).version as string);

describe("the next release", () => {
  let folder: string;
  beforeAll(() => {
    folder = copyWorkspace();
    writeFileSync(join(folder, ".changeset/one-fix.md"), '---\n"tls-rules": patch\n---\n\nOne fix of the rules.\n');
    changesets(folder, "version");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("gives all packages one version, above the last", () => {
    const [version, ...others] = versionsIn(folder);
    expect(others).toEqual(others.map(() => version));
    expect(version).not.toBe(versionsIn(root)[0]);
  });

  it("writes a changelog for each package, with what changed in it", () => {
    const changelogs = names.map((name) => readFileSync(join(folder, folders[name], "CHANGELOG.md"), "utf8"));
    expect(changelogs.filter((text) => !text.includes(`## ${versionsIn(folder)[0]}`))).toEqual([]);
    expect(changelogs[names.indexOf("tls-rules")]).toContain("One fix of the rules.");
  });

  it("leaves the private packages out", () => {
    expect(
      ["docs", "test"].map((path) => JSON.parse(readFileSync(join(folder, path, "package.json"), "utf8")).version),
    ).toEqual([undefined, undefined]);
  });
});
