import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFleet } from "../harness/fleet.js";
import { createRepository, type Folder } from "../harness/folder.js";
import { spawned } from "../harness/spawn.js";

const options = "export const options = { minVersion: 'TLSv1' };\n";
const using = (specifier: string) =>
  `import { options } from ${JSON.stringify(specifier)};\nrequire('tls').connect({ ...options, rejectUnauthorized: false });\n`;

/** Files that this program reads for itself, with programs around them that make it ask. */
const users = ["a.js", "b.ts", "c.js", "d.js", "e.mjs", "sub/f.js"];
const files: Readonly<Record<string, string>> = {
  "package.json":
    '{ "name": "all", "private": true, "imports": { "#sub": "./sub/index.js" }, "workspaces": ["sub"] }\n',
  "tsconfig.json": '{ "extends": "./base", "compilerOptions": { "paths": { "~/*": ["./*"] } } }\n',
  "a.js": using("./sub"),
  "b.ts": using("~/sub"),
  "c.js": using("sub"),
  "d.js": using("#sub"),
  "e.mjs": using("./sub/index.js"),
  "sub/index.js": options,
  "sub/f.js": using("./deep"),
  "sub/deep/index.js": options,
};

/** What is planted at once, and in how many of the programs something is found all the same. */
const places: Readonly<Record<string, readonly string[]>> = {
  manifests: ["package.json", "sub/package.json", "sub/deep/package.json", "node_modules/sub/package.json"],
  configurations: ["tsconfig.json", "sub/tsconfig.json", "base.json"],
  "lists of packages": ["pnpm-workspace.yaml", "lerna.json"],
  "ignore files": [".gitignore", "sub/.gitignore"],
  programs: ["sub/index.js", "sub/deep/index.js"],
};

const endless: Readonly<Record<string, (file: string) => void>> = {
  "links to /dev/zero": (file) => symlinkSync("/dev/zero", file),
  pipes: (file) => void execFileSync("mkfifo", [file]),
};

function plantAt(folder: Folder, place: string, plant: (file: string) => void): void {
  const file = join(folder.path, place);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  plant(file);
}

/** With so little memory, what has no end is soon too much. */
const env = { NODE_OPTIONS: "--max-old-space-size=300" };

describe.runIf(process.platform === "linux").each(Object.entries(endless))("%s", (_, plant) => {
  it.each(Object.entries(places))("that are called as %s cost nothing but themselves", async (_name, names) => {
    const folder = createRepository(files);
    for (const name of names) plantAt(folder, name, plant);
    // csv needs nothing of git, which waits for pipes
    const { code, stdout, stderr } = await spawned(folder, ["--format", "csv", "--node", ">=20"], { env });
    for (const user of users) expect(stdout).toContain(`,"${user}",`);
    for (const user of users) expect(stderr).not.toContain(user);
    expect([1, 3]).toContain(code);
  });

  it("that are called as the baseline fail the repository, and not the others", async () => {
    const fleet = createFleet({
      bad: { "a.js": options },
      good: { "a.js": `require('tls').connect({ minVersion: 'TLSv1' });\n` },
    });
    plantAt(fleet, "bad/.tls-codemod-baseline.json", plant);
    const { code, stdout } = await spawned(fleet, ["--format", "json"], { env });
    const { findings, errors } = JSON.parse(stdout);
    expect([code, findings.length, errors.map(({ path }: { path: string }) => path)]).toEqual([3, 1, ["bad/a.js"]]);
  });
});

it.runIf(process.platform === "linux")(
  "a pipe for which git waits leaves open whether anything is uncommitted",
  async () => {
    const folder = createRepository({ "a.js": "require('tls').connect({ minVersion: 'TLSv1' });\n" });
    plantAt(folder, ".gitignore", endless["pipes"]!);
    const { stdout } = await spawned(folder, ["--format", "json"]);
    const { repo, findings } = JSON.parse(stdout);
    expect([typeof repo.commit, repo.dirty, findings.length]).toEqual(["string", null, 1]);
  },
);
