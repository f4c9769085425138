import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url).pathname;

/** What files take, in MB, those that several names lead to once. */
function sizeOf(folder: string): number {
  const known = new Map<string, number>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const { size, ino } = statSync(join(entry.parentPath, entry.name));
    known.set(String(ino), size);
  }
  return [...known.values()].reduce((sum, size) => sum + size, 0) / 2 ** 20;
}

/** That of a person's shell, not of the package manager that runs this test. */
const env = Object.fromEntries(
  Object.entries(process.env)
    .filter(([name]) => !/^(?:npm|pnpm)_/i.test(name))
    .map(([name, value]) => [
      name,
      name === "PATH"
        ? value
            ?.split(delimiter)
            .filter((each) => !each.includes("node_modules"))
            .join(delimiter)
        : value,
    ]),
);

describe("the first command of the README, in a clean clone", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "first-command-")));

  beforeAll(() => {
    const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    for (const file of files.split("\n").filter((name) => name !== "" && existsSync(join(root, name))))
      cpSync(join(root, file), join(folder, file));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("shows the findings of the sample, and installs what it needs and no more", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["tools/try.js", "check", "examples/legacy-service"],
      { cwd: folder, env, encoding: "utf8" },
    );
    expect(stdout, stderr).toContain("no-disabled-certificate-verification");
    expect(stdout).toContain("native/meter-client.c");
    expect(status).toBe(1);
    expect(sizeOf(join(folder, "node_modules"))).toBeLessThan(150);
    expect(existsSync(join(folder, "node_modules/vitest"))).toBe(false);
  });

  it("leaves the rest to be installed by whatever is run with pnpm next", () => {
    const { stdout } = spawnSync("npx", ["--yes", "pnpm@12", "exec", "vitest", "--version"], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    expect(stdout).toContain("vitest/");
    expect(existsSync(join(folder, "node_modules/typescript"))).toBe(true);
  });
});
